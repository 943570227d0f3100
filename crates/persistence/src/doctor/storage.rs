//! The files, and the references between rows.

use sea_orm::{
    ConnectionTrait, Statement,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use tundish_domain::records::{FieldKind, RecordKind};
use uuid::Uuid;

use super::{Check, Doctor};
use crate::records::{DESCRIPTIONS, StoreError, col, describe};

impl Doctor<'_> {
    pub(super) async fn storage(&mut self) -> Result<(), StoreError> {
        let dialect = self.database.dialect();
        for statement in dialect.ailments() {
            let statement = Statement::from_string(dialect.backend(), *statement);
            for row in self.database.newest().query_all_raw(statement).await? {
                self.lasting(Check::Storage, row.try_get_by_index(0)?);
            }
        }
        Ok(())
    }

    pub(super) async fn references(&mut self) -> Result<(), StoreError> {
        for description in DESCRIPTIONS {
            for field in description.fields {
                let FieldKind::Reference(kind) = field.kind else { continue };
                if kind == RecordKind::Import {
                    continue;
                }
                let target = describe(kind);
                let mut there = Query::select();
                there
                    .expr(Expr::val(1))
                    .from_as(Alias::new(target.table), Alias::new("target"))
                    .and_where(col("target", "id").eq(col("source", field.column)));
                let mut lost = Query::select();
                lost.expr(col("source", "id"))
                    .from_as(Alias::new(description.table), Alias::new("source"))
                    .and_where(col("source", field.column).is_not_null())
                    .and_where(Expr::exists(there).not());
                for row in self.rows(&lost).await? {
                    let id: Uuid = row.try_get_by_index(0)?;
                    let (name, target) = (description.name, target.name);
                    self.lasting(Check::References, format!("{name} {id}: its {} is no {target}", field.key));
                }
            }
        }
        Ok(())
    }
}
