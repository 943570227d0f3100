//! A server in the process of the test, on a port of its own.

use std::{net::SocketAddr, sync::Arc};

use tempfile::TempDir;
use tokio::task::JoinHandle;
use tundish::{commands::random, config::Options, serve};
use tundish_application::{
    organisation::Gate,
    store::{Clock, Database, DatabaseOptions},
};

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// Embedded.
    Sqlite,
    /// A server.
    Postgres,
}

/// A running server; it ends when it is dropped.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its database.
    pub database: Arc<Database>,
    /// Its gate.
    pub gate: Arc<Gate>,
    /// The address of the database, for a second server on it.
    pub url: String,
    tasks: Vec<JoinHandle<()>>,
    /// Keeps the folder of the embedded database until both servers on it have ended.
    folder: Option<Arc<TempDir>>,
}

impl Server {
    /// Starts a server on an empty database.
    pub async fn start(store: Store) -> Self {
        Self::start_at(store, Clock::new(chrono::Utc::now)).await
    }

    /// Starts a server on an empty database with a clock.
    pub async fn start_at(store: Store, clock: Clock) -> Self {
        match store {
            Store::Postgres => Self::on(crate::postgres::database().await, clock, None).await,
            Store::Sqlite => {
                let folder = TempDir::new().expect("a folder");
                let url = DatabaseOptions::sqlite(&folder.path().join("tundish.db"), clock.clone()).url;
                Self::on(url, clock, Some(Arc::new(folder))).await
            }
        }
    }

    /// A second server on the same database.
    pub async fn beside(&self) -> Self {
        Self::on(self.url.clone(), Clock::new(chrono::Utc::now), self.folder.clone()).await
    }

    async fn on(url: String, clock: Clock, folder: Option<Arc<TempDir>>) -> Self {
        let options = DatabaseOptions { url: url.clone(), readers: 4, writers: 4, clock };
        let database = Database::open(options).await.expect("the database");
        let gate = Arc::new(Gate::new(random()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("the port");
        let server = serve::Server {
            database: Arc::clone(&database),
            gate: Arc::clone(&gate),
            schema: tundish_schema::schema(),
            options: Arc::new(Options::default()),
        };
        let routes = serve::routes(server).into_make_service_with_connect_info::<SocketAddr>();
        let tasks = vec![
            tokio::spawn(Arc::clone(&database).number_events()),
            tokio::spawn(async move { axum::serve(listener, routes).await.expect("serving") }),
        ];
        Self { address, database, gate, url, tasks, folder }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}
