//! The one writer of `SQLite`. Units of work that wait for it commit together.
//!
//! Each unit is a savepoint of a common transaction. When it is done, it queues for the lock again in order to commit:
//! the lock is fair, so whoever was waiting before comes first and joins the same commit. No unit is answered before
//! its commit is on the disk.

use std::sync::Arc;

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// The most units that commit together.
const GROUP_MAX: usize = 64;

#[derive(Clone)]
pub(crate) struct Writer {
    connection: DatabaseConnection,
    group: Arc<Mutex<Group>>,
}

/// The units that have been released and wait for the common commit.
#[derive(Default)]
pub(crate) struct Group {
    transaction: Option<DatabaseTransaction>,
    waiting: Vec<oneshot::Sender<Result<(), String>>>,
}

impl Group {
    async fn commit(&mut self) {
        let Some(transaction) = self.transaction.take() else { return };
        let outcome = transaction.commit().await.map_err(|error| error.to_string());
        for unit in self.waiting.drain(..) {
            // A unit whose client is gone has nobody to tell.
            let _ = unit.send(outcome.clone());
        }
    }
}

/// A unit's turn: its savepoint and the lock. Declared in this order, because dropping it must first roll the savepoint
/// back and then let the next one in.
pub(crate) struct Turn {
    savepoint: Option<DatabaseTransaction>,
    group: Option<OwnedMutexGuard<Group>>,
    writer: Writer,
}

impl Writer {
    pub(crate) fn new(connection: DatabaseConnection) -> Self {
        Self { connection, group: Arc::default() }
    }

    /// Waits for the turn and opens a savepoint.
    pub(crate) async fn begin(&self) -> Result<Turn, DbErr> {
        let group = Arc::clone(&self.group).lock_owned().await;
        to_its_end(self.clone().open(group)).await
    }

    async fn open(self, mut group: OwnedMutexGuard<Group>) -> Result<Turn, DbErr> {
        if group.waiting.len() >= GROUP_MAX {
            group.commit().await;
        }
        let transaction = match group.transaction.take() {
            Some(transaction) => transaction,
            None => {
                let options = TransactionOptions {
                    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                    ..TransactionOptions::default()
                };
                self.connection.begin_with_options(options).await?
            }
        };
        let savepoint = transaction.begin().await;
        group.transaction = Some(transaction);
        Ok(Turn { savepoint: Some(savepoint?), group: Some(group), writer: self })
    }

    /// Commits what waits.
    pub(crate) async fn flush(&self) {
        self.group.lock().await.commit().await;
    }
}

impl Turn {
    /// The transaction of the unit.
    pub(crate) fn transaction(&self) -> Result<&DatabaseTransaction, DbErr> {
        self.savepoint.as_ref().ok_or_else(|| DbErr::Custom("the unit of work has ended".to_owned()))
    }

    /// Ends the unit and waits for the common commit.
    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        let end = async move {
            let mut turn = self;
            turn.end().await
        };
        outcome(to_its_end(end).await?).await
    }

    /// Ends the unit and commits it, with those that wait. The next one begins when the turn that comes back is dropped. Whoever
    /// calls this waits for its end.
    pub(crate) async fn commit_at_once(mut self) -> Result<Self, DbErr> {
        let told = self.end().await?;
        if let Some(group) = &mut self.group {
            group.commit().await;
        }
        outcome(told).await?;
        Ok(self)
    }

    /// Releases the savepoint; what comes back will be told how the commit went.
    async fn end(&mut self) -> Result<oneshot::Receiver<Result<(), String>>, DbErr> {
        if let Some(savepoint) = self.savepoint.take() {
            savepoint.commit().await?;
        }
        let (sender, receiver) = oneshot::channel();
        if let Some(group) = &mut self.group {
            group.waiting.push(sender);
        }
        Ok(receiver)
    }
}

async fn outcome(told: oneshot::Receiver<Result<(), String>>) -> Result<(), DbErr> {
    match told.await {
        Ok(outcome) => outcome.map_err(DbErr::Custom),
        Err(_) => Err(DbErr::Custom("the commit was given up".to_owned())),
    }
}

/// Carries something out to its end, also when the client has hung up: a savepoint that is given up while it is made or
/// released rolls back the transaction around it, and with it what others have written.
pub(super) async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, DbErr>> + Send + 'static,
) -> Result<T, DbErr> {
    tokio::spawn(work).await.map_err(|error| DbErr::Custom(error.to_string()))?
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.savepoint = None;
        self.group = None;
        // Spawned, so that a client who hangs up leaves no transaction open.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let writer = self.writer.clone();
            runtime.spawn(async move { writer.flush().await });
        }
    }
}
