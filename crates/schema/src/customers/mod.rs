//! Accounts and contacts.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object as GraphqlObject};
use tundish_application::{
    customers::{PointInput, set_contact_points},
    store::records::{Filter, List, OrderBy, PageRequest, Record, Row},
};
use tundish_domain::customers::ContactPointKind;
use uuid::Uuid;

use crate::{
    models::{Account, Contact, ContactPoint, Deal},
    records::{
        connection::{Connection, nested_rows},
        context::{own_id, writer},
        filter::FilterInput,
        mutations::{nested_list, record_mutations, record_queries},
        object::{GraphqlRecord, NoExtra, Object, selection},
        order::OrderInput,
        payload::{Payload, payload},
        timeline::{Timeline, timeline},
    },
};

record_queries! {
    /// Queries of accounts.
    AccountQueries for Account {
        one "account": "An account by its id; null if there is none that the viewer may see.";
        list "accounts": "The accounts that the viewer may see.";
    }
}

record_mutations! {
    /// Mutations of accounts.
    AccountMutations for Account {
        create "createAccount": "Creates an account; without an owner it is the viewer's.";
        update "updateAccount": "Changes fields of an account.";
        delete "deleteAccount": "Puts an account into the recycle bin: managers those of their teams, administrators all.";
        restore "restoreAccount": "Takes an account out of the recycle bin, with what went there together with it.";
    }
}

record_queries! {
    /// Queries of contacts.
    ContactQueries for Contact {
        one "contact": "A contact by its id; null if there is none that the viewer may see.";
        list "contacts": "The contacts that the viewer may see.";
    }
}

record_mutations! {
    /// Mutations of contacts.
    ContactMutations for Contact {
        create "createContact": "Creates a contact.";
        update "updateContact": "Changes fields of a contact.";
        delete "deleteContact": "Puts a contact into the recycle bin.";
        restore "restoreContact": "Takes a contact out of the recycle bin.";
    }
}

/// What is computed of an account.
pub struct AccountExtra(Arc<Row>);

impl From<Arc<Row>> for AccountExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Account {
    type Extra = AccountExtra;
}

/// What is computed of an account.
#[GraphqlObject]
impl AccountExtra {
    /// The people there, as far as the viewer may see them.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn contacts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them.")] filter: Option<FilterInput<Contact>>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<
            Vec<OrderInput<Contact>>,
        >,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Contact>> {
        nested_list!(ctx, Contact, "account", self.0.id, filter, order_by, first, after, last, before)
    }

    /// The deals with it, as far as the viewer may see them.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn deals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them.")] filter: Option<FilterInput<Deal>>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<OrderInput<Deal>>>,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Deal>> {
        nested_list!(ctx, Deal, "account", self.0.id, filter, order_by, first, after, last, before)
    }

    /// The companies that belong to it, as far as the viewer may see them.
    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn subsidiaries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them.")] filter: Option<FilterInput<Account>>,
        #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<
            Vec<OrderInput<Account>>,
        >,
        #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
        #[graphql(desc = "Those before this cursor.")] before: Option<String>,
    ) -> async_graphql::Result<Connection<Account>> {
        nested_list!(ctx, Account, "parent", self.0.id, filter, order_by, first, after, last, before)
    }

    /// Its events, notes and tasks, newest first.
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
    ) -> async_graphql::Result<Timeline> {
        timeline(ctx, "account", self.0.id, first, after).await
    }
}

/// What is computed of a contact.
pub struct ContactExtra(Arc<Row>);

impl From<Arc<Row>> for ContactExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Contact {
    type Extra = ContactExtra;
}

impl GraphqlRecord for ContactPoint {
    type Extra = NoExtra;
}

/// The most numbers and addresses of a contact.
const POINTS_MAX: u32 = 50;

/// A telephone number or e-mail address.
#[derive(InputObject)]
pub struct ContactPointInput {
    /// The one that is meant; absent: a new one.
    id: Option<ID>,
    /// Whether it is a number or an address.
    kind: ContactPointKind,
    /// What it is for, at most 200 characters; absent or null: not said.
    label: Option<String>,
    /// As it is written, at most 200 characters.
    value: String,
    /// Whether it is the first of its kind; if none is, the first one in the list becomes it.
    #[graphql(default)]
    primary: bool,
}

/// What is done with a contact's numbers and addresses.
#[derive(Default)]
pub struct ContactPointMutations;

/// What is done with a contact's numbers and addresses.
#[GraphqlObject]
impl ContactPointMutations {
    /// Replaces the telephone numbers and e-mail addresses of a contact; its `phone` and `email` follow.
    async fn set_contact_points(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The contact's id.")] id: ID,
        #[graphql(desc = "Numbers and addresses in their order, at most 50.")] points: Vec<ContactPointInput>,
        #[graphql(
            desc = "The version that was read: numbers and addresses that others changed since then are not overwritten; changes of other fields are kept."
        )]
        if_version: Option<i32>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Contact>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        let points: Vec<PointInput> = points
            .into_iter()
            .map(|point| PointInput {
                id: point.id.map(|id| id.parse().unwrap_or(Uuid::nil())),
                kind: point.kind,
                label: point.label,
                value: point.value,
                primary: point.primary,
            })
            .collect();
        let (version, key) = (if_version.map(i64::from), idempotency_key.as_deref());
        payload(ctx, set_contact_points(&actor, id, &points, version, key).await, Some(id)).await.map(Some)
    }
}

/// What is computed of a contact.
#[GraphqlObject]
impl ContactExtra {
    /// Telephone numbers and e-mail addresses, in their order; the primary ones are also `phone` and `email`. At most 50.
    async fn contact_points(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<ContactPoint>>> {
        let list = List {
            filter: Filter::everything(),
            search: None,
            order: OrderBy::on(ContactPoint::DESCRIPTION, "position", false).into_iter().collect(),
            page: PageRequest { size: POINTS_MAX, ..PageRequest::default() },
            selection: selection(ctx.field(), ContactPoint::DESCRIPTION),
        };
        let rows = nested_rows(ctx, ContactPoint::DESCRIPTION, "contact", self.0.id, list).await?;
        Ok(rows.into_iter().map(Object::new).collect())
    }

    /// Its events, notes and tasks, newest first.
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many, 1 to 200; absent: 50.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
    ) -> async_graphql::Result<Timeline> {
        timeline(ctx, "contact", self.0.id, first, after).await
    }
}
