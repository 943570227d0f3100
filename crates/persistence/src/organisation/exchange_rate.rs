//! What one unit of a currency is worth in the base currency, from a day on.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    entity::prelude::*,
    sea_query::{ExprTrait, Order, Query},
};
use tundish_domain::{
    kernel::currency::Currency,
    kernel::ids::ExchangeRateId,
    records::{Description, Field, RecordKind},
};

use crate::records::{StoreError, col, record};

/// What one unit of a currency is worth in the base currency, from a day on.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "exchange_rate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExchangeRateId,
    pub currency: String,
    pub date: NaiveDate,
    pub rate: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// ExchangeRates, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: RecordKind::ExchangeRate,
    name: "ExchangeRate",
    table: "exchange_rate",
    doc: "What one unit of a currency is worth in the base currency, from a day on.",
    fields: &[
        Field::id(),
        Field::currency("currency", "currency", "The currency.").on_create(),
        Field::date("date", "date", "The first day on which it holds.").required().on_create(),
        Field::scaled(
            "rate",
            "rate",
            8,
            1,
            100_000_000_000_000,
            "Units of the base currency for one unit, with up to 8 digits.",
        )
        .required(),
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

impl crate::records::UnitOfWork {
    /// The rate of a currency on a day: the newest one up to it, else the first known one; `None` if there is none.
    pub async fn exchange_rate(&self, currency: Currency, date: NaiveDate) -> Result<Option<i64>, StoreError> {
        let rates = |order: Order| {
            let mut select = Query::select();
            select
                .expr(col("exchange_rate", "rate"))
                .from(Entity)
                .and_where(col("exchange_rate", "currency").eq(currency.to_string()))
                .and_where(col("exchange_rate", "deleted_at").is_null())
                .order_by(Column::Date, order)
                .limit(1);
            select
        };
        let mut until = rates(Order::Desc);
        until.and_where(col("exchange_rate", "date").lte(date));
        let found = match self.db()?.query_one(&until).await? {
            Some(row) => Some(row),
            None => self.db()?.query_one(&rates(Order::Asc)).await?,
        };
        Ok(found.map(|row| row.try_get_by_index(0)).transpose()?)
    }

    /// The rate that was entered for just that day.
    pub async fn rate_on(&self, currency: Currency, date: NaiveDate) -> Result<Option<ExchangeRateId>, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("exchange_rate", "id"))
            .from(Entity)
            .and_where(col("exchange_rate", "currency").eq(currency.to_string()))
            .and_where(col("exchange_rate", "date").eq(date))
            .and_where(col("exchange_rate", "deleted_at").is_null());
        let row = self.db()?.query_one(&select).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
    }
}
