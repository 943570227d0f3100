//! What differs between SQLite and PostgreSQL. Nothing else may ask which of them it is talking to.

use sea_orm::{
    DbBackend, Statement, Value,
    sea_query::{ArrayType, Expr, ExprTrait, SelectStatement, SimpleExpr},
};
use uuid::Uuid;

/// So many ids of a list are parameters on SQLite. It takes 32,766 in a statement, which repeats the list of a manager's people
/// for every record that it asks for.
const PARAMETERS_MAX: usize = 200;

/// One of the two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Embedded.
    Sqlite,
    /// A server.
    Postgres,
}

impl Dialect {
    /// The backend for building statements.
    pub(crate) const fn backend(self) -> DbBackend {
        match self {
            Self::Sqlite => DbBackend::Sqlite,
            Self::Postgres => DbBackend::Postgres,
        }
    }

    /// Statements whose rows, of one text each, say what is broken in the files themselves. PostgreSQL keeps its own
    /// references, and looks after its files by its own tools.
    pub(crate) const fn ailments(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => &[
                "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                "SELECT 'a row of ' || \"table\" || ' refers to no row of ' || parent FROM pragma_foreign_key_check",
            ],
            Self::Postgres => &[],
        }
    }

    /// The days from one date to another.
    pub(crate) fn days_between(self, from: Expr, to: Expr) -> SimpleExpr {
        match self {
            Self::Sqlite => Expr::cust_with_exprs("CAST(julianday(?) - julianday(?) AS INTEGER)", [to, from]),
            Self::Postgres => Expr::cust_with_exprs("CAST($1 - $2 AS BIGINT)", [to, from]),
        }
    }

    /// The sum of integers as an integer of 64 bits; PostgreSQL would make it a numeric.
    pub(crate) fn sum(self, expression: Expr) -> SimpleExpr {
        match self {
            Self::Sqlite => Expr::cust_with_exprs("COALESCE(SUM(?), 0)", [expression]),
            Self::Postgres => Expr::cust_with_exprs("CAST(COALESCE(SUM($1), 0) AS BIGINT)", [expression]),
        }
    }

    /// A statement that ends with its limit. It stands in the text: for a limit that it does not know, PostgreSQL makes a new
    /// plan each time.
    pub(crate) fn limited(self, select: &SelectStatement, limit: u64) -> Statement {
        let mut statement = self.backend().build(select);
        statement.sql.push_str(&format!(" LIMIT {limit}"));
        statement
    }

    /// `column IN (ids)`: one parameter on PostgreSQL, so that the statement's text does not depend on their number. A single
    /// one is compared outright: for a list of unknown length PostgreSQL makes a new plan each time.
    pub(crate) fn among(self, column: Expr, ids: &[Uuid]) -> SimpleExpr {
        if let [id] = ids {
            return column.eq(*id);
        }
        match self {
            Self::Postgres => {
                let array = Value::Array(
                    ArrayType::Uuid,
                    Some(Box::new(ids.iter().map(|id| Value::Uuid(Some(*id))).collect())),
                );
                Expr::cust_with_exprs("$1 = ANY($2)", [column, Expr::val(array)])
            }
            Self::Sqlite if ids.len() > PARAMETERS_MAX => {
                column.is_in(ids.iter().map(|id| Expr::cust(format!("x'{}'", id.simple()))))
            }
            Self::Sqlite => column.is_in(ids.iter().copied()),
        }
    }

    /// A column in a condition by whose index rows are not to be looked up, because it holds for many. SQLite takes every
    /// list of ids for a short one; PostgreSQL estimates for itself.
    pub(crate) fn not_looked_up(self, column: Expr) -> SimpleExpr {
        match self {
            Self::Sqlite => Expr::cust_with_exprs("+?", [column]),
            Self::Postgres => column,
        }
    }

    /// The table of the jobs.
    pub(crate) const fn jobs(self) -> &'static str {
        match self {
            Self::Sqlite => "Jobs",
            Self::Postgres => "apalis.jobs",
        }
    }

    /// The table of those who do the jobs.
    pub(crate) const fn job_workers(self) -> &'static str {
        match self {
            Self::Sqlite => "Workers",
            Self::Postgres => "apalis.workers",
        }
    }

    /// An instant so many seconds from now, as the tables of the jobs keep it: Unix seconds on `SQLite`.
    pub(crate) fn in_seconds(self, seconds: u64) -> String {
        match self {
            Self::Sqlite => format!("CAST(strftime('%s', 'now') AS INTEGER) + {seconds}"),
            Self::Postgres => format!("now() + interval '{seconds} seconds'"),
        }
    }

    /// An instant so many days ago, as the tables of the jobs keep it.
    pub(crate) fn days_ago(self, days: u32) -> String {
        match self {
            Self::Sqlite => format!("CAST(strftime('%s', 'now') AS INTEGER) - {days} * 86400"),
            Self::Postgres => format!("now() - interval '{days} days'"),
        }
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::{Alias, Expr, Query};
    use uuid::Uuid;

    use super::{Dialect, PARAMETERS_MAX};

    #[test]
    fn long_lists_of_ids_take_no_parameters() {
        let statement = |dialect: Dialect, count: usize| {
            let ids: Vec<Uuid> = (0..count as u128).map(Uuid::from_u128).collect();
            let mut select = Query::select();
            select.column(Alias::new("name")).from(Alias::new("deal"));
            select.and_where(dialect.among(Expr::col(Alias::new("id")), &ids));
            dialect.backend().build(&select)
        };
        let parameters = |dialect, count| statement(dialect, count).values.map_or(0, |values| values.0.len());
        assert_eq!(parameters(Dialect::Sqlite, PARAMETERS_MAX), PARAMETERS_MAX);
        assert_eq!(parameters(Dialect::Sqlite, PARAMETERS_MAX + 1), 0);
        assert_eq!(parameters(Dialect::Postgres, PARAMETERS_MAX + 1), 1);
        let sql = statement(Dialect::Sqlite, PARAMETERS_MAX + 1).sql;
        assert!(sql.ends_with(", x'000000000000000000000000000000c8')"), "{sql}");
    }
}
