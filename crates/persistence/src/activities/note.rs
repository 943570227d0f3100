//! A text about a deal, a customer or a person.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{AccountId, ContactId, DealId, NoteId, UserId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A text about a deal, a customer or a person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    pub body: String,
    pub deal_id: Option<DealId>,
    pub account_id: Option<AccountId>,
    pub contact_id: Option<ContactId>,
    pub owner_id: Option<UserId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Notes, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Note,
    name: "Note",
    table: "note",
    doc: "A text about a deal, a customer or a person.",
    fields: &[
        Field::id(),
        Field::long_text("body", "body", "The text.").required().title(),
        Field::reference("deal", "deal_id", Kind::Deal, "The deal that it is about; null: none.").on_create(),
        Field::reference("account", "account_id", Kind::Account, "The customer that it is about; null: none.")
            .on_create(),
        Field::reference("contact", "contact_id", Kind::Contact, "The person that it is about; null: none.")
            .on_create(),
        Field::reference("owner", "owner_id", Kind::User, "Who wrote it; null: Tundish itself.").system(),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: true,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
