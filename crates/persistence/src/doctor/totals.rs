//! The totals of the figures, against what they are totals of.

use sea_orm::{ConnectionTrait, QueryResult, Statement};
use uuid::Uuid;

use super::{Check, Doctor};
use crate::{
    deals::{TOTALS, Total},
    records::{Directory, StoreError},
};

impl Doctor<'_> {
    pub(super) async fn totals(&mut self) -> Result<(), StoreError> {
        let backend = self.database.dialect().backend();
        let directory = self.database.fresh_directory().await?;
        for total in &TOTALS {
            let lacking = Statement::from_string(backend, total.lacking());
            let rows = self.database.newest().query_all_raw(lacking).await?;
            for row in &rows {
                let what = told(total, row, &directory)?;
                self.derived(Check::Totals, what);
            }
            if self.repair && !rows.is_empty() {
                let uow = self.begin().await?;
                uow.db()?.execute_raw(Statement::from_string(backend, total.complete())).await?;
                uow.commit().await?;
            }
        }
        Ok(())
    }
}

/// What a total lacks or has too much, and where.
fn told(total: &Total, row: &QueryResult, directory: &Directory) -> Result<String, StoreError> {
    let mut of = Vec::with_capacity(total.by.len());
    for column in total.by {
        let value = match *column {
            "state" => Some(row.try_get::<String>("", column)?),
            "days" => row.try_get::<Option<i64>>("", column)?.map(|days| days.to_string()),
            "has_left" | "advanced" => Some(row.try_get::<bool>("", column)?.to_string()),
            _ => row.try_get::<Option<Uuid>>("", column)?.map(|id| called(id, directory)),
        };
        of.push(format!("{} {}", column.trim_end_matches("_id"), value.unwrap_or_else(|| "-".to_owned())));
    }
    let mut differences = Vec::new();
    for (at, name) in total.added().enumerate() {
        let lacking: i64 = row.try_get_by_index(total.by.len() + at)?;
        if lacking != 0 {
            let which = if lacking > 0 { "too little" } else { "too much" };
            differences.push(format!("{name} {} {which}", lacking.unsigned_abs()));
        }
    }
    Ok(format!("{} of {}: {}", total.table, of.join(", "), differences.join(", ")))
}

/// The name of a person, team, pipeline or stage.
fn called(id: Uuid, directory: &Directory) -> String {
    let name = directory.row(id).and_then(|row| row.get("name")?.as_text().map(str::to_owned));
    name.unwrap_or_else(|| id.to_string())
}
