//! A node of the tree of teams.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{TeamId, UserId},
    records::{Collection, Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A node of the tree of teams.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TeamId,
    pub name: String,
    pub parent_id: Option<TeamId>,
    pub manager_id: Option<UserId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Teams, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Team,
    name: "Team",
    table: "team",
    doc: "A node of the tree of teams.",
    fields: &[
        Field::id(),
        Field::name("The team's name."),
        Field::reference("parent", "parent_id", Kind::Team, "The team above; null at the top."),
        Field::reference("manager", "manager_id", Kind::User, "Who leads it and everything below; null: nobody."),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[
        Collection { key: "members", kind: Kind::User, field: "team" },
        Collection { key: "children", kind: Kind::Team, field: "parent" },
    ],
    deletable: true,
    history: false,
    small: true,
};

record!(Model, Entity, DESCRIPTION);
