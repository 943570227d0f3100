//! The harness of the black-box tests: a server on a database of its own, on either database, and people who ask it.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests run at the real time")]
#![recursion_limit = "1024"]

pub mod introspection;
pub mod live;
pub mod people;
pub mod postgres;
pub mod server;
pub mod tables;

pub use introspection::Introspection;
pub use live::Live;
pub use people::{Company, Person};
pub use server::{MovingClock, Server, Store};
pub use tables::Tables;

/// Runs a test on both databases.
#[macro_export]
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($server:ident: $ty:ty) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn run($server: $ty) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                run(<$ty>::start($crate::Store::Sqlite).await).await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                run(<$ty>::start($crate::Store::Postgres).await).await;
            }
        }
    )+};
}
