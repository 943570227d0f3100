//! What every record has in common in the API: objects, filters, orders, connections, inputs, payloads, events.

pub(crate) mod connection;
pub mod context;
pub(crate) mod event;
pub(crate) mod filter;
pub(crate) mod imports;
pub(crate) mod input;
pub mod loaders;
pub(crate) mod money;
pub(crate) mod mutations;
pub(crate) mod object;
pub(crate) mod order;
pub(crate) mod payload;
mod query;
pub(crate) mod registry;
pub(crate) mod relative;
mod root;
pub(crate) mod scalars;
pub(crate) mod subscription;
pub(crate) mod timeline;
pub(crate) mod translation;

pub(crate) use query::RecordsQuery;
pub use root::Root;
pub(crate) use subscription::RecordsSubscription;
