//! What belongs to a record: for deleting and restoring it together with that.

use sea_orm::{
    ConnectionTrait, QueryResult, Value,
    sea_query::{Alias, Expr, ExprTrait, LockType, Query, SelectStatement},
};
use tundish_domain::{
    kernel::ids::AccountId,
    records::{Collection, Description},
};
use uuid::Uuid;

use super::{Checked, Fields, Inserts, Record, StoreError, UnitOfWork, describe, record, scope::col, search};
use crate::dialect::Dialect;

fn select_id(description: &'static Description, column: &str) -> SelectStatement {
    let mut select = Query::select();
    select.expr(col(description.table, column)).from(Alias::new(description.table));
    select
}

impl UnitOfWork {
    async fn ids(&self, select: &SelectStatement) -> Result<Vec<Uuid>, StoreError> {
        let rows = self.db()?.query_all(select).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }

    /// The live records of a collection, whoever may see them.
    pub async fn live_members(&self, collection: &Collection, id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let description = describe(collection.kind);
        let Some(field) = description.field(collection.field) else { return Ok(Vec::new()) };
        let mut select = select_id(description, "id");
        select.and_where(col(description.table, field.column).eq(id));
        if description.deletable {
            select.and_where(col(description.table, "deleted_at").is_null());
        }
        self.ids(&select).await
    }

    /// Whether a record lies in the recycle bin.
    pub async fn is_deleted<R: Record>(&self, id: Uuid) -> Result<bool, StoreError> {
        let description = R::DESCRIPTION;
        let mut select = select_id(description, "id");
        select
            .and_where(col(description.table, "id").eq(id))
            .and_where(col(description.table, "deleted_at").is_not_null());
        Ok(!self.ids(&select).await?.is_empty())
    }

    /// With what a record went to the recycle bin.
    pub fn deletion_of<R: Record>(&self, record: &Checked<R>) -> Result<Option<Uuid>, StoreError> {
        let column = record::column::<R>("deletion_id").ok_or_else(|| StoreError::Misfit("deletion_id".to_owned()))?;
        Ok(match record.get(column) {
            Value::Uuid(deletion) => deletion,
            _ => None,
        })
    }

    /// What went to the recycle bin together, in order to bring it back with the record that may be brought back.
    pub async fn deleted_together<R: Record>(&self, deletion: Uuid) -> Result<Vec<Checked<R>>, StoreError> {
        let table = R::DESCRIPTION.table;
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(table, column));
        }
        select.from(Alias::new(table)).and_where(col(table, "deletion_id").eq(deletion));
        if self.dialect() == Dialect::Postgres {
            select.lock(LockType::Update);
        }
        let checked = |row: &QueryResult| {
            let record = R::from_query_result(row, "")?;
            self.after(&record);
            Ok(Checked::new(record))
        };
        self.db()?.query_all(&select).await?.iter().map(checked).collect()
    }

    /// The fields of a record that changed after a version of it.
    pub async fn changed_since(&self, id: Uuid, version: i64) -> Result<Vec<String>, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("event", "payload"))
            .from(Alias::new("event"))
            .and_where(col("event", "record_id").eq(id))
            .and_where(col("event", "version").gt(version));
        let mut keys = Vec::new();
        for row in self.db()?.query_all(&select).await? {
            let payload: serde_json::Value = serde_json::from_str(&row.try_get_by_index::<String>(0)?)?;
            if let Some(changes) = payload.get("changes").and_then(serde_json::Value::as_object) {
                keys.extend(changes.keys().cloned());
            }
        }
        Ok(keys)
    }

    /// An account, the one to which it belongs, and so on to the top.
    pub async fn accounts_above(&self, account: AccountId) -> Result<Vec<AccountId>, StoreError> {
        let mut chain = vec![account];
        let mut current = account;
        loop {
            let mut select = Query::select();
            select
                .expr(col("account", "parent_id"))
                .from(Alias::new("account"))
                .and_where(col("account", "id").eq(current.0))
                .and_where(Expr::col((Alias::new("account"), Alias::new("parent_id"))).is_not_null());
            match self.ids(&select).await?.first().copied().map(AccountId) {
                // A circle that got in before is not walked for ever.
                Some(parent) if !chain.contains(&parent) => {
                    chain.push(parent);
                    current = parent;
                }
                _ => return Ok(chain),
            }
        }
    }

    /// Removes a row that has no recycle bin: a part that belongs to another record, whose event tells of it.
    pub async fn remove_part<R: Record>(&self, part: &R) -> Result<(), StoreError> {
        let table = R::DESCRIPTION.table;
        let mut delete = Query::delete();
        delete.from_table(Alias::new(table)).and_where(col(table, "id").eq(part.record_id()));
        self.db()?.execute(&delete).await?;
        search::remove(self.db()?, self.dialect(), &[part.record_id()]).await
    }

    /// The parts that refer to a record by a field, by position or id.
    pub async fn parts<R: Record>(&self, key: &str, id: Uuid) -> Result<Vec<R>, StoreError> {
        let description = R::DESCRIPTION;
        let Some(field) = description.field(key) else { return Err(StoreError::Misfit(key.to_owned())) };
        let order = description.field("position").map_or("id", |field| field.column);
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(description.table, column));
        }
        select
            .from(Alias::new(description.table))
            .and_where(col(description.table, field.column).eq(id))
            .order_by_expr(col(description.table, order), sea_orm::sea_query::Order::Asc);
        self.db()?.query_all(&select).await?.iter().map(|row| Ok(R::from_query_result(row, "")?)).collect()
    }

    /// Enters a part that belongs to another record, whose event tells of it.
    pub async fn insert_part<R: Record>(&self, part: R) -> Result<(), StoreError> {
        let mut inserts = Inserts::default();
        self.row(&part, &mut inserts);
        inserts.write(self.db()?, self.dialect()).await
    }

    /// A record that was found to be visible, without locking it.
    pub async fn part<R: Record>(&self, id: Uuid) -> Result<Option<R>, StoreError> {
        Ok(self.parts::<R>("id", id).await?.into_iter().next())
    }
}
