//! The event log: its numbers and its digests.

use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, Order, Query};
use sha2::{Digest, Sha256};

use super::{BATCH, Check, Doctor};
use crate::records::{StoreError, col};

impl Doctor<'_> {
    pub(super) async fn numbers(&mut self) -> Result<(), StoreError> {
        let mut select = Query::select();
        select
            .expr(Expr::col(Asterisk).count())
            .expr(col("event", "seq").min())
            .expr(col("event", "seq").max())
            .from(Alias::new("event"))
            .and_where(col("event", "seq").is_not_null());
        for row in self.rows(&select).await? {
            let count: i64 = row.try_get_by_index(0)?;
            let first = row.try_get_by_index::<Option<i64>>(1)?.unwrap_or(1);
            let last = row.try_get_by_index::<Option<i64>>(2)?.unwrap_or(0);
            if first != 1 || last != count {
                self.lasting(Check::Numbers, format!("{count} events have the numbers {first} to {last}"));
            }
        }
        Ok(())
    }

    pub(super) async fn digests(&mut self) -> Result<(), StoreError> {
        let mut last = 0_i64;
        loop {
            let mut select = Query::select();
            select
                .columns(["id", "payload", "digest"].map(Alias::new))
                .from(Alias::new("event"))
                .and_where(col("event", "id").gt(last))
                .order_by(Alias::new("id"), Order::Asc)
                .limit(BATCH);
            let rows = self.rows(&select).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                last = row.try_get_by_index(0)?;
                let (payload, digest): (String, String) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
                // A blank payload is that of an erased person: its digest remains.
                if !payload.is_empty() && hex::encode(Sha256::digest(payload.as_bytes())) != digest {
                    self.lasting(Check::Digests, format!("event {last} is not what its digest was made of"));
                }
            }
        }
    }
}
