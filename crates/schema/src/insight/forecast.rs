//! The forecast.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object as GraphqlObject};
use tundish_application::insight::{ForecastFigure, Forecasting};
use tundish_domain::{deals::ForecastCategory, insight::Forecast};

use super::{behind, money};
use crate::{
    models::Deal,
    records::{
        connection::{Connection, ListArguments},
        context::failure,
        money::MoneyObject,
        order::OrderInput,
        scalars::{Date, Decimal},
    },
};

/// The forecast of a period.
pub struct ForecastObject(pub(super) Arc<Forecasting>);

/// Which figure of a forecast.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "ForecastFigure")]
pub enum ForecastFigureName {
    /// The deals of `closed`.
    Closed,
    /// The deals of `commit`.
    Commit,
    /// The deals of `bestCase`.
    BestCase,
    /// The deals of `pipeline`.
    Pipeline,
    /// The deals of `weighted`: those of `commit`, `bestCase` and `pipeline`.
    Weighted,
    /// The deals of `undated`.
    Undated,
}

impl From<ForecastFigureName> for ForecastFigure {
    fn from(name: ForecastFigureName) -> Self {
        match name {
            ForecastFigureName::Closed => Self::Closed,
            ForecastFigureName::Commit => Self::Category(ForecastCategory::Commit),
            ForecastFigureName::BestCase => Self::Category(ForecastCategory::BestCase),
            ForecastFigureName::Pipeline => Self::Category(ForecastCategory::Pipeline),
            ForecastFigureName::Weighted => Self::Weighted,
            ForecastFigureName::Undated => Self::Undated,
        }
    }
}

impl ForecastObject {
    async fn read(&self, ctx: &Context<'_>) -> async_graphql::Result<&Forecast> {
        self.0.forecast().await.map_err(|error| failure(ctx, error))
    }
}

/// The forecast of a period. Each open deal belongs to the period of its expected close date and to one category. Amounts
/// are in the company's base currency: of closed deals at the rate of the day of closing, of open ones at today's or that of
/// the day of `asOf`.
#[GraphqlObject(name = "Forecast")]
impl ForecastObject {
    /// The first day of the period.
    async fn from(&self) -> Date {
        Date(self.0.period().from)
    }

    /// The last day of the period.
    async fn to(&self) -> Date {
        Date(self.0.period().to)
    }

    /// What is to be won: the person's target; a team's own, else the sum of those of its members and the teams below it; the
    /// sum of those of the topmost teams and of people without a team for the company. Null if none is set, or if the period
    /// is not whole quarters of the fiscal year.
    async fn target(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<MoneyObject>> {
        self.read(ctx).await?.target.map(|target| money(ctx, target)).transpose()
    }

    /// The amounts of the deals that were won in the period, by the day of closing.
    async fn closed(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.read(ctx).await?.closed)
    }

    /// The amounts of the period's open deals of the category COMMIT.
    async fn commit(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.read(ctx).await?.commit)
    }

    /// The amounts of the period's open deals of the category BEST_CASE.
    async fn best_case(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.read(ctx).await?.best_case)
    }

    /// The amounts of the period's open deals of the category PIPELINE.
    async fn pipeline(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.read(ctx).await?.pipeline)
    }

    /// The amounts of the period's open deals of all categories × the probability of their stage, rounded for each deal.
    async fn weighted(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.read(ctx).await?.weighted)
    }

    /// The amounts of open deals without an expected close date. They are in no other figure but `expected`.
    async fn undated(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.read(ctx).await?.undated)
    }

    /// `closed` + `weighted` + the amounts of the undated deals × the probability of their stage, rounded for each deal. Null
    /// where nothing can be expected, which does not happen now.
    async fn expected(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<MoneyObject>> {
        money(ctx, self.read(ctx).await?.expected).map(Some)
    }

    /// The lower end of a range that holds what will be won in eight of ten cases. Null while no model has been trained on the
    /// company's own history, as now.
    async fn low(&self) -> Option<MoneyObject> {
        None
    }

    /// The upper end of a range that holds what will be won in eight of ten cases. Null while no model has been trained on the
    /// company's own history, as now.
    async fn high(&self) -> Option<MoneyObject> {
        None
    }

    /// `target` − `closed`; negative beyond the target, null without one.
    async fn gap(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<MoneyObject>> {
        self.read(ctx).await?.gap().map(|gap| money(ctx, gap)).transpose()
    }

    /// (`commit` + `bestCase` + `pipeline`) ÷ `gap`, with at most 6 digits; null where `gap` is null or not above zero.
    async fn coverage(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Decimal>> {
        Ok(self.read(ctx).await?.coverage().map(Decimal))
    }

    /// How likely the target is reached, a fraction from 0 to 1. Null while no model has been trained on the company's own
    /// history, as now.
    async fn target_probability(&self) -> Option<Decimal> {
        None
    }

    /// The deals behind a figure, as of the same instant.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn deals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The figure; absent: all deals that the forecast counts.")] figure: Option<ForecastFigureName>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Deal>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Deal>> {
        let deals = self.0.deals(figure.map_or(ForecastFigure::All, ForecastFigure::from));
        let arguments = ListArguments { filter: None, search: None, order_by, first, after, last, before };
        behind(ctx, self.0.scope(), deals, arguments).await
    }
}
