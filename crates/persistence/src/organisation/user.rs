//! A person who works, or worked, here. People are deactivated, never deleted.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::{
    entity::prelude::*,
    sea_query::{Alias, ExprTrait, Query},
};
use tundish_domain::{
    kernel::ids::{TeamId, UserId},
    organisation::Role,
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::{StoreError, col, record};

/// A person who works, or worked, here. People are deactivated, never deleted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UserId,
    pub name: String,
    pub email: Option<String>,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub role: Role,
    pub team_id: Option<TeamId>,
    pub active: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Users, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::User,
    name: "User",
    table: "user",
    doc: "A person who works, or worked, here. People are deactivated, never deleted.",
    fields: &[
        Field::id(),
        Field::name("The person's name.").sensitive(),
        Field::text("email", "email", "The e-mail address to sign in with; null for people who do not sign in.")
            .managers_only()
            .sensitive(),
        Field::text("language", "language", "`en` or `zh-CN`; null: the company's.").managers_only(),
        Field::text("timeZone", "time_zone", "The IANA time zone of the person's tasks and days; null: the company's.")
            .managers_only(),
        Field::enumeration(
            "roleKey",
            "role",
            "String",
            Role::NAMES,
            Role::DOCS,
            "What the person is: `administrator`, `manager` or `representative`.",
        )
        .managers_only()
        .defaulted(),
        Field::reference("team", "team_id", Kind::Team, "The person's team; null: in none."),
        Field::boolean("active", "active", "Whether the person works here now; others can't sign in.").defaulted(),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: true,
};

record!(Model, Entity, DESCRIPTION);

impl crate::records::UnitOfWork {
    /// Whether somebody else is an administrator who works here, as this unit has left it.
    pub async fn has_administrator_besides(&self, user: UserId) -> Result<bool, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("user", "id"))
            .from(Alias::new("user"))
            .and_where(col("user", "role").eq(Role::Administrator.as_str()))
            .and_where(col("user", "active").eq(true))
            .and_where(col("user", "id").ne(user.0))
            .limit(1);
        Ok(self.db()?.query_one(&select).await?.is_some())
    }
}
