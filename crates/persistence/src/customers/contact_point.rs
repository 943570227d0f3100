//! A telephone number or e-mail address of a contact.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    customers::ContactPointKind,
    kernel::ids::{ContactId, ContactPointId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A telephone number or e-mail address of a contact.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_point")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactPointId,
    pub contact_id: ContactId,
    pub kind: ContactPointKind,
    pub label: Option<String>,
    pub value: String,
    pub normalized: String,
    pub is_primary: bool,
    pub position: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Contact points, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::ContactPoint,
    name: "ContactPoint",
    table: "contact_point",
    doc: "A telephone number or e-mail address of a contact.",
    fields: &[
        Field::id(),
        Field::reference("contact", "contact_id", Kind::Contact, "Whose it is.").required().on_create(),
        Field::enumeration(
            "kind",
            "kind",
            "ContactPointKind",
            ContactPointKind::NAMES,
            ContactPointKind::DOCS,
            "Whether it is a number or an address.",
        ),
        Field::text("label", "label", "What it is for, e.g. `work` or 手机; null: not said."),
        Field::text("value", "value", "The number or address as it was written.").required().searchable().sensitive(),
        Field::text(
            "normalized",
            "normalized",
            "The form in which two ways of writing the same are equal: digits with the country where it is known, or lower case.",
        )
        .required()
        .system()
        .searchable()
        .sensitive(),
        Field::boolean("primary", "is_primary", "Whether it is the one that is shown and used first of its kind."),
        Field::integer("position", "position", 0, 100_000, "Its place among the contact's numbers and addresses.")
            .required(),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
