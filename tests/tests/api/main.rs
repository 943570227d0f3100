//! Tundish from outside: a started server, asked over HTTP, on both databases. One file a subject.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod access;
mod audits;
mod customers;
mod deals;
mod doctor;
mod events;
mod figures;
mod import;
mod imports;
mod jobs;
mod live;
mod mutations;
mod nodes;
mod paging;
mod protocol;
mod rights;
mod schema;
mod settings;
mod statements;
mod storage;
mod uploads;
