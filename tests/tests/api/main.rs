//! Tundish from outside: a started server, asked over HTTP, on both databases. One file a subject.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests run at the real time")]

mod access;
mod audits;
mod conflicts;
mod customers;
mod deals;
mod doctor;
mod events;
mod figures;
mod import;
mod imports;
mod jobs;
mod limits;
mod live;
mod mutations;
mod nodes;
mod origins;
mod paging;
mod pipelines;
mod protocol;
mod rates;
mod rights;
mod schema;
mod search;
mod settings;
mod statements;
mod storage;
mod uploads;
