//! Finding records by what people call them: for imports.

use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Expr, ExprTrait, Func, Order, Query},
};
use tundish_domain::records::{Description, FieldKind, text};
use uuid::Uuid;

use super::{StoreError, UnitOfWork, many::rows_at_once, scope::col};

impl UnitOfWork {
    /// The live records of a kind whose field has one of those texts, without regard to case, with the field's text. In
    /// the order of their ids.
    pub async fn having(
        &self,
        description: &'static Description,
        key: &str,
        texts: &[String],
    ) -> Result<Vec<(Uuid, String)>, StoreError> {
        let Some(field) = description.field(key) else { return Err(StoreError::Misfit(key.to_owned())) };
        let table = description.table;
        let named = matches!(field.kind, FieldKind::Text { named: true, .. });
        let mut found = Vec::new();
        for chunk in texts.chunks(rows_at_once(1)) {
            let mut select = Query::select();
            select.expr(col(table, "id")).expr(col(table, field.column)).from(Alias::new(table));
            if named {
                let column = col(table, &format!("{}_folded", field.column));
                select.and_where(column.is_in(chunk.iter().map(|text| text::fold(text))));
            } else {
                let lower = Expr::expr(Func::lower(col(table, field.column)));
                select.and_where(lower.is_in(chunk.iter().map(|text| text.to_ascii_lowercase())));
            }
            if description.deletable {
                select.and_where(col(table, "deleted_at").is_null());
            }
            select.order_by((Alias::new(table), Alias::new("id")), Order::Asc);
            for row in self.db()?.query_all(&select).await? {
                found.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
            }
        }
        Ok(found)
    }

    /// Those of the records that do not lie in the recycle bin.
    pub async fn live(&self, description: &'static Description, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        if !description.deletable || ids.is_empty() {
            return Ok(ids.to_vec());
        }
        let table = description.table;
        let mut select = Query::select();
        select
            .expr(col(table, "id"))
            .from(Alias::new(table))
            .and_where(self.dialect().among(col(table, "id"), ids))
            .and_where(col(table, "deleted_at").is_null());
        self.db()?.query_all(&select).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }
}
