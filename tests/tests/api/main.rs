//! Tundish from outside: a started server, asked over HTTP, on both databases. One file a subject.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod customers;
mod deals;
