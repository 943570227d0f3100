//! Figures over any deals.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object as GraphqlObject, SimpleObject};
use tundish_application::insight::{DealFigure as Figure, DealFigures};
use tundish_domain::kernel::{decimal, statistics::Summary};

use super::{behind, money, number};
use crate::{
    models::Deal,
    records::{
        connection::{Connection, ListArguments},
        context::failure,
        money::MoneyObject,
        order::OrderInput,
        scalars::Decimal,
    },
};

/// Figures over deals.
pub struct DealFiguresObject(pub(super) Arc<DealFigures>);

/// Which of the figures over deals.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "DealFigure")]
pub enum DealFigureName {
    /// The deals of `count`.
    All,
    /// The deals of `open`.
    Open,
    /// The deals of `won`.
    Won,
    /// The deals of `lost`.
    Lost,
}

impl From<DealFigureName> for Figure {
    fn from(name: DealFigureName) -> Self {
        match name {
            DealFigureName::All => Self::All,
            DealFigureName::Open => Self::Open,
            DealFigureName::Won => Self::Won,
            DealFigureName::Lost => Self::Lost,
        }
    }
}

/// How a number of days is spread. Percentiles are interpolated linearly.
#[derive(SimpleObject, Clone, Copy, Debug)]
pub struct DayStatistics {
    /// Their sum ÷ their number, with at most 6 digits.
    mean: Decimal,
    /// The least.
    min: Decimal,
    /// A quarter are no more.
    p25: Decimal,
    /// Half are no more.
    median: Decimal,
    /// Three quarters are no more.
    p75: Decimal,
    /// Nine in ten are no more.
    p90: Decimal,
    /// The most.
    max: Decimal,
}

impl From<Summary> for DayStatistics {
    fn from(summary: Summary) -> Self {
        let whole = |days: i64| Decimal(decimal::Decimal::new(days.into(), 0));
        Self {
            mean: Decimal(summary.mean),
            min: whole(summary.min),
            p25: Decimal(summary.p25),
            median: Decimal(summary.median),
            p75: Decimal(summary.p75),
            p90: Decimal(summary.p90),
            max: whole(summary.max),
        }
    }
}

/// Figures over deals. Amounts are in the company's base currency: of closed deals at the rate of the day of closing.
#[GraphqlObject(name = "DealFigures")]
impl DealFiguresObject {
    /// All deals of the filter, open and closed; with a period, those that were won or lost in it.
    async fn count(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        self.0.count().await.map(number).map_err(|error| failure(ctx, error))
    }

    /// The deals that are open, now or at `asOf`, without regard to the period.
    async fn open(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        self.0.open().await.map(number).map_err(|error| failure(ctx, error))
    }

    /// The deals that were won, by the day of closing; a reopened deal counts by its latest close.
    async fn won(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(self.0.closed().await.map_err(|error| failure(ctx, error))?.won))
    }

    /// The deals that were lost, by the day of closing; a reopened deal counts by its latest close.
    async fn lost(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(self.0.closed().await.map_err(|error| failure(ctx, error))?.lost))
    }

    /// `won` ÷ (`won` + `lost`), a fraction from 0 to 1 with at most 6 digits; null if none closed.
    async fn win_rate(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Decimal>> {
        Ok(self.0.closed().await.map_err(|error| failure(ctx, error))?.win_rate().map(Decimal))
    }

    /// The sum of the amounts of the deals that were won; unknown amounts count as nothing.
    async fn won_amount(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.0.closed().await.map_err(|error| failure(ctx, error))?.won_amount)
    }

    /// `wonAmount` ÷ `won`, rounded to the currency's digits, halves away from zero; null if none was won.
    async fn average_won_amount(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<MoneyObject>> {
        let closed = self.0.closed().await.map_err(|error| failure(ctx, error))?;
        closed.average_won_amount().map(|average| money(ctx, average)).transpose()
    }

    /// The days from the beginning of the deals that were won or lost to their closing, as a difference of dates in the
    /// company's zone, where the beginning is known; null if it is known of none.
    async fn cycle_days(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<DayStatistics>> {
        Ok(self.0.closed().await.map_err(|error| failure(ctx, error))?.cycle_days().map(DayStatistics::from))
    }

    /// The deals behind a figure, as of the same instant.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn deals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The figure; absent: `count`.")] figure: Option<DealFigureName>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Deal>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Deal>> {
        let deals = self.0.deals(figure.unwrap_or(DealFigureName::All).into());
        let arguments = ListArguments { filter: None, search: None, order_by, first, after, last, before };
        behind(ctx, &self.0.basis().scope, deals, arguments).await
    }
}
