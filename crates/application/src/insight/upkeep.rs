//! What figures need from time to time.

use std::{sync::Arc, time::Duration};

use tundish_persistence::Database;

use crate::records::{Actor, Outcome};

/// How often rows that add up are merged.
const EVERY: Duration = Duration::from_mins(10);
/// So few of them are left as they are.
const UNMERGED_MAX: i64 = 5_000;

/// Keeps the totals small from which figures over all time are read. Ends only by being dropped.
pub async fn keep_totals(database: Arc<Database>) {
    loop {
        if let Err(error) = merge_totals(&database, UNMERGED_MAX).await {
            tracing::error!(?error, "the totals of the figures could not be merged");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Merges each of the totals that has more than so many unmerged rows.
pub async fn merge_totals(database: &Arc<Database>, more_than: i64) -> Outcome<()> {
    let uow = Actor::operator(database).await?.begin().await?;
    uow.merge_totals(more_than).await?;
    uow.commit().await?;
    Ok(())
}
