//! What can go wrong below the use cases.

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// A failure of the store. Its text is for the log, never for a client.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or refused.
    #[error(transparent)]
    Database(DbErr),
    /// There is already a row with what must be unique; the database says which.
    #[error("{0}")]
    Duplicate(String),
    /// A cursor that this list did not give out.
    #[error("the cursor does not belong to this list and order")]
    Cursor,
    /// A description, an entity and a value do not fit each other.
    #[error("{0} does not fit its column")]
    Misfit(String),
    /// A statement changed another number of rows than expected.
    #[error("{table}: {changed} rows changed instead of one")]
    Rows {
        /// The table.
        table: &'static str,
        /// How many rows changed.
        changed: u64,
    },
    /// A unit that others run beside would change a table that they keep in memory.
    #[error("{0} is changed by a unit of work that is not alone")]
    NotAlone(&'static str),
    /// The database belongs to a newer version of the program.
    #[error("the database has migration {0}, which this version does not know; use a version at least as new")]
    NewerSchema(String),
    /// The database belongs to an older version of the program, and may not be changed here.
    #[error("the database lacks migration {0}; run `tundish migrate` first")]
    OlderSchema(String),
    /// Payloads that do not parse.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The tables of jobs, or their worker.
    #[error("jobs: {0}")]
    Jobs(String),
    /// Two units of work waited for each other, and this one gave way. It can be carried out once more.
    #[error("the unit of work gave way to another one")]
    Crossed,
    /// The database is shutting down.
    #[error("the store is closed")]
    Closed,
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(which)) => Self::Duplicate(which),
            _ if is_crossed(&error) => Self::Crossed,
            _ => Self::Database(error),
        }
    }
}

/// Whether `PostgreSQL` ended a transaction because of another one: `deadlock_detected` or `serialization_failure`.
fn is_crossed(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) = error else {
        return false;
    };
    let code = cause.as_database_error().and_then(sea_orm::sqlx::error::DatabaseError::code);
    matches!(code.as_deref(), Some("40P01" | "40001"))
}
