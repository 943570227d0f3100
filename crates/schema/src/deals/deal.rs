//! Deals.

use std::sync::Arc;

use async_graphql::{Context, ID, Object as GraphqlObject};
use tundish_application::store::records::{Filter, List, OrderBy, PageRequest, Record, Row, Test};
use tundish_domain::records::FieldValue;

use crate::{
    models::{Deal, DealContact, DealLine, Note, Pipeline, Task},
    records::{
        connection::{Connection, ListArguments, connection_in, list, nested_rows},
        context::{actor, scope, store},
        filter::FilterInput,
        money::MoneyObject,
        mutations::nested_list,
        object::{GraphqlRecord, Object, one, selection},
        order::OrderInput,
        scalars::DateTime,
        timeline::{Timeline, timeline},
    },
};

/// The most lines or contacts of a deal.
const PARTS_MAX: u32 = 500;

/// Queries of deals.
#[derive(Default)]
pub struct DealQueries;

/// Queries of deals.
#[GraphqlObject]
impl DealQueries {
    /// A deal by its id; null if there is none that the viewer may see.
    async fn deal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The record's id.")] id: ID,
    ) -> async_graphql::Result<Option<Object<Deal>>> {
        one(ctx, &id).await
    }

    /// The deals that the viewer may see, now or at a past instant.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn deals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which records.")] filter: Option<FilterInput<Deal>>,
        #[graphql(
            desc = "Full-text search, at most 200 characters: all its words are found in the record. Not with `asOf`."
        )]
        search: Option<String>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Deal>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
        #[graphql(
            desc = "The state at this instant: the deals' own fields as they were then, what they refer to as it is now, with today's rights."
        )]
        as_of: Option<DateTime>,
    ) -> async_graphql::Result<Connection<Deal>> {
        let arguments = ListArguments { filter, search, order_by, first, after, last, before };
        let list = list(ctx, &arguments)?;
        if as_of.is_some() && list.search.is_some() {
            return Err(crate::records::context::coded(
                "search reads the present only; leave it out with asOf",
                "BAD_USER_INPUT",
            ));
        }
        let scope = scope(ctx)?.as_of_instant(as_of.map(|instant| instant.0)).await;
        connection_in(ctx, scope.map_err(|error| store(ctx, error))?, list).await
    }

    /// The pipelines, in their order.
    async fn pipelines(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<Pipeline>>> {
        let actor = actor(ctx)?;
        let directory = actor.directory();
        Ok(directory
            .pipelines()
            .iter()
            .filter_map(|pipeline| directory.row(pipeline.id.0).cloned())
            .map(Object::new)
            .collect())
    }
}

/// What is computed of a deal.
pub struct DealExtra(Arc<Row>);

impl From<Arc<Row>> for DealExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Deal {
    type Extra = DealExtra;
}

/// What is computed of a deal.
#[GraphqlObject]
impl DealExtra {
    /// The products that are sold, in their order; at most 500.
    async fn line_items(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<DealLine>>> {
        let list = parts::<DealLine>(ctx, "position");
        Ok(nested_rows(ctx, DealLine::DESCRIPTION, "deal", self.0.id, list)
            .await?
            .into_iter()
            .map(Object::new)
            .collect())
    }

    /// The sum of its line items' totals in the base currency; null without any.
    async fn line_items_total(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<MoneyObject>> {
        let mut list = parts::<DealLine>(ctx, "position");
        list.selection = tundish_application::store::records::Selection::all(DealLine::DESCRIPTION);
        list.selection.fields.retain(|position| DealLine::DESCRIPTION.fields[*position].key == "total");
        let lines = nested_rows(ctx, DealLine::DESCRIPTION, "deal", self.0.id, list).await?;
        let Some(base_currency) = actor(ctx)?.directory().base_currency() else { return Ok(None) };
        if lines.is_empty() {
            return Ok(None);
        }
        let total = lines.iter().fold(0_i64, |total, line| match line.get("total") {
            Some(FieldValue::Money { base, .. }) => total.saturating_add(*base),
            _ => total,
        });
        Ok(Some(MoneyObject::in_base(total, base_currency)))
    }

    /// The contacts' parts in the customer's decision; at most 500, as far as the viewer may see the contacts.
    async fn buying_roles(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<DealContact>>> {
        let list = parts::<DealContact>(ctx, "id");
        Ok(nested_rows(ctx, DealContact::DESCRIPTION, "deal", self.0.id, list)
            .await?
            .into_iter()
            .map(Object::new)
            .collect())
    }

    /// The open task that is due first; null if there is none.
    async fn next_task(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Object<Task>>> {
        let list = List {
            filter: Filter::on(Task::DESCRIPTION, "completedAt", Test::IsNull(true)),
            search: None,
            order: OrderBy::on(Task::DESCRIPTION, "dueDate", false).into_iter().collect(),
            page: PageRequest { size: 1, ..PageRequest::default() },
            selection: selection(ctx.field(), Task::DESCRIPTION),
        };
        Ok(nested_rows(ctx, Task::DESCRIPTION, "deal", self.0.id, list).await?.into_iter().next().map(Object::new))
    }

    /// What is to be done for it.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them.")] filter: Option<FilterInput<Task>>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Task>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Task>> {
        nested_list!(ctx, Task, "deal", self.0.id, filter, order_by, first, after, last, before)
    }

    /// What was written about it.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn notes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them.")] filter: Option<FilterInput<Note>>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Note>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Note>> {
        nested_list!(ctx, Note, "deal", self.0.id, filter, order_by, first, after, last, before)
    }

    /// Its events, notes and tasks, newest first.
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
    ) -> async_graphql::Result<Timeline> {
        timeline(ctx, "deal", self.0.id, first, after).await
    }
}

/// All parts of a kind, in the order of a field.
fn parts<R: Record>(ctx: &Context<'_>, order: &str) -> List {
    List {
        filter: Filter::everything(),
        search: None,
        order: OrderBy::on(R::DESCRIPTION, order, false).into_iter().collect(),
        page: PageRequest { size: PARTS_MAX, ..PageRequest::default() },
        selection: selection(ctx.field(), R::DESCRIPTION),
    }
}
