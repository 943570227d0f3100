//! Use cases: who may do what, in one transaction, and what event it leaves. The only floor that writes; called alike by
//! GraphQL, the command line and imports.
//!
//! A use case reads: who asks, what exists, may he, each rule with its message, one unit of work, the reply.

pub mod activities;
pub mod commerce;
pub mod customers;
pub mod deals;
pub mod insight;
pub mod organisation;
pub mod performance;
pub mod records;

/// The reading door of the floor below, for the schema.
pub use tundish_persistence as store;
