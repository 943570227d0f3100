//! Tables, and the only code that knows SQL: reading through a [`records::Scope`], writing through a
//! [`records::UnitOfWork`]. Entities are private; outside this crate there is no way to a row that bypasses them.

pub mod activities;
pub mod commerce;
pub mod customers;
pub mod database;
pub mod deals;
mod dialect;
pub mod doctor;
pub mod organisation;
pub mod performance;
pub mod records;
mod schema;

pub use database::{Clock, Database, DatabaseOptions};
pub use dialect::Dialect;
