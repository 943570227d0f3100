//! The ids that records have in the systems they came from: rows of kind, source, external id.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, ExprTrait, Query},
};
use tundish_domain::records::RecordKind;
use uuid::Uuid;

use super::{StoreError, UnitOfWork, many::rows_at_once, scope::col};

const TABLE: &str = "external_id";

impl UnitOfWork {
    /// The records of a kind that have those ids in a source, also ones in the recycle bin.
    pub async fn by_external_ids(
        &self,
        kind: RecordKind,
        source: &str,
        ids: &[String],
    ) -> Result<HashMap<String, Uuid>, StoreError> {
        let mut found = HashMap::new();
        for chunk in ids.chunks(rows_at_once(1)) {
            let mut select = Query::select();
            select
                .expr(col(TABLE, "external_id"))
                .expr(col(TABLE, "record_id"))
                .from(Alias::new(TABLE))
                .and_where(col(TABLE, "kind").eq(kind.as_str()))
                .and_where(col(TABLE, "source").eq(source))
                .and_where(col(TABLE, "external_id").is_in(chunk.iter().cloned()));
            for row in self.db()?.query_all(&select).await? {
                found.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            }
        }
        Ok(found)
    }

    /// Those of the records that have an id in a source.
    pub async fn with_external_ids(
        &self,
        kind: RecordKind,
        source: &str,
        records: &[Uuid],
    ) -> Result<HashSet<Uuid>, StoreError> {
        if records.is_empty() {
            return Ok(HashSet::new());
        }
        let mut select = Query::select();
        select
            .expr(col(TABLE, "record_id"))
            .from(Alias::new(TABLE))
            .and_where(self.dialect().among(col(TABLE, "record_id"), records))
            .and_where(col(TABLE, "kind").eq(kind.as_str()))
            .and_where(col(TABLE, "source").eq(source));
        self.db()?.query_all(&select).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }

    /// Notes the ids that records have in a source.
    pub async fn bind_external_ids(
        &self,
        kind: RecordKind,
        source: &str,
        ids: &[(String, Uuid)],
    ) -> Result<(), StoreError> {
        let columns = ["kind", "source", "external_id", "record_id"];
        for chunk in ids.chunks(rows_at_once(columns.len())) {
            let mut insert = Query::insert();
            insert.into_table(Alias::new(TABLE)).columns(columns.map(Alias::new));
            for (external, id) in chunk {
                insert.values_panic([kind.as_str().into(), source.into(), external.clone().into(), (*id).into()]);
            }
            self.db()?.execute(&insert).await?;
        }
        Ok(())
    }
}
