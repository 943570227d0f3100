//! The server: configuration, HTTP, sessions, workers and the `tundish` command. Thin.

// The roots of the schema are merged of many rooms, one inside the other.
#![recursion_limit = "1024"]

pub mod assets;
mod caller;
pub mod commands;
pub mod config;
pub mod demo;
pub mod documents;
pub mod http;
pub mod import;
pub mod live;
pub mod lock;
pub mod requests;
pub mod serve;
pub mod uploads;
