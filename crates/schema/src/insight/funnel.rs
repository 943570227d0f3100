//! The funnel.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object as GraphqlObject};
use tundish_application::{
    insight::{Funnel, FunnelFigure, StageFigure},
    records::Failure,
    store::deals::Passage,
};
use tundish_domain::{
    insight::{Closed, OpenSum, StageFlow},
    kernel::ids::StageId,
};
use uuid::Uuid;

use super::{behind, money, number};
use crate::{
    models::{Deal, Pipeline, Stage},
    records::{
        connection::{Connection, ListArguments},
        context::{actor, failure},
        money::MoneyObject,
        object::{GraphqlRecord, Object},
        order::OrderInput,
        scalars::Decimal,
    },
};

/// The funnel of a pipeline.
pub struct FunnelObject(pub(super) Arc<Funnel>);

/// A stage of a funnel.
pub struct FunnelStage {
    funnel: Arc<Funnel>,
    stage: StageId,
}

/// Which figure of a funnel.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "FunnelFigure")]
pub enum FunnelFigureName {
    /// The deals of `wonCount`.
    Won,
    /// The deals of `lostCount`.
    Lost,
    /// Both.
    Closed,
}

impl From<FunnelFigureName> for FunnelFigure {
    fn from(name: FunnelFigureName) -> Self {
        match name {
            FunnelFigureName::Won => Self::Won,
            FunnelFigureName::Lost => Self::Lost,
            FunnelFigureName::Closed => Self::Closed,
        }
    }
}

/// Which figure of a stage.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "FunnelStageFigure")]
pub enum StageFigureName {
    /// The deals of `count`.
    Open,
    /// The deals of `entered`, each once.
    Entered,
    /// The deals of `left`, each once.
    Left,
    /// The deals of `advanced`, each once.
    Advanced,
}

impl From<StageFigureName> for StageFigure {
    fn from(name: StageFigureName) -> Self {
        match name {
            StageFigureName::Open => Self::Open,
            StageFigureName::Entered => Self::Visited(Passage::Entered),
            StageFigureName::Left => Self::Visited(Passage::Left),
            StageFigureName::Advanced => Self::Visited(Passage::Advanced),
        }
    }
}

/// A pipeline or stage by its id, from memory.
fn kept<R: GraphqlRecord>(ctx: &Context<'_>, id: Uuid) -> async_graphql::Result<Object<R>> {
    let row = actor(ctx)?.directory().row(id).cloned();
    row.map(Object::new).ok_or_else(|| failure(ctx, Failure::NotFound))
}

/// The funnel of a pipeline. Amounts are in the company's base currency, days are dates in the company's zone.
#[GraphqlObject(name = "Funnel")]
impl FunnelObject {
    /// The pipeline.
    async fn pipeline(&self, ctx: &Context<'_>) -> async_graphql::Result<Object<Pipeline>> {
        kept(ctx, self.0.pipeline().0)
    }

    /// Its open stages, in their order.
    async fn stages(
        &self,
        #[graphql(desc = "Only these of them; other ids are left out. Absent: all.")] ids: Option<Vec<ID>>,
    ) -> Vec<FunnelStage> {
        let asked = ids.map(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect::<Vec<Uuid>>());
        let stages = self.0.stages().iter().filter(|stage| asked.as_ref().is_none_or(|ids| ids.contains(&stage.0)));
        stages.map(|stage| FunnelStage { funnel: Arc::clone(&self.0), stage: *stage }).collect()
    }

