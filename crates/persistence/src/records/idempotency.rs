//! The same key gives the same result once.

use chrono::TimeDelta;
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, ExprTrait, OnConflict, Query},
};
use uuid::Uuid;

use super::{StoreError, UnitOfWork, scope::col};

/// How long a key is remembered.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// What is known of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replay {
    /// Nothing: go ahead.
    New,
    /// The same input was carried out before; this is the record that it made or changed.
    Done(Uuid),
    /// Another input was carried out under this key.
    Reused,
}

impl UnitOfWork {
    /// Claims a key for an operation with an input of that digest. A concurrent claim of the same key waits for this
    /// unit to end.
    pub async fn claim(&self, operation: &str, key: &str, digest: &str, result: Uuid) -> Result<Replay, StoreError> {
        let table = "idempotency_key";
        let actor = self.viewer().user.0;
        // A key that is remembered no longer is as good as a new one.
        let mut anew = OnConflict::columns(["actor_id", "operation", "key"].map(Alias::new));
        anew.update_columns(["digest", "result_id", "created_at"].map(Alias::new))
            .action_and_where(col(table, "created_at").lt(self.now() - KEPT));
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(table))
            .columns(["actor_id", "operation", "key", "digest", "result_id", "created_at"].map(Alias::new))
            .values_panic([actor.into(), operation.into(), key.into(), digest.into(), result.into(), self.now().into()])
            .on_conflict(anew);
        if self.db()?.execute(&insert).await?.rows_affected() == 1 {
            return Ok(Replay::New);
        }
        let mut select = Query::select();
        select
            .columns(["digest", "result_id"].map(Alias::new))
            .from(Alias::new(table))
            .and_where(col(table, "actor_id").eq(actor))
            .and_where(col(table, "operation").eq(operation))
            .and_where(col(table, "key").eq(key));
        let Some(row) = self.db()?.query_one(&select).await? else { return Ok(Replay::New) };
        let known: String = row.try_get_by_index(0)?;
        Ok(if known == digest { Replay::Done(row.try_get_by_index(1)?) } else { Replay::Reused })
    }

    /// Forgets the keys that are remembered no longer. In a unit of its own, so that nobody waits for it with a lock in hand.
    pub async fn forget_keys(&self) -> Result<(), StoreError> {
        let table = "idempotency_key";
        let mut expire = Query::delete();
        expire.from_table(Alias::new(table)).and_where(col(table, "created_at").lt(self.now() - KEPT));
        self.db()?.execute(&expire).await?;
        Ok(())
    }
}
