//! A product within a deal.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{DealId, DealLineId, ProductId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A product within a deal.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deal_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DealLineId,
    pub deal_id: DealId,
    pub product_id: ProductId,
    pub quantity: i64,
    pub unit_price: Option<i64>,
    pub unit_price_currency: Option<String>,
    pub unit_price_base: Option<i64>,
    pub total: Option<i64>,
    pub total_currency: Option<String>,
    pub total_base: Option<i64>,
    pub position: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// DealLines, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::DealLine,
    name: "DealLine",
    table: "deal_line",
    doc: "A product within a deal.",
    fields: &[
        Field::id(),
        Field::reference("deal", "deal_id", Kind::Deal, "The deal.").required().on_create(),
        Field::reference("product", "product_id", Kind::Product, "What is sold.").required(),
        Field::scaled("quantity", "quantity", 4, 0, 1_000_000_000_000_000, "How many, with up to 4 digits.").required(),
        Field::money("unitPrice", "unit_price", "What one costs here; null: open."),
        Field::money("total", "total", "Quantity × unit price, rounded; null while the price is open.").system(),
        Field::integer("position", "position", 0, 100_000, "Its place among the deal's lines.").required(),
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