    /// The deals that were won in the period, by the day of closing; a reopened deal counts by its latest close.
    async fn won_count(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(closed(ctx, &self.0).await?.won))
    }

    /// The deals that were lost in the period, by the day of closing; a reopened deal counts by its latest close.
    async fn lost_count(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(closed(ctx, &self.0).await?.lost))
    }

    /// The sum of the amounts of the deals that were won in the period, each at the rate of the day of closing.
    async fn won_amount(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, closed(ctx, &self.0).await?.won_amount)
    }

    /// `wonCount` ÷ (`wonCount` + `lostCount`), a fraction from 0 to 1 with at most 6 digits; null if none closed.
    async fn win_rate(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Decimal>> {
        Ok(closed(ctx, &self.0).await?.win_rate().map(Decimal))
    }

    /// The deals behind a figure, as of the same instant.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn deals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The figure.")] figure: FunnelFigureName,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Deal>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Deal>> {
        let arguments = ListArguments { filter: None, search: None, order_by, first, after, last, before };
        behind(ctx, &self.0.basis().scope, self.0.deals(figure.into()), arguments).await
    }
}

async fn closed<'f>(ctx: &Context<'_>, funnel: &'f Funnel) -> async_graphql::Result<&'f Closed> {
    funnel.closed().await.map_err(|error| failure(ctx, error))
}

impl FunnelStage {
    async fn sum(&self, ctx: &Context<'_>) -> async_graphql::Result<OpenSum> {
        self.funnel.open(self.stage).await.map_err(|error| failure(ctx, error))
    }

    async fn flow(&self, ctx: &Context<'_>) -> async_graphql::Result<StageFlow> {
        self.funnel.flow(self.stage).await.map_err(|error| failure(ctx, error))
    }
}

/// A stage of a funnel: what is open in it, and the visits of it. A deal that comes again counts again; one that skips the
/// stage does not count.
#[GraphqlObject]
impl FunnelStage {
    /// The stage.
    async fn stage(&self, ctx: &Context<'_>) -> async_graphql::Result<Object<Stage>> {
        kept(ctx, self.stage.0)
    }

    /// The deals that are open in it, now or at `asOf`, without regard to the period.
    async fn count(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(self.sum(ctx).await?.count))
    }

    /// The sum of their amounts, at today's rates or those of the day of `asOf`; unknown amounts count as nothing.
    async fn amount(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.sum(ctx).await?.amount)
    }

    /// The sum of their amounts × the probability of the stage, rounded for each deal.
    async fn weighted_amount(&self, ctx: &Context<'_>) -> async_graphql::Result<MoneyObject> {
        money(ctx, self.sum(ctx).await?.weighted)
    }

    /// The visits that began in the period; absent: ever. Visits whose beginning is unknown do not count.
    async fn entered(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(self.flow(ctx).await?.entered))
    }

    /// The visits that ended in the period; absent: ever.
    async fn left(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(self.flow(ctx).await?.left))
    }

    /// The visits of `left` that ended by going on to a later open stage of the pipeline, or by winning.
    async fn advanced(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        Ok(number(self.flow(ctx).await?.advanced))
    }

    /// `advanced` ÷ `left`, a fraction from 0 to 1 with at most 6 digits; null if none left.
    async fn conversion_rate(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Decimal>> {
        Ok(self.flow(ctx).await?.conversion_rate().map(Decimal))
    }

    /// The days, as a difference of dates, that half of the visits of `left` lasted at most, interpolated linearly; null if
    /// the beginning is known of none.
    async fn median_days(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Decimal>> {
        Ok(self.flow(ctx).await?.median_days().map(Decimal))
    }

    /// The days, as a difference of dates, that nine in ten visits of `left` lasted at most, interpolated linearly; null if
    /// the beginning is known of none.
    async fn p90_days(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Decimal>> {
        Ok(self.flow(ctx).await?.p90_days().map(Decimal))
    }

    /// The deals behind a figure, as of the same instant. A deal is listed once, however many of its visits count.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn deals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The figure.", default_with = "StageFigureName::Open")] figure: StageFigureName,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Deal>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Deal>> {
        let arguments = ListArguments { filter: None, search: None, order_by, first, after, last, before };
        let deals = self.funnel.deals_of(self.stage, figure.into());
        behind(ctx, &self.funnel.basis().scope, deals, arguments).await
    }
}
