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

/// A total, as the migration made it.
pub(crate) struct Total {
    /// Its table.
    pub(crate) table: &'static str,
    /// The view of what it is a total of; each row counts once.
    pub(crate) part: &'static str,
    /// The columns by which it is kept, of both.
    pub(crate) by: &'static [&'static str],
    /// The columns, besides `count`, that add up, of both.
    pub(crate) sums: &'static [&'static str],
}

/// The totals.
pub(crate) static TOTALS: [Total; 2] = [
    Total {
        table: "deal_closed_total",
        part: "deal_closed_part",
        by: &["pipeline_id", "state", "owner_id", "closed_owner_id", "closed_team_id", "days"],
        sums: &["amount"],
    },
    Total {
        table: "stage_visit_total",
        part: "stage_visit_part",
        by: &["pipeline_id", "stage_id", "owner_id", "visit_owner_id", "visit_team_id", "has_left", "advanced", "days"],
        sums: &[],
    },
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
        for total in &TOTALS {
            let mut unmerged = Query::select();
            unmerged
                .expr(col(total.table, "count").count())
                .from(Alias::new(total.table))
                .and_where(Expr::cust("NOT merged"));
            let row = self.db()?.query_one(&unmerged).await?;
            if row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))? <= more_than {
                continue;
            }
            for statement in total.merge(dialect) {
                self.db()?.execute_raw(Statement::from_string(dialect.backend(), statement)).await?;
            }
        }
        Ok(())
    }
}

impl Total {
    /// The columns that add up.
    pub(crate) fn added(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once("count").chain(self.sums.iter().copied())
    }

    /// `SELECT` what rows add up to, by all columns by which the total is kept, without what comes to nothing.
    fn sum(&self, from: &str) -> String {
        let by = self.by.join(", ");
        let added: String = self.added().map(|column| format!(", CAST(SUM({column}) AS BIGINT)")).collect();
        let nonzero: Vec<String> = self.added().map(|column| format!("SUM({column}) <> 0")).collect();
        format!("SELECT {by}{added} FROM {from} GROUP BY {by} HAVING {}", nonzero.join(" OR "))
    }

    /// `INSERT` rows that a `SELECT` gives.
    fn insert(&self, rows: &str, merged: bool) -> String {
        let columns: Vec<&str> = self.by.iter().copied().chain(self.added()).collect();
        format!(
            "INSERT INTO {} ({}, merged) SELECT added.*, {merged} FROM ({rows}) AS added",
            self.table,
            columns.join(", ")
        )
    }

    /// The statements that merge it. Rows that come meanwhile stay: `PostgreSQL` deletes and adds up in one statement, and
    /// nobody else writes to `SQLite` in between.
    fn merge(&self, dialect: Dialect) -> Vec<String> {
        let table = self.table;
        match dialect {
            Dialect::Postgres => {
                vec![format!("WITH gone AS (DELETE FROM {table} RETURNING *) {}", self.insert(&self.sum("gone"), true))]
            }
            Dialect::Sqlite => vec![
                format!("UPDATE {table} SET merged = FALSE WHERE merged"),
                self.insert(&self.sum(table), true),
                format!("DELETE FROM {table} WHERE NOT merged"),
            ],
        }
    }

    /// `SELECT` what it lacks, below zero what it has too much, by the columns by which it is kept: `count` and the sums.
    pub(crate) fn lacking(&self) -> String {
        let (by, table, part) = (self.by.join(", "), self.table, self.part);
        let sums = |sign: &str| -> String { self.sums.iter().map(|sum| format!(", {sign}{sum} AS {sum}")).collect() };
        self.sum(&format!(
            "(SELECT {by}, 1 AS count{} FROM {part} UNION ALL SELECT {by}, -count{} FROM {table}) AS difference",
            sums(""),
            sums("-")
        ))
    }

    /// Adds what it lacks.
    pub(crate) fn complete(&self) -> String {
        self.insert(&self.lacking(), false)
    }
}
