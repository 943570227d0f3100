//! Totals of what has closed and of the visits of stages, over all time: what they cost does not grow with the history.
//!
//! They are kept by triggers, in the transaction of each change, as rows that add up; see the migration. They know who
//! owns and owned the deals, the pipeline and the state: filters that ask for more are answered from the deals themselves.

use sea_orm::{
    ConnectionTrait, Statement,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement},
};
use tundish_domain::{kernel::ids::PipelineId, records::RecordAction};

use super::{
    attribution::{closed, of_visits_in_totals},
    deal::DESCRIPTION,
};
use crate::{
    dialect::Dialect,
    records::{Filter, Scope, StoreError, UnitOfWork, col},
};

const DEAL: &str = "deal";

/// The totals' tables, the columns by which they are kept, and those that add up.
const TOTALS: &[(&str, &str, &[&str])] = &[
    ("deal_closed_total", "pipeline_id, state, owner_id, closed_owner_id, closed_team_id, days", &["count", "amount"]),
    (
        "stage_visit_total",
        "pipeline_id, stage_id, owner_id, visit_owner_id, visit_team_id, has_left, advanced, days",
        &["count"],
    ),
];

impl Scope {
    /// From a total, standing in the deals' place, by those columns; `None` if it does not know all that is asked for.
    fn total(&self, total: &str, known: &[&str], filter: &Filter, by: &[&str]) -> Option<SelectStatement> {
        let mut keys = Vec::new();
        filter.keys("", &mut keys);
        let asked = |key: &String| known.contains(&key.split('.').next().unwrap_or_default());
        if self.past.is_some() || self.with_deleted || !keys.iter().all(asked) {
            return None;
        }
        let mut select = Query::select();
        select.from_as(Alias::new(total), Alias::new(DEAL));
        for column in by {
            select.expr(col(DEAL, column)).group_by_col((Alias::new(DEAL), Alias::new(*column)));
        }
        select.and_where_option(self.rights(&DESCRIPTION, RecordAction::Read, DEAL));
        let count = || self.database.dialect().sum(col(DEAL, "count"));
        // What was taken away again leaves nothing.
        select.expr(count()).and_having(count().ne(0_i64));
        Some(select)
    }

    /// All that ever closed, by state and days: count and amount.
    pub(super) fn closed_totals(&self, filter: &Filter) -> Option<SelectStatement> {
        let known = ["owner", "closedOwner", "closedTeam", "pipeline", "state"];
        let mut select = self.total("deal_closed_total", &known, filter, &["state", "days"])?;
        select
            .expr(self.database.dialect().sum(col(DEAL, "amount")))
            .cond_where(closed(filter.clone()).condition(self, DEAL));
        Some(select)
    }

    /// All visits ever of a pipeline's stages, by stage, whether they have left, whether they advanced, and days: count.
    pub(super) fn visit_totals(&self, pipeline: PipelineId, filter: &Filter) -> Option<SelectStatement> {
        let by = ["stage_id", "has_left", "advanced", "days"];
        let mut select = self.total("stage_visit_total", &["owner"], filter, &by)?;
        select
            .and_where(col(DEAL, "pipeline_id").eq(pipeline.0))
            .cond_where(of_visits_in_totals(filter.clone()).condition(self, DEAL));
        Some(select)
    }
}

impl UnitOfWork {
    /// Merges the rows of each total that has more than so many unmerged ones.
    pub async fn merge_totals(&self, more_than: i64) -> Result<(), StoreError> {
        let dialect = self.scope().database.dialect();
        for (table, by, sums) in TOTALS {
            let mut unmerged = Query::select();
            unmerged
                .expr(Expr::col((Alias::new(*table), Alias::new("count"))).count())
                .from(Alias::new(*table))
                .and_where(Expr::cust("NOT merged"));
            let row = self.db()?.query_one(&unmerged).await?;
            if row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))? <= more_than {
                continue;
            }
            for statement in merge(dialect, table, by, sums) {
                self.db()?.execute_raw(Statement::from_string(dialect.backend(), statement)).await?;
            }
        }
        Ok(())
    }
}

/// The statements that merge a total. Rows that come meanwhile stay: `PostgreSQL` deletes and adds up in one statement, and
/// nobody else writes to `SQLite` in between.
fn merge(dialect: Dialect, table: &str, by: &str, sums: &[&str]) -> Vec<String> {
    let cast = if dialect == Dialect::Postgres { "::BIGINT" } else { "" };
    let added: Vec<String> = sums.iter().map(|sum| format!("SUM({sum}){cast}")).collect();
    let nonzero: Vec<String> = sums.iter().map(|sum| format!("SUM({sum}) <> 0")).collect();
    let merged = |from: &str| {
        format!(
            "INSERT INTO {table} ({by}, {}, merged) SELECT {by}, {}, TRUE FROM {from} GROUP BY {by} HAVING {}",
            sums.join(", "),
            added.join(", "),
            nonzero.join(" OR ")
        )
    };
    match dialect {
        Dialect::Postgres => vec![format!("WITH gone AS (DELETE FROM {table} RETURNING *) {}", merged("gone"))],
        Dialect::Sqlite => {
            vec![
                format!("UPDATE {table} SET merged = FALSE WHERE merged"),
                merged(table),
                format!("DELETE FROM {table} WHERE NOT merged"),
            ]
        }
    }
}
