//! Something to do until a day.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{AccountId, ContactId, DealId, TaskId, UserId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// Something to do until a day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaskId,
    pub title: String,
    pub due_date: Option<NaiveDate>,
    pub completed_at: Option<DateTime<Utc>>,
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

/// Tasks, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Task,
    name: "Task",
    table: "task",
    doc: "Something to do until a day.",
    fields: &[
        Field::id(),
        Field::text("title", "title", "What is to be done.").required().title(),
        Field::date(
            "dueDate",
            "due_date",
            "The day until which it is to be done, in the owner's zone; null: some day.",
        ),
        Field::date_time("completedAt", "completed_at", "When it was done; null: it is open.").system(),
        Field::reference("deal", "deal_id", Kind::Deal, "The deal that it is about; null: none.").on_create(),
        Field::reference("account", "account_id", Kind::Account, "The customer that it is about; null: none.")
            .on_create(),
        Field::reference("contact", "contact_id", Kind::Contact, "The person that it is about; null: none.")
            .on_create(),
        Field::reference("owner", "owner_id", Kind::User, "Who is to do it; null: nobody."),
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
