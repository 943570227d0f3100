//! A customer: a company.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{AccountId, UserId},
    records::{Collection, Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A customer: a company.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    pub name: String,
    pub owner_id: Option<UserId>,
    pub parent_id: Option<AccountId>,
    pub industry: Option<String>,
    pub office_location: Option<String>,
    pub employees: Option<i64>,
    pub annual_revenue: Option<i64>,
    pub annual_revenue_currency: Option<String>,
    pub annual_revenue_base: Option<i64>,
    pub founded_year: Option<i64>,
    pub website: Option<String>,
    pub phone: Option<String>,
    pub unified_social_credit_code: Option<String>,
    pub province: Option<String>,
    pub city: Option<String>,
    pub address: Option<String>,
    pub description: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Accounts, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Account,
    name: "Account",
    table: "account",
    doc: "A customer: a company.",
    fields: &[
        Field::id(),
        Field::name("The company's name."),
        Field::reference("owner", "owner_id", Kind::User, "Who looks after it; null: nobody."),
        Field::reference("parent", "parent_id", Kind::Account, "The company to which it belongs; null: none."),
        Field::choice(
            "industry",
            "industry",
            "industry",
            "Its line of business, a key of the choices `industry`; null: unknown.",
        ),
        Field::text("officeLocation", "office_location", "Where its office is; null: unknown.").searchable(),
        Field::integer("employees", "employees", 0, 100_000_000, "How many people work there; null: unknown."),
        Field::money("annualRevenue", "annual_revenue", "What it turns over in a year; null: unknown."),
        Field::integer("foundedYear", "founded_year", 1000, 2200, "The year in which it was founded; null: unknown."),
        Field::text("website", "website", "Its web site; null: unknown.").searchable(),
        Field::text("phone", "phone", "Its telephone number as written; null: unknown.").searchable(),
        Field::text(
            "unifiedSocialCreditCode",
            "unified_social_credit_code",
            "统一社会信用代码, for Chinese companies; null: unknown.",
        )
        .searchable(),
        Field::text("province", "province", "The province; null: unknown."),
        Field::text("city", "city", "The city; null: unknown."),
        Field::text("address", "address", "Street and number; null: unknown."),
        Field::long_text("description", "description", "What else is known; null: nothing."),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[
        Collection { key: "contacts", kind: Kind::Contact, field: "account" },
        Collection { key: "deals", kind: Kind::Deal, field: "account" },
        Collection { key: "notes", kind: Kind::Note, field: "account" },
        Collection { key: "tasks", kind: Kind::Task, field: "account" },
        Collection { key: "subsidiaries", kind: Kind::Account, field: "parent" },
    ],
    deletable: true,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
