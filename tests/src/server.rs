//! A server in the process of the test, on a port of its own.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

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

/// The real clock, moved on by the test.
#[derive(Clone, Default)]
pub struct MovingClock {
    seconds: Arc<AtomicI64>,
}

impl MovingClock {
    /// The clock for a server.
    pub fn clock(&self) -> Clock {
        let seconds = Arc::clone(&self.seconds);
        Clock::new(move || chrono::Utc::now() + chrono::TimeDelta::seconds(seconds.load(Ordering::SeqCst)))
    }

    /// Moves it on.
    pub fn forward(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// The SQL statements that a server has sent, for counting.
#[derive(Clone, Default)]
pub struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    /// Those since the last call.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// How long a statement that reads may take: shorter than in earnest, for the test that waits for it.
const LONGEST_READ: Duration = Duration::from_secs(10);

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
    /// What it has asked the database.
    pub statements: Statements,
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
        Self::start_with(store, clock, Options::default()).await
    }

    /// Starts a server on an empty database with a configuration.
    pub async fn start_with(store: Store, clock: Clock, configuration: Options) -> Self {
        match store {
            Store::Postgres => Self::on(crate::postgres::database().await, clock, None, configuration).await,
            Store::Sqlite => {
                let folder = TempDir::new().expect("a folder");
                let url = DatabaseOptions::sqlite(&folder.path().join("tundish.db"), clock.clone()).url;
                Self::on(url, clock, Some(Arc::new(folder)), configuration).await
            }
        }
    }

    /// A second server on the same database.
    pub async fn beside(&self) -> Self {
        let clock = Clock::new(chrono::Utc::now);
        Self::on(self.url.clone(), clock, self.folder.clone(), Options::default()).await
    }

    async fn on(url: String, clock: Clock, folder: Option<Arc<TempDir>>, configuration: Options) -> Self {
        let options =
            DatabaseOptions { url: url.clone(), readers: 4, writers: 4, longest_read: Some(LONGEST_READ), clock };
        let statements = Statements::default();
        let noted = Arc::clone(&statements.0);
        let note = move |sql: &str| noted.lock().unwrap_or_else(PoisonError::into_inner).push(sql.to_owned());
        let database = Database::open_watched(options, note).await.expect("the database");
        let gate = Arc::new(Gate::new(random()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("the port");
        let server = serve::Server {
            database: Arc::clone(&database),
            gate: Arc::clone(&gate),
            schema: tundish_schema::Schema::default(),
            documents: Arc::default(),
            options: Arc::new(configuration),
        };
        let routes = serve::routes(server).into_make_service_with_connect_info::<SocketAddr>();
        let tasks = vec![
            tokio::spawn(Arc::clone(&database).number_events()),
            tokio::spawn(async move { axum::serve(listener, routes).await.expect("serving") }),
        ];
        Self { address, database, gate, url, statements, tasks, folder }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}
