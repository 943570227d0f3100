//! What is done with deals, pipelines and stages.

use async_graphql::{
    Context, ID, InputObject, InputType, Object as GraphqlObject, Value,
    registry::{MetaInputValue, Registry},
};
use tundish_application::deals::{LineInput, Move, RoleInput, create_deal, move_deal, set_buying_roles, set_lines};
use tundish_domain::deals::BuyingRole;
use uuid::Uuid;

use crate::{
    models::{Deal, Pipeline, Stage},
    records::{
        context::{own_id, writer},
        input::{Additions, RecordInput},
        money::MoneyInput,
        mutations::record_mutations,
        payload::{Payload, payload},
        registry::input,
        scalars::Decimal,
    },
};

record_mutations! {
    /// Mutations of deals.
    DealRecordMutations for Deal {
        update "updateDeal": "Changes fields of a deal. Stage and pipeline change by `moveDeal`.";
        delete "deleteDeal": "Puts a deal into the recycle bin: it leaves every figure, as-of ones too.";
        restore "restoreDeal": "Takes a deal out of the recycle bin; it comes back into the figures.";
    }
}

record_mutations! {
    /// Mutations of pipelines, for administrators.
    PipelineMutations for Pipeline {
        create "createPipeline": "Creates a pipeline. For administrators.";
        update "updatePipeline": "Changes fields of a pipeline, also while deals are in it. For administrators.";
    }
}

record_mutations! {
    /// Mutations of stages, for administrators.
    StageMutations for Stage {
        create "createStage": "Creates a stage, at the end or where `position` says. For administrators.";
        update "updateStage": "Changes a stage, also while deals are in it, except its kind, which the last open stage keeps; `position` moves it among the others. Won and lost stages have the probabilities 1 and 0. For administrators.";
        delete_unused "deleteStage": "Deletes a stage; refused while deals are in it, and for the last open one of its pipeline. For administrators.";
        restore "restoreStage": "Takes a stage out of the recycle bin, to its place among the others. For administrators.";
    }
}

/// A new deal, with contacts.
pub struct CreatingDeal;

impl Additions for CreatingDeal {
    const NAME: &'static str = "Create{}Input";
    const CREATES: bool = true;

    fn fields(registry: &mut Registry) -> Vec<MetaInputValue> {
        <ID as InputType>::create_type_info(registry);
        vec![input(
            "contactIds",
            "[ID!]".to_owned(),
            "Contacts of the customer that take part in it, at most 200; their part is that of an influencer until it is set.",
        )]
    }
}

/// A product within a deal.
#[derive(InputObject)]
pub struct DealLineInput {
    /// The line that is meant; absent: a new one.
    id: Option<ID>,
    /// The product.
    product_id: ID,
    /// How many, with up to 4 digits.
    quantity: Decimal,
    /// What one costs here; absent: the product's list price.
    unit_price: Option<MoneyInput>,
}

/// A contact's part in a deal.
#[derive(InputObject)]
pub struct BuyingRoleInput {
    /// The contact.
    contact_id: ID,
    /// The part.
    role: BuyingRole,
}

fn contact_id(value: &Value) -> Uuid {
    match value {
        Value::String(id) => id.parse().unwrap_or(Uuid::nil()),
        _ => Uuid::nil(),
    }
}

/// What is done with deals.
#[derive(Default)]
pub struct DealMutations;

fn other_id(id: &ID) -> Uuid {
    // What is no id is the id of nothing, and is refused as such with its path.
    id.parse().unwrap_or(Uuid::nil())
}

/// What is done with deals.
#[GraphqlObject]
impl DealMutations {
    /// Creates a deal: without an owner it is the viewer's, without a stage it begins in the first one.
    async fn create_deal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new deal.")] input: RecordInput<Deal, CreatingDeal>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Deal>>> {
        let actor = writer(ctx)?;
        let contacts: Vec<Uuid> = match input.additional.get("contactIds") {
            Some(Value::List(ids)) => ids.iter().map(contact_id).collect(),
            _ => Vec::new(),
        };
        payload(ctx, create_deal(&actor, &input.input, &contacts, idempotency_key.as_deref()).await, None)
            .await
            .map(Some)
    }

    /// Moves a deal to another stage, of its own or another active pipeline. To a won or lost one closes it today, at today's
    /// exchange rate; from there to an open one reopens it.
    #[expect(clippy::too_many_arguments, reason = "the arguments of the verb")]
    async fn move_deal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The deal's id.")] id: ID,
        #[graphql(desc = "The stage to which it goes.")] stage_id: ID,
        #[graphql(desc = "The amount, where it becomes known: when it is won. Absent: as it is.")] amount: Option<
            MoneyInput,
        >,
        #[graphql(desc = "Why it was lost, a key of the choices `lostReason`; for lost stages only.")]
        lost_reason: Option<String>,
        #[graphql(desc = "A note about it, at most 20000 characters.")] note: Option<String>,
        #[graphql(
            desc = "The version that was read: the stage, and amount and reason where they are given, are not overwritten if others changed them since then."
        )]
        if_version: Option<i32>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Deal>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        let to = Move { stage: other_id(&stage_id), amount: amount.map(Into::into), lost_reason, note };
        let outcome = move_deal(&actor, id, &to, if_version.map(i64::from), idempotency_key.as_deref()).await;
        payload(ctx, outcome, Some(id)).await.map(Some)
    }

    /// Replaces the line items of a deal.
    async fn set_deal_lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The deal's id.")] id: ID,
        #[graphql(desc = "The lines in their order, at most 500.")] lines: Vec<DealLineInput>,
        #[graphql(desc = "Whether the deal's amount becomes the sum of the lines.", default)] take_over_total: bool,
        #[graphql(
            desc = "The version that was read: lines that others changed since then are not overwritten, nor is an amount that is taken over; changes of other fields are kept."
        )]
        if_version: Option<i32>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Deal>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        let lines: Vec<LineInput> = lines
            .into_iter()
            .map(|line| LineInput {
                id: line.id.as_ref().map(other_id),
                product: other_id(&line.product_id),
                quantity: line.quantity.0,
                unit_price: line.unit_price.map(Into::into),
            })
            .collect();
        let (version, key) = (if_version.map(i64::from), idempotency_key.as_deref());
        let outcome = set_lines(&actor, id, &lines, take_over_total, version, key).await;
        payload(ctx, outcome, Some(id)).await.map(Some)
    }

    /// Replaces the contacts of a deal and their parts in the decision.
    async fn set_buying_roles(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The deal's id.")] id: ID,
        #[graphql(desc = "The contacts with their parts, at most 200.")] roles: Vec<BuyingRoleInput>,
        #[graphql(
            desc = "The version that was read: parts that others changed since then are not overwritten; changes of other fields are kept."
        )]
        if_version: Option<i32>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Deal>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        let roles: Vec<RoleInput> =
            roles.iter().map(|role| RoleInput { contact: other_id(&role.contact_id), role: role.role }).collect();
        let (version, key) = (if_version.map(i64::from), idempotency_key.as_deref());
        payload(ctx, set_buying_roles(&actor, id, &roles, version, key).await, Some(id)).await.map(Some)
    }
}
