//! Brings the schema up to date, under a lock, all steps or none.

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
    let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    let applied = transaction
        .query_all_raw(Statement::from_string(
            dialect.backend(),
            "SELECT version FROM seaql_migrations ORDER BY version",
        ))
        .await?;
    for row in applied {
        let step: String = row.try_get_by_index(0)?;
        if !known.contains(&step) {
            return Err(StoreError::NewerSchema(step));
        }
    }
    Migrator::up(&transaction, None).await?;
    transaction.commit().await?;
    crate::records::jobs::migrate(db, dialect).await
}
