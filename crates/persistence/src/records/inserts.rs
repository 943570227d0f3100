//! New rows that are written together.

use sea_orm::{
    ConnectionTrait, Statement,
    sea_query::{
        Alias, CommonTableExpression, InsertStatement, PostgresQueryBuilder, SqliteQueryBuilder, Values, WithClause,
    },
};

use super::StoreError;
use crate::dialect::Dialect;

/// Statements that enter rows, of which none needs what another one answers: a record with its words, what its room writes beside
/// it, its history and its event. They go to the database at once, because the ways there and back take longer than the rows.
#[derive(Default)]
pub struct Inserts(Vec<InsertStatement>);

impl Inserts {
    /// Adds one, to be carried out behind the others.
    pub(crate) fn push(&mut self, insert: InsertStatement) {
        self.0.push(insert);
    }

    /// Adds others, to be carried out behind these.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Carries them out. On `PostgreSQL` all but the last one stand in a `WITH`, and constraints are checked behind all of them.
    pub(crate) async fn write(mut self, db: &impl ConnectionTrait, dialect: Dialect) -> Result<(), StoreError> {
        let Some(last) = self.0.pop() else { return Ok(()) };
        let (sql, values) = match dialect {
            Dialect::Sqlite => {
                let (mut sql, mut values) = (String::new(), Vec::new());
                for insert in self.0.iter().chain([&last]) {
                    let (text, its) = insert.build(SqliteQueryBuilder);
                    sql.push_str(&text);
                    sql.push(';');
                    values.extend(its);
                }
                (sql, Values(values))
            }
            Dialect::Postgres if self.0.is_empty() => last.build(PostgresQueryBuilder),
            Dialect::Postgres => {
                let mut with = WithClause::new();
                for (at, insert) in self.0.into_iter().enumerate() {
                    let mut table = CommonTableExpression::new();
                    table.query(insert).table_name(Alias::new(format!("insert_{at}")));
                    with.cte(table);
                }
                last.with(with).build(PostgresQueryBuilder)
            }
        };
        db.execute_raw(Statement::from_sql_and_values(dialect.backend(), sql, values)).await?;
        Ok(())
    }
}
