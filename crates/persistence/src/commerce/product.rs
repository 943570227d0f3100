//! Something that is sold.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::ProductId,
    records::{Collection, Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// Something that is sold.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProductId,
    pub name: String,
    pub series: Option<String>,
    pub list_price: Option<i64>,
    pub list_price_currency: Option<String>,
    pub list_price_base: Option<i64>,
    pub active: bool,
    pub description: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Products, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Product,
    name: "Product",
    table: "product",
    doc: "Something that is sold.",
    fields: &[
        Field::id(),
        Field::name("Its name."),
        Field::text("series", "series", "The family of products to which it belongs; null: none.").searchable(),
        Field::money("listPrice", "list_price", "What one costs without discount; null: not fixed."),
        Field::boolean("active", "active", "Whether it is sold now.").defaulted(),
        Field::long_text("description", "description", "What it is; null: nothing said."),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[Collection { key: "lines", kind: Kind::DealLine, field: "product" }],
    deletable: true,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
