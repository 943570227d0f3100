//! The connections to the database, its clock, and who waits for its news.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use sea_orm::{ConnectOptions, DatabaseConnection, DbErr};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{
    dialect::Dialect,
    records::{Directory, StoreError, writer::Writer},
};

/// The source of the present, a parameter so that tests and imports can hold it still.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// A clock that asks a function.
    pub fn new(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The present, cut to milliseconds: what both databases keep.
    pub fn now(&self) -> DateTime<Utc> {
        let now = (self.0)();
        now.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(now)
    }
}

/// How to reach the database.
#[derive(Clone)]
pub struct DatabaseOptions {
    /// `sqlite://…` or `postgres://…`.
    pub url: String,
    /// The most connections that read.
    pub readers: u32,
    /// The most connections that write, on PostgreSQL; `SQLite` has one.
    pub writers: u32,
    /// The longest that a statement of a reading connection may take, on PostgreSQL, which would go on with it after nobody
    /// waits for it any more; `None`: as long as it takes.
    pub longest_read: Option<Duration>,
    /// The clock.
    pub clock: Clock,
}

impl DatabaseOptions {
    /// `SQLite` in a file.
    pub fn sqlite(file: &Path, clock: Clock) -> Self {
        Self { url: format!("sqlite://{}?mode=rwc", file.display()), readers: 4, writers: 1, longest_read: None, clock }
    }
}

/// Told of every statement.
type Watch = Arc<dyn Fn(&str) + Send + Sync>;

/// The database of one organisation.
pub struct Database {
    dialect: Dialect,
    primary: DatabaseConnection,
    reader: DatabaseConnection,
    pub(crate) writer: Option<Writer>,
    clock: Clock,
    pub(crate) directory: tokio::sync::RwLock<Arc<Directory>>,
    /// Whose turn it is to load it anew.
    pub(crate) loading: tokio::sync::Mutex<()>,
    /// Wakes whoever numbers events, after every commit.
    pub(crate) committed: watch::Sender<u64>,
    /// The number of the last event that can be read.
    pub(crate) numbered: watch::Sender<i64>,
    /// Whether another node has brought the schema beyond what this program knows.
    outdated: AtomicBool,
}

impl Database {
    /// Connects, brings the schema up to date and loads the directory.
    pub async fn open(options: DatabaseOptions) -> Result<Arc<Self>, StoreError> {
        Self::connect(options, true, None).await
    }

    /// As [`Self::open`], telling of every SQL statement that is sent afterwards: for counting them.
    pub async fn open_watched(
        options: DatabaseOptions,
        watch: impl Fn(&str) + Send + Sync + 'static,
    ) -> Result<Arc<Self>, StoreError> {
        Self::connect(options, true, Some(Arc::new(watch))).await
    }

    /// As [`Self::open`], for looking beside a running server: a schema of another version is refused, not changed.
    pub async fn open_unchanged(options: DatabaseOptions) -> Result<Arc<Self>, StoreError> {
        Self::connect(options, false, None).await
    }

    async fn connect(options: DatabaseOptions, migrate: bool, watch: Option<Watch>) -> Result<Arc<Self>, StoreError> {
        let postgres = options.url.starts_with("postgres");
        let dialect = if postgres { Dialect::Postgres } else { Dialect::Sqlite };
        let connect = |connections, read_only| match dialect {
            Dialect::Sqlite => sqlite(&options.url, connections, read_only),
            Dialect::Postgres => {
                postgres_options(&options.url, connections, options.longest_read.filter(|_| read_only))
            }
        };
        let writers = if dialect == Dialect::Sqlite { 1 } else { options.writers };
        let mut primary = sea_orm::Database::connect(connect(writers, false)).await?;
        if migrate {
            crate::schema::migrate(&primary, dialect).await?;
        } else {
            crate::schema::refuse_other(&primary).await?;
        }
        let mut reader = sea_orm::Database::connect(connect(options.readers, true)).await?;
        if let Some(watch) = watch {
            for connection in [&mut primary, &mut reader] {
                let watch = Arc::clone(&watch);
                connection.set_metric_callback(move |info| watch(&info.statement.sql));
            }
        }
        let writer = (dialect == Dialect::Sqlite).then(|| Writer::new(primary.clone()));
        let directory = Arc::new(Directory::load(&reader).await?);
        let last = crate::records::last_event(&reader).await?;
        Ok(Arc::new(Self {
            dialect,
            primary,
            reader,
            writer,
            clock: options.clock,
            directory: tokio::sync::RwLock::new(directory),
            loading: tokio::sync::Mutex::default(),
            committed: watch::Sender::new(0),
            numbered: watch::Sender::new(last),
            outdated: AtomicBool::new(false),
        }))
    }

    /// Which database it is.
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The present.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new id that sorts by time.
    pub fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::ContextV7::new(), seconds, now.timestamp_subsec_nanos()))
    }

    /// Where one writes on PostgreSQL. The one writing connection of `SQLite` belongs to its [`Writer`].
    pub(crate) const fn primary(&self) -> &DatabaseConnection {
        &self.primary
    }

    /// Where one reads what must not be a moment old: sessions, rights, one's own writes.
    pub(crate) const fn newest(&self) -> &DatabaseConnection {
        match self.dialect {
            Dialect::Sqlite => &self.reader,
            Dialect::Postgres => &self.primary,
        }
    }

    /// Where one reads.
    pub(crate) const fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Whether the database answers, with a schema that this program knows.
    pub async fn ping(&self) -> Result<(), StoreError> {
        crate::records::directory_version(self, &self.reader).await?;
        Ok(())
    }

    /// Whether another node has brought the schema beyond what this program knows: then it must not work on.
    pub fn outdated(&self) -> bool {
        self.outdated.load(Ordering::Relaxed)
    }

    /// Refuses a newest step of the schema that this program does not know, from then on.
    pub(crate) fn refuse_newer(&self, newest: String) -> Result<(), StoreError> {
        if crate::schema::is_newer(&newest) {
            self.outdated.store(true, Ordering::Relaxed);
            return Err(StoreError::NewerSchema(newest));
        }
        Ok(())
    }

    /// Follows the number of the last readable event.
    pub fn news(&self) -> watch::Receiver<i64> {
        self.numbered.subscribe()
    }

    /// Closes the connections, after what is being written is written.
    pub async fn close(&self) -> Result<(), DbErr> {
        if let Some(writer) = &self.writer {
            writer.flush().await;
        }
        self.reader.close_by_ref().await?;
        self.primary.close_by_ref().await
    }
}

fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            // As durable as PostgreSQL: a commit is on the disk when it is answered.
            let sqlite = sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("busy_timeout", "10000")
                .pragma("cache_size", "-8192")
                .pragma("temp_store", "MEMORY");
            if read_only { sqlite.pragma("query_only", "1") } else { sqlite }
        });
    options
}

fn postgres_options(url: &str, connections: u32, longest: Option<Duration>) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    // Testing a connection before use is a round trip each; a broken one fails its statement and is replaced.
    options.max_connections(connections).min_connections(1).sqlx_logging(false).test_before_acquire(false);
    let mut settings = vec![("default_transaction_isolation", "read committed".to_owned())];
    if let Some(longest) = longest {
        settings.push(("statement_timeout", longest.as_millis().to_string()));
    }
    options.map_sqlx_postgres_opts(move |postgres| postgres.options(settings.clone()));
    options
}
