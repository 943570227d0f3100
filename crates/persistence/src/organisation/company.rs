//! The company's settings: one row.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::CompanyId,
    records::{Description, Field, RecordKind},
};

use crate::records::record;

/// The company's settings: one row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CompanyId,
    pub name: String,
    pub base_currency: String,
    pub time_zone: String,
    pub fiscal_year_start_month: i64,
    pub default_language: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Companys, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: RecordKind::Company,
    name: "Company",
    table: "company",
    doc: "The company's settings: one row.",
    fields: &[
        Field::id(),
        Field::name("The company's name."),
        Field::currency(
            "baseCurrency",
            "base_currency",
            "The currency of totals and forecasts; fixed once amounts exist.",
        )
        .on_create(),
        Field::text(
            "timeZone",
            "time_zone",
            "The IANA time zone of the company's days, quarters and months, e.g. `Asia/Shanghai`.",
        )
        .required(),
        Field::integer(
            "fiscalYearStartMonth",
            "fiscal_year_start_month",
            1,
            12,
            "The month, 1 to 12, with which the fiscal year begins.",
        )
        .required(),
        Field::text(
            "defaultLanguage",
            "default_language",
            "The language of messages for whoever has not chosen one: `en` or `zh-CN`.",
        )
        .required(),
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
