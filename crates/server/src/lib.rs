//! The server: configuration, HTTP, sessions, workers and the `tundish` command. Thin.

// The roots of the schema are merged of many rooms, one inside the other.
#![recursion_limit = "512"]

pub mod assets;
pub mod commands;
pub mod config;
pub mod http;
pub mod serve;
pub mod uploads;
