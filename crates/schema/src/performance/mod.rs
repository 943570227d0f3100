//! Targets.

use async_graphql::{Context, ID, InputObject, Object as GraphqlObject};
use tundish_domain::kernel::ids::{TeamId, UserId};

use crate::{
    models::Target,
    records::{
        context::writer,
        money::MoneyInput,
        mutations::record_queries,
        object::{GraphqlRecord, NoExtra},
        payload::{Payload, payload},
        scalars::Date,
    },
};

impl GraphqlRecord for Target {
    type Extra = NoExtra;
}

record_queries! {
    /// Queries of targets.
    TargetQueries for Target {
        one "target": "A target by its id; null if there is none that the viewer may see.";
        list "targets": "The targets that the viewer may see: the own ones and those of the own team; managers those of the teams below.";
    }
}

/// A target for a quarter of the fiscal year.
#[derive(InputObject)]
pub struct SetTargetInput {
    /// The person; exactly one of `ownerId` and `teamId` is given.
    owner_id: Option<ID>,
    /// The team.
    team_id: Option<ID>,
    /// The first day of the fiscal quarter.
    quarter_start: Date,
    /// What is to be won; null takes the target back.
    amount: Option<MoneyInput>,
}

/// Mutations of targets.
#[derive(Default)]
pub struct TargetMutations;

/// Mutations of targets.
#[GraphqlObject]
impl TargetMutations {
    /// Sets the target of a person or a team for a quarter: managers those of the teams below, but not the own; administrators all.
    async fn set_target(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The target.")] input: SetTargetInput,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Target>>> {
        let actor = writer(ctx)?;
        let parse = |id: ID| id.parse().unwrap_or(uuid::Uuid::nil());
        let outcome = tundish_application::performance::set_target(
            &actor,
            input.owner_id.map(|id| UserId(parse(id))),
            input.team_id.map(|id| TeamId(parse(id))),
            input.quarter_start.0,
            input.amount.map(Into::into),
            idempotency_key.as_deref(),
        )
        .await;
        payload(ctx, outcome, None).await.map(Some)
    }
}
