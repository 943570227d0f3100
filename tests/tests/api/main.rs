//! Tundish from outside: a started server, asked over HTTP, on both databases. One file a subject.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod deals;
mod imports;
mod jobs;
mod uploads;
