//! A contact's part in a deal.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    deals::BuyingRole,
    kernel::ids::{ContactId, DealContactId, DealId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A contact's part in a deal.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deal_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DealContactId,
    pub deal_id: DealId,
    pub contact_id: ContactId,
    pub role: BuyingRole,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// DealContacts, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::DealContact,
    name: "DealContact",
    table: "deal_contact",
    doc: "A contact's part in a deal.",
    fields: &[
        Field::id(),
        Field::reference("deal", "deal_id", Kind::Deal, "The deal.").required().on_create(),
        Field::reference("contact", "contact_id", Kind::Contact, "The person.").required().on_create(),
        Field::enumeration(
            "role",
            "role",
            "BuyingRole",
            BuyingRole::NAMES,
            BuyingRole::DOCS,
            "The person's part in the decision.",
        ),
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
