//! The company, its choices and its exchange rates.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object as GraphqlObject};
use tundish_application::{
    organisation::{delete_exchange_rate, restore_exchange_rate, set_exchange_rate},
    store::records::Row,
};
use tundish_domain::organisation::Language;

use crate::{
    deals::row_label,
    models::{Choice, Company, ExchangeRate},
    records::{
        connection::{Connection, ListArguments, connection},
        context::{actor, own_id, writer},
        filter::FilterInput,
        mutations::record_mutations,
        object::{GraphqlRecord, NoExtra, Object},
        order::OrderInput,
        payload::{Payload, payload},
        scalars::{CurrencyCode, Date, Decimal},
    },
};

/// What is known of a company beside its settings.
pub struct CompanyExtra;

impl From<Arc<Row>> for CompanyExtra {
    fn from(_: Arc<Row>) -> Self {
        Self
    }
}

impl GraphqlRecord for Company {
    type Extra = CompanyExtra;
}

/// What is known of a company beside its settings.
#[GraphqlObject]
impl CompanyExtra {
    /// The languages among which its people choose, as tags: all that Tundish speaks. `defaultLanguage` is that of whoever has
    /// not chosen.
    async fn languages(&self) -> Vec<&'static str> {
        Language::ALL.iter().map(|language| language.tag()).collect()
    }
}

impl GraphqlRecord for ExchangeRate {
    type Extra = NoExtra;
}

/// What is computed of a choice.
pub struct ChoiceExtra(Arc<Row>);

impl From<Arc<Row>> for ChoiceExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Choice {
    type Extra = ChoiceExtra;
    const NEEDS: &'static [(&'static str, &'static [&'static str])] = &[("label", &["name", "translations"])];
}

/// What is computed of a choice.
#[GraphqlObject]
impl ChoiceExtra {
    /// What people read, in the viewer's language.
    async fn label(&self, ctx: &Context<'_>) -> String {
        row_label(ctx, &self.0)
    }
}

record_mutations! {
    /// Mutations of the company, for administrators.
    CompanyMutations for Company {
        update "updateCompany": "Changes the company's settings. For administrators.";
    }
}

record_mutations! {
    /// Mutations of choices, for administrators.
    ChoiceMutations for Choice {
        create "createChoice": "Adds an option to a list of choices. For administrators.";
        update "updateChoice": "Changes an option of a list of choices. For administrators.";
    }
}

/// Queries of settings.
#[derive(Default)]
pub struct ConfigurationQueries;

/// Queries of settings.
#[GraphqlObject]
impl ConfigurationQueries {
    /// The company's settings; null before the set-up.
    async fn company(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Object<Company>>> {
        let actor = actor(ctx)?;
        let directory = actor.directory();
        Ok(directory.company().and_then(|company| directory.row(company.id.0).cloned()).map(Object::new))
    }

    /// The options of the lists of choices, in their order.
    async fn choices(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only this list: `source`, `industry` or `lostReason`; absent: all.")] list: Option<String>,
    ) -> async_graphql::Result<Vec<Object<Choice>>> {
        let actor = actor(ctx)?;
        let directory = actor.directory();
        let wanted = directory.choices().iter().filter(|choice| list.as_ref().is_none_or(|list| choice.list == *list));
        Ok(wanted.filter_map(|choice| directory.row(choice.id.0).cloned()).map(Object::new).collect())
    }

    /// What currencies are and were worth.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn exchange_rates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them.")] filter: Option<FilterInput<ExchangeRate>>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<
            Vec<OrderInput<ExchangeRate>>,
        >,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<ExchangeRate>> {
        connection(ctx, ListArguments { filter, search: None, order_by, first, after, last, before }).await
    }
}

/// What a currency is worth from a day on.
#[derive(InputObject)]
pub struct SetExchangeRateInput {
    /// The currency; not the base currency.
    currency: CurrencyCode,
    /// The first day on which it holds.
    date: Date,
    /// Units of the base currency for one unit: greater than zero, at most a million, with up to 8 digits.
    rate: Decimal,
}

/// What is done with settings.
#[derive(Default)]
pub struct ConfigurationMutations;

/// What is done with settings.
#[GraphqlObject]
impl ConfigurationMutations {
    /// Sets what a currency is worth from a day on; a rate of the same day is replaced. For administrators.
    async fn set_exchange_rate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The rate.")] input: SetExchangeRateInput,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<ExchangeRate>>> {
        let actor = writer(ctx)?;
        let (currency, key) = (input.currency.0.to_string(), idempotency_key.as_deref());
        let outcome = set_exchange_rate(&actor, &currency, input.date.0, input.rate.0, key).await;
        payload(ctx, outcome, None).await.map(Some)
    }

    /// Puts a rate into the recycle bin: the one before it holds on, or the next one reaches back. Refused for the only rate
    /// of a currency in which there are amounts. For administrators.
    async fn delete_exchange_rate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The rate's id.")] id: ID,
        #[graphql(desc = "Only if this is still its version.")] if_version: Option<i32>,
    ) -> async_graphql::Result<Option<Payload<ExchangeRate>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        payload(ctx, delete_exchange_rate(&actor, id, if_version.map(i64::from)).await, Some(id)).await.map(Some)
    }

    /// Takes a rate out of the recycle bin; refused if another one of its day was set since. For administrators.
    async fn restore_exchange_rate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The rate's id.")] id: ID,
    ) -> async_graphql::Result<Option<Payload<ExchangeRate>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        payload(ctx, restore_exchange_rate(&actor, id).await, Some(id)).await.map(Some)
    }
}
