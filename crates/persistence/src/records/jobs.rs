//! Durable jobs: work that a change asks for, done after its commit by a worker of any node.
//!
//! A job is a row of the tables of apalis, written in the transaction of the change, so that it exists if and only if
//! the change does. It is done at least once: whoever works must find out from the record how far it has come.
//! A job that fails is tried again, each time after twice the wait, kept in its row. A job whose process died is taken
//! up again: on `SQLite`, where there is one process, when the next one starts; on PostgreSQL when the dead worker has
//! missed its heartbeats. Waits are measured by the machine's clock, not by [`Clock`](crate::Clock): a demonstration
//! that lives in last year still gets its jobs done.

use std::{sync::Arc, time::Duration};

use apalis::prelude::{Attempt, BackendExt, BoxDynError, Data, TaskId, WorkerBuilder, WorkerBuilderExt};
use apalis_postgres::PostgresStorage;
use apalis_sqlite::SqliteStorage;
use futures::future::BoxFuture;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tundish_domain::kernel::ids::ImportId;
use uuid::Uuid;

use super::{StoreError, UnitOfWork};
use crate::{database::Database, dialect::Dialect};

/// The queue's name in the tables of apalis.
const QUEUE: &str = "tundish";
/// How long jobs that ended, and workers that left, are kept to be looked at.
const KEPT_DAYS: u32 = 30;

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Carry out an import, from where it stands.
    RunImport(ImportId),
}

/// One try of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Try {
    /// What is to be done.
    pub job: Job,
    /// Whether it will not be tried again after this.
    pub last: bool,
}

/// Does jobs. An error, whose text is for the log, means: try again later.
pub type Work = Arc<dyn Fn(Try) -> BoxFuture<'static, Result<(), String>> + Send + Sync>;

/// How a worker paces itself. What is less than a second counts as nothing in `heartbeat` and `first_wait`.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How often it looks for jobs.
    pub poll: Duration,
    /// How often it says that it lives; after two beats without, its jobs go to others.
    pub heartbeat: Duration,
    /// The wait after the first failure; it doubles with each further one.
    pub first_wait: Duration,
    /// How often a job is tried.
    pub tries: u32,
}

impl Default for Pace {
    /// Ten looks a second; five seconds between beats; ten tries, from ten seconds up to 43 minutes apart.
    fn default() -> Self {
        Self {
            poll: Duration::from_millis(100),
            heartbeat: Duration::from_secs(5),
            first_wait: Duration::from_secs(10),
            tries: 10,
        }
    }
}

impl UnitOfWork {
    /// Asks for a job: it is done once this unit has been committed.
    pub async fn enqueue(&self, job: Job) -> Result<(), StoreError> {
        let dialect = self.scope().database.dialect();
        let (table, job) = (dialect.jobs(), serde_json::to_vec(&job)?);
        // How often it is tried is the worker's matter (`Pace`).
        let insert = format!(
            "INSERT INTO {table} (id, job_type, job, status, attempts, max_attempts, priority) \
             VALUES ($1, $2, $3, 'Pending', 0, {}, 0)",
            i32::MAX
        );
        let values = [ulid(self.new_id()).into(), QUEUE.into(), job.into()];
        self.db()?.execute_raw(Statement::from_sql_and_values(dialect.backend(), insert, values)).await?;
        Ok(())
    }
}

/// An id as apalis writes it: the same 128 bits in Crockford's base 32.
fn ulid(id: Uuid) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let digit = |place: u32| usize::try_from(id.as_u128() >> (5 * place) & 31).ok().and_then(|n| DIGITS.get(n));
    (0..26).rev().filter_map(digit).map(|digit| char::from(*digit)).collect()
}

/// Brings the tables of apalis up to date.
pub(crate) async fn migrate(db: &DatabaseConnection, dialect: Dialect) -> Result<(), StoreError> {
    // apalis makes its tables step by step outside of a transaction; on PostgreSQL it takes a lock itself. Other processes are
    // kept from the embedded database by the lock of its folder.
    static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let _turn = TURN.lock().await;
    // Not by `setup`: on SQLite that would also switch off `synchronous`.
    let migrated = match dialect {
        Dialect::Sqlite => SqliteStorage::migrations().run(db.get_sqlite_connection_pool()).await,
        Dialect::Postgres => PostgresStorage::migrations().run(db.get_postgres_connection_pool()).await,
    };
    migrated.map_err(|error| StoreError::Jobs(error.to_string()))
}

/// What the worker's handler is given besides the job.
#[derive(Clone)]
struct Worker {
    database: Arc<Database>,
    pace: Pace,
    work: Work,
}

impl Database {
    /// Does jobs, one at a time, until told to stop. The job at hand is then given up where it stands, as if the process had
    /// died, but for others to take up at once.
    pub async fn work(self: Arc<Self>, pace: Pace, mut stop: watch::Receiver<bool>, work: Work) {
        if let Err(error) = self.take_up_left_jobs().await {
            tracing::error!(%error, "jobs that were left running could not be taken up");
        }
        loop {
            // A worker of the same name counts as alive for a while, so each start has a name of its own.
            let name = format!("{QUEUE}-{}", self.new_id());
            let worker = Worker { database: Arc::clone(&self), pace, work: Arc::clone(&work) };
            let stopped = tokio::select! {
                outcome = worker.run(&name) => {
                    tracing::error!(?outcome, "the worker ended; it starts anew");
                    false
                }
                _ = stop.wait_for(|stop| *stop) => true,
            };
            if let Err(error) = self.release(&name).await {
                tracing::error!(%error, "the worker's job could not be released; others take it up later");
            }
            // A database that is away is not asked in a busy loop.
            let pause = tokio::time::timeout(pace.heartbeat, stop.wait_for(|stop| *stop));
            if stopped || pause.await.is_ok() {
                return;
            }
        }
    }

