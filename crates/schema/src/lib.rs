//! The GraphQL schema. It translates: a resolver parses, calls a use case or reads through the scope, and converts.

// The roots of the schema are merged of many rooms, one inside the other.
#![recursion_limit = "1024"]

mod activities;
mod commerce;
mod customers;
mod deals;
pub mod documents;
mod insight;
mod models;
mod organisation;
mod performance;
pub mod records;

use std::sync::Arc;

use async_graphql::{Data, Executor, MergedObject, MergedSubscription, Request, Response, SDLExportOptions};
use futures::{future::BoxFuture, stream::BoxStream};

/// Everything that can be asked.
///
/// A document has at most 100000 bytes, nests at most 15 levels and has at most 2000 fields, those of its fragments counted
/// wherever they are spread. An operation costs at most 200000, about the number of values that it may return; what it cost
/// stands in `extensions.cost`. It takes at most 30 seconds. What goes beyond is refused with the code `TOO_COMPLEX`.
///
/// Where a request or the server is at fault, the error's `extensions.code` is one of `UNAUTHENTICATED`, `FORBIDDEN`,
/// `NOT_FOUND`, `BAD_USER_INPUT`, `TOO_COMPLEX` and `INTERNAL`.
#[derive(MergedObject, Default)]
pub struct Query(
    records::RecordsQuery,
    records::imports::ImportQueries,
    records::imports::ImportFileQueries,
    organisation::AccessQueries,
    organisation::PeopleQueries,
    organisation::UserQueries,
    organisation::ConfigurationQueries,
    customers::AccountQueries,
    customers::ContactQueries,
    commerce::ProductQueries,
    deals::DealQueries,
    activities::NoteQueries,
    activities::TaskQueries,
    performance::TargetQueries,
    insight::InsightQueries,
);

/// Everything that can be done. The fields of a document are carried out in order, each in its own transaction. What its user
/// can mend is no error of the request: it stands among the `userErrors` of the payload, and nothing was written.
#[derive(MergedObject, Default)]
pub struct Mutation(
    organisation::AccessMutations,
    organisation::PeopleMutations,
    organisation::TeamMutations,
    organisation::CompanyMutations,
    organisation::ChoiceMutations,
    organisation::ConfigurationMutations,
    customers::AccountMutations,
    customers::ContactMutations,
    customers::ContactPointMutations,
    commerce::ProductMutations,
    deals::DealMutations,
    deals::DealRecordMutations,
    deals::PipelineMutations,
    deals::StageMutations,
    activities::ActivityMutations,
    activities::NoteMutations,
    activities::TaskMutations,
    performance::TargetMutations,
    records::imports::ImportMutations,
);

/// Everything that can be followed.
#[derive(MergedSubscription, Default)]
pub struct Subscription(records::RecordsSubscription);

/// How deep a document may nest.
pub const DEPTH_MAX: usize = 15;

/// The schema. Whoever carries operations out by it does not see its types, so that all resolvers are compiled in this crate,
/// and not once more where they are called.
#[derive(Clone)]
pub struct Schema(async_graphql::Schema<records::Root<Query>, records::Root<Mutation>, Subscription>);

impl Default for Schema {
    fn default() -> Self {
        let (query, mutation) = (records::Root::default(), records::Root::default());
        Self(async_graphql::Schema::build(query, mutation, Subscription::default()).limit_depth(DEPTH_MAX).finish())
    }
}

impl Schema {
    /// Carries a query or a mutation out.
    pub fn execute(&self, request: Request) -> BoxFuture<'static, Response> {
        let schema = self.0.clone();
        Box::pin(async move { schema.execute(request).await })
    }

    /// Carries an operation out that may be a subscription, with the data of its connection.
    pub fn execute_stream(&self, request: Request, session: Option<Arc<Data>>) -> BoxStream<'static, Response> {
        Executor::execute_stream(&self.0, request, session)
    }

    /// The schema as text, in a stable order.
    pub fn sdl(&self) -> String {
        self.0.sdl_with_options(SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items())
    }
}
