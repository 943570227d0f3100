//! A person at a customer.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{AccountId, ContactId, UserId},
    records::{Collection, Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A person at a customer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactId,
    pub name: String,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    pub account_id: Option<AccountId>,
    pub owner_id: Option<UserId>,
    pub job_title: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub wechat: Option<String>,
    pub description: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Contacts, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Contact,
    name: "Contact",
    table: "contact",
    doc: "A person at a customer.",
    fields: &[
        Field::id(),
        Field::name("The person's name.").sensitive(),
        Field::text("givenName", "given_name", "The given name; null: not known apart.").sensitive(),
        Field::text("familyName", "family_name", "The family name; null: not known apart.").sensitive(),
        Field::reference("account", "account_id", Kind::Account, "The company where the person works; null: none."),
        Field::reference(
            "owner",
            "owner_id",
            Kind::User,
            "Who looks after the person; counts for rights only where there is no account; null: nobody.",
        ),
        Field::text("jobTitle", "job_title", "职务: what the person does there; null: unknown.").searchable(),
        Field::text("phone", "phone", "The primary telephone number as written; null: unknown.")
            .searchable()
            .sensitive(),
        Field::text("email", "email", "The primary e-mail address; null: unknown.").searchable().sensitive(),
        Field::text("wechat", "wechat", "微信号; null: unknown.").searchable().sensitive(),
        Field::long_text("description", "description", "What else is known; null: nothing.").sensitive(),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[
        Collection { key: "notes", kind: Kind::Note, field: "contact" },
        Collection { key: "tasks", kind: Kind::Task, field: "contact" },
        Collection { key: "contactPoints", kind: Kind::ContactPoint, field: "contact" },
        Collection { key: "roles", kind: Kind::DealContact, field: "contact" },
    ],
    deletable: true,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
