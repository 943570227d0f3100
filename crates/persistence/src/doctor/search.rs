//! The search against the records.

use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use uuid::Uuid;

use super::{Check, Doctor, tell};
use crate::records::{Fields, ForEachKind, Inserts, Record, StoreError, col, for_each_kind, search};

impl ForEachKind for Doctor<'_> {
    async fn kind<R: Record>(&mut self) -> Result<(), StoreError> {
        self.found::<R>().await?;
        self.lost::<R>().await
    }
}

impl Doctor<'_> {
    pub(super) async fn search(&mut self) -> Result<(), StoreError> {
        for_each_kind(self).await
    }

    /// Every record of a kind has one row with its title, and no other row says that it is of that kind.
    async fn found<R: Record>(&mut self) -> Result<(), StoreError> {
        let description = R::DESCRIPTION;
        let mut after = None;
        loop {
            let records: Vec<R> = self.batch(after).await?;
            let Some(last) = records.last() else { return Ok(()) };
            after = Some(last.record_id());
            let known = self.titles(&records.iter().map(Fields::record_id).collect::<Vec<_>>()).await?;
            let mut wrong = Vec::new();
            for record in &records {
                let title = known.get(&record.record_id());
                match title {
                    Some((kind, title)) if *kind == description.kind.as_str() && *title == record.title() => continue,
                    Some(_) => self.derived(Check::Search, format!("{} is found by another title", tell(record))),
                    None => self.derived(Check::Search, format!("{} cannot be found", tell(record))),
                }
                wrong.push((record, title.is_some()));
            }
            if let Some(uow) = self.held() {
                for (record, known) in wrong {
                    if known {
                        search::update(uow.db()?, uow.dialect(), record).await?;
                    } else {
                        let mut inserts = Inserts::default();
                        search::insert(uow.dialect(), record, &mut inserts);
                        inserts.write(uow.db()?, uow.dialect()).await?;
                        search::update(uow.db()?, uow.dialect(), record).await?;
                    }
                }
            }
        }
    }

    async fn titles(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, (String, String)>, StoreError> {
        let mut select = Query::select();
        select
            .columns(["record_id", "kind", "title"].map(Alias::new))
            .from(Alias::new("search_row"))
            .and_where(self.database.dialect().among(col("search_row", "record_id"), ids));
        let row = |row: &sea_orm::QueryResult| {
            Ok((row.try_get_by_index(0)?, (row.try_get_by_index(1)?, row.try_get_by_index(2)?)))
        };
        self.rows(&select).await?.iter().map(row).collect()
    }

    /// Rows of the search without a record.
    async fn lost<R: Record>(&mut self) -> Result<(), StoreError> {
        let description = R::DESCRIPTION;
        let mut there = Query::select();
        there
            .expr(Expr::val(1))
            .from(Alias::new(description.table))
            .and_where(col(description.table, "id").eq(col("search_row", "record_id")));
        let mut select = Query::select();
        select
            .expr(col("search_row", "record_id"))
            .from(Alias::new("search_row"))
            .and_where(col("search_row", "kind").eq(description.kind.as_str()))
            .and_where(Expr::exists(there).not());
        let lost: Vec<Uuid> =
            self.rows(&select).await?.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
        for id in &lost {
            self.derived(Check::Search, format!("{} {id} is found but not there", description.name));
        }
        if self.repair && !lost.is_empty() {
            let uow = self.begin().await?;
            search::remove(uow.db()?, uow.dialect(), &lost).await?;
            uow.commit().await?;
        }
        Ok(())
    }
}
