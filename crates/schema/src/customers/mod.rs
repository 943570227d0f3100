//! Accounts and contacts.

use std::sync::Arc;

use async_graphql::{Context, Object as GraphqlObject};
use tundish_application::store::records::Row;

use crate::{
    models::{Account, Contact, Deal},
    records::{
        connection::Connection,
        filter::FilterInput,
        mutations::{nested_list, record_mutations, record_queries},
        object::GraphqlRecord,
        order::OrderInput,
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

/// What is computed of a contact.
#[GraphqlObject]
impl ContactExtra {
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
