//! The history of records against the records.

use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use uuid::Uuid;

use super::{Check, Doctor, tell};
use crate::{
    deals::Deal,
    records::{Fields, Record, StoreError, col, record},
};

impl Doctor<'_> {
    pub(super) async fn history(&mut self) -> Result<(), StoreError> {
        self.present::<Deal>().await?;
        self.unbroken::<Deal>().await
    }

    /// The history's present row says what the record says. What an amount is worth in the base currency moves with the
    /// rates, without a row of its own.
    async fn present<R: Record>(&mut self) -> Result<(), StoreError> {
        let columns: Vec<_> = record::columns::<R>().filter(|(name, _)| !name.ends_with("_base")).collect();
        let mut after = None;
        loop {
            let records: Vec<R> = self.batch(after).await?;
            let Some(last) = records.last() else { return Ok(()) };
            after = Some(last.record_id());
            let kept = self.kept::<R>(&records.iter().map(Fields::record_id).collect::<Vec<_>>()).await?;
            let mut wrong = Vec::new();
            for record in &records {
                match kept.get(&record.record_id()) {
                    None => self.derived(Check::History, format!("{} has no present row", tell(record))),
                    Some(row) => {
                        let differing: Vec<&str> = columns
                            .iter()
                            .filter(|(_, column)| row.get(*column) != record.get(*column))
                            .map(|(name, _)| *name)
                            .collect();
                        if differing.is_empty() {
                            continue;
                        }
                        let columns = differing.join(", ");
                        self.derived(Check::History, format!("{} has another {columns} in its history", tell(record)));
                    }
                }
                wrong.push(record);
            }
            if let Some(uow) = self.held() {
                for record in wrong {
                    uow.after(record);
                    uow.mend_history(record).await?;
                }
            }
        }
    }

    /// The present rows in the history of those records.
    async fn kept<R: Record>(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, R>, StoreError> {
        let table = format!("{}_history", R::DESCRIPTION.table);
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(&table, column));
        }
        select
            .from(Alias::new(&table))
            .and_where(self.database.dialect().among(col(&table, "id"), ids))
            .and_where(col(&table, "valid_to").is_null());
        let rows = self.rows(&select).await?;
        rows.iter()
            .map(|row| {
                let record = R::from_query_result(row, "")?;
                Ok((record.record_id(), record))
            })
            .collect()
    }

    /// Every row that ended is followed by the next at once.
    async fn unbroken<R: Record>(&mut self) -> Result<(), StoreError> {
        let table = format!("{}_history", R::DESCRIPTION.table);
        let mut next = Query::select();
        next.expr(Expr::val(1))
            .from_as(Alias::new(&table), Alias::new("next"))
            .and_where(col("next", "id").eq(col("ended", "id")))
            .and_where(col("next", "valid_from").eq(col("ended", "valid_to")));
        let mut select = Query::select();
        select
            .distinct()
            .expr(col("ended", "id"))
            .from_as(Alias::new(&table), Alias::new("ended"))
            .and_where(col("ended", "valid_to").is_not_null())
            .and_where(Expr::exists(next).not());
        for row in self.rows(&select).await? {
            let id: Uuid = row.try_get_by_index(0)?;
            self.lasting(Check::History, format!("{} {id} has a time of which nothing is known", R::DESCRIPTION.name));
        }
        Ok(())
    }
}
