//! Brings the schema up to date, under a lock, all steps or none.

use std::sync::LazyLock;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tundish_migrations::{Migrator, MigratorTrait};

use crate::{dialect::Dialect, records::StoreError};

/// Runs the missing steps. Nodes that start together wait for each other; a schema from the future is refused untouched.
pub(crate) async fn migrate(db: &DatabaseConnection, dialect: Dialect) -> Result<(), StoreError> {
    let options = TransactionOptions {
        sqlite_transaction_mode: (dialect == Dialect::Sqlite).then_some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = db.begin_with_options(options).await?;
    if dialect == Dialect::Postgres {
        // The number is arbitrary; it only has to be the same for every node.
        transaction.execute_unprepared("SELECT pg_advisory_xact_lock(7310579846221)").await?;
    }
    Migrator::install(&transaction).await?;
    refuse_newer(&applied(&transaction).await?)?;
    Migrator::up(&transaction, None).await?;
    transaction.commit().await?;
    crate::records::jobs::migrate(db, dialect).await
}

/// Refuses a schema that is not just the one that this program was made for.
pub(crate) async fn refuse_other(db: &DatabaseConnection) -> Result<(), StoreError> {
    let applied = applied(db).await?;
    refuse_newer(&applied)?;
    match STEPS.iter().find(|step| !applied.contains(step)) {
        Some(missing) => Err(StoreError::OlderSchema(missing.clone())),
        None => Ok(()),
    }
}

/// The steps that this program knows, in their order.
static STEPS: LazyLock<Vec<String>> =
    LazyLock::new(|| Migrator::migrations().iter().map(|step| step.name().to_owned()).collect());

/// The newest step that was applied, as a scalar subquery: whoever reads the directory's version reads it too.
pub(crate) const NEWEST: &str = "(SELECT MAX(version) FROM seaql_migrations)";

/// Whether a step is one of a later version of the program.
pub(crate) fn is_newer(step: &str) -> bool {
    STEPS.last().is_none_or(|last| step > last.as_str())
}

async fn applied(db: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let rows = db
        .query_all_raw(Statement::from_string(
            db.get_database_backend(),
            "SELECT version FROM seaql_migrations ORDER BY version",
        ))
        .await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

fn refuse_newer(applied: &[String]) -> Result<(), StoreError> {
    match applied.iter().find(|step| !STEPS.contains(step)) {
        Some(step) => Err(StoreError::NewerSchema(step.clone())),
        None => Ok(()),
    }
}