    /// Lets others take up what a worker holds that does no more.
    async fn release(&self, worker: &str) -> Result<(), StoreError> {
        let dialect = self.dialect();
        let update = format!(
            "UPDATE {} SET status = 'Pending', lock_by = NULL, lock_at = NULL \
             WHERE lock_by = $1 AND status IN ('Queued', 'Running')",
            dialect.jobs()
        );
        let statement = Statement::from_sql_and_values(dialect.backend(), update, [worker.into()]);
        self.primary().execute_raw(statement).await?;
        Ok(())
    }

    /// Frees what a dead process held, and forgets what ended long ago.
    async fn take_up_left_jobs(&self) -> Result<(), StoreError> {
        let dialect = self.dialect();
        let (jobs, workers) = (dialect.jobs(), dialect.job_workers());
        if dialect == Dialect::Sqlite {
            let free = format!(
                "UPDATE {jobs} SET status = 'Pending', lock_by = NULL, lock_at = NULL, attempts = attempts + 1 \
                 WHERE status IN ('Queued', 'Running')"
            );
            self.primary().execute_unprepared(&free).await?;
        }
        let long_ago = dialect.days_ago(KEPT_DAYS);
        let ended = format!("DELETE FROM {jobs} WHERE status IN ('Done', 'Killed') AND done_at < {long_ago}");
        let left = format!(
            "DELETE FROM {workers} WHERE last_seen < {long_ago} \
             AND NOT EXISTS (SELECT 1 FROM {jobs} WHERE lock_by = {workers}.id)"
        );
        self.primary().execute_unprepared(&ended).await?;
        self.primary().execute_unprepared(&left).await?;
        Ok(())
    }
}

/// Builds the worker of a storage and runs it.
macro_rules! run {
    ($krate:ident :: $storage:ident, $pool:expr, $worker:expr, $name:expr) => {{
        let config = $krate::Config::default()
            .queue(QUEUE)
            .batch_size(1)
            .heartbeat_interval($worker.pace.heartbeat)
            .missed_heartbeats(2);
        let storage = $storage::<Job>::new($pool).with_config(config).poll_with_interval($worker.pace.poll);
        WorkerBuilder::new($name).backend(storage).concurrency(1).data($worker).build(handle).run().await
    }};
}

impl Worker {
    async fn run(self, name: &str) -> Result<(), StoreError> {
        let primary = self.database.primary().clone();
        let outcome = match self.database.dialect() {
            Dialect::Sqlite => run!(apalis_sqlite::SqliteStorage, primary.get_sqlite_connection_pool(), self, name),
            Dialect::Postgres => {
                run!(apalis_postgres::PostgresStorage, primary.get_postgres_connection_pool(), self, name)
            }
        };
        outcome.map_err(|error| StoreError::Jobs(error.to_string()))
    }
}

/// One try of a job. It runs as a task of its own: heartbeats go on beside it, and if it panics, it alone fails.
async fn handle(job: Job, id: TaskId, attempt: Attempt, worker: Data<Worker>) -> Result<(), BoxDynError> {
    let tried = u32::try_from(attempt.current()).unwrap_or(u32::MAX);
    let mut task = tokio::task::JoinSet::new();
    task.spawn((worker.work)(Try { job, last: tried >= worker.pace.tries }));
    let failure = match task.join_next().await {
        Some(Ok(Ok(()))) | None => return Ok(()),
        Some(Ok(Err(failure))) => failure,
        Some(Err(panic)) => panic.to_string(),
    };
    tracing::warn!(?job, tried, failure, "a job failed");
    worker.database.postpone(&id.to_string(), worker.pace, tried).await?;
    Err(failure.into())
}

impl Database {
    /// Lets a failed job wait for its next try, or have none.
    async fn postpone(&self, id: &str, pace: Pace, tried: u32) -> Result<(), StoreError> {
        let dialect = self.dialect();
        let wait = pace.first_wait.saturating_mul(1_u32.checked_shl(tried.saturating_sub(1)).unwrap_or(u32::MAX));
        let last = if tried >= pace.tries { ", max_attempts = $2" } else { "" };
        let update = format!(
            "UPDATE {} SET run_at = {}{last} WHERE id = $1",
            dialect.jobs(),
            dialect.in_seconds(wait.as_secs().min(24 * 60 * 60))
        );
        let mut values = vec![id.into()];
        if !last.is_empty() {
            values.push(i32::try_from(tried).unwrap_or(i32::MAX).into());
        }
        let statement = Statement::from_sql_and_values(dialect.backend(), update, values);
        self.primary().execute_raw(statement).await?;
        Ok(())
    }
}
