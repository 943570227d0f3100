//! Figures: the funnel, the forecast, and figures over any deals.

mod closed;
mod forecast;
mod funnel;
mod period;

use std::sync::Arc;

use async_graphql::{Context, ID, Object as GraphqlObject};
use tundish_application::{
    insight::{Basis, DealFigures, ForecastOf, Forecasting, Funnel},
    store::records::{Filter, Record, Scope},
};
use tundish_domain::kernel::ids::{PipelineId, TeamId, UserId};
use uuid::Uuid;

use crate::{
    models::Deal,
    records::{
        connection::{Connection, ListArguments, connection_in, list, visible_fields},
        context::{actor, coded, failure, scope, store},
        filter::FilterInput,
        money::MoneyObject,
        relative::Today,
        scalars::DateTime,
    },
};
use closed::DealFiguresObject;
use forecast::ForecastObject;
use funnel::FunnelObject;
use period::PeriodInput;

/// Queries of figures.
#[derive(Default)]
pub struct InsightQueries;

/// Queries of figures.
#[GraphqlObject]
impl InsightQueries {
    /// The funnel of a pipeline over the deals that the viewer may see: what is open in each stage, what went through, and
    /// what closed.
    async fn funnel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The pipeline.")] pipeline_id: ID,
        #[graphql(
            desc = "Of which deals. What it says of the owner means, for closed deals, the owner and that person's team when it closed, and for visits of stages those of the visit."
        )]
        filter: Option<FilterInput<Deal>>,
        #[graphql(desc = "When deals came, went and closed; absent: ever. Open deals count without regard to it.")]
        period: Option<PeriodInput>,
        #[graphql(
            desc = "As it was at this instant, with today's rights: deals as they were then, amounts of open ones at that day's rates."
        )]
        as_of: Option<DateTime>,
    ) -> async_graphql::Result<FunnelObject> {
        let pipeline = PipelineId(pipeline_id.parse().unwrap_or(Uuid::nil()));
        let period = period.map(PeriodInput::period).transpose()?;
        let basis = basis(ctx, filter.as_ref(), as_of).await?;
        let weighted = ctx.look_ahead().field("stages").field("weightedAmount").exists();
        let funnel =
            Funnel::new(&actor(ctx)?, basis, pipeline, period, weighted).map_err(|error| failure(ctx, error))?;
        Ok(FunnelObject(Arc::new(funnel)))
    }

    /// The forecast of a period, rolled up from the deals. Without `ownerId` and `teamId` it is that of what the viewer
    /// answers for: a representative's own deals, those of a manager's teams, the company's.
    async fn forecast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which days.")] period: PeriodInput,
        #[graphql(
            desc = "The person whose open deals, and deals closed as their owner, count. FORBIDDEN unless the viewer may see all of the person's deals."
        )]
        owner_id: Option<ID>,
        #[graphql(
            desc = "The team that counts, with the teams below it: open deals of their members, and deals that closed as theirs. Not with `ownerId`. FORBIDDEN unless the viewer may see all of their deals."
        )]
        team_id: Option<ID>,
        #[graphql(
            desc = "As it was at this instant, with today's rights: deals as they were then, amounts of open ones at that day's rates; targets as they are now."
        )]
        as_of: Option<DateTime>,
    ) -> async_graphql::Result<ForecastObject> {
        let parse = |id: ID| id.parse().unwrap_or(Uuid::nil());
        let of = match (owner_id, team_id) {
            (None, None) => ForecastOf::Viewer,
            (Some(owner), None) => ForecastOf::Person(UserId(parse(owner))),
            (None, Some(team)) => ForecastOf::Team(TeamId(parse(team))),
            (Some(_), Some(_)) => return Err(coded("ownerId and teamId exclude each other", "BAD_USER_INPUT")),
        };
        let scope = scope_at(ctx, as_of).await?;
        let forecast = Forecasting::new(&actor(ctx)?, scope, period.period()?, of);
        Ok(ForecastObject(Arc::new(forecast.map_err(|error| failure(ctx, error))?)))
    }

    /// Figures over the deals that the viewer may see.
    async fn deal_figures(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Of which deals. What it says of the owner means, for closed deals, the owner and that person's team when it closed."
        )]
        filter: Option<FilterInput<Deal>>,
        #[graphql(desc = "When deals closed; absent: ever. Open deals count without regard to it.")] period: Option<
            PeriodInput,
        >,
        #[graphql(
            desc = "As it was at this instant, with today's rights: deals as they were then, amounts of open ones at that day's rates."
        )]
        as_of: Option<DateTime>,
    ) -> async_graphql::Result<DealFiguresObject> {
        let period = period.map(PeriodInput::period).transpose()?;
        let basis = basis(ctx, filter.as_ref(), as_of).await?;
        Ok(DealFiguresObject(Arc::new(DealFigures::new(basis, period))))
    }
}

/// What the viewer may see, at an instant.
async fn scope_at(ctx: &Context<'_>, as_of: Option<DateTime>) -> async_graphql::Result<Scope> {
    let scope = scope(ctx)?.as_of_instant(as_of.map(|instant| instant.0)).await;
    scope.map_err(|error| store(ctx, error))
}

async fn basis(
    ctx: &Context<'_>,
    filter: Option<&FilterInput<Deal>>,
    as_of: Option<DateTime>,
) -> async_graphql::Result<Basis> {
    let filter = match filter {
        Some(filter) => filter.filter(&Today::of(ctx))?,
        None => Filter::everything(),
    };
    let scope = scope_at(ctx, as_of).await?;
    visible_fields(&scope, Deal::DESCRIPTION, &filter, &[])?;
    Ok(Basis { scope, filter })
}

/// The deals behind a figure.
async fn behind(
    ctx: &Context<'_>,
    scope: &Scope,
    deals: Filter,
    arguments: ListArguments<Deal>,
) -> async_graphql::Result<Connection<Deal>> {
    let mut list = list(ctx, &arguments)?;
    list.filter = deals;
    connection_in(ctx, scope.clone(), list).await
}

/// An amount in the company's currency.
fn money(ctx: &Context<'_>, minor: i64) -> async_graphql::Result<MoneyObject> {
    let currency = actor(ctx)?.directory().base_currency();
    let currency = currency.ok_or_else(|| coded("the company is not set up yet", "BAD_USER_INPUT"))?;
    Ok(MoneyObject::in_base(minor, currency))
}

/// A count for output.
fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
