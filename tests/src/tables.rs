//! The rows behind a server, to see whether anything was written.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, Statement, TransactionTrait};

use crate::server::Server;

/// The database of a server, past every use case.
pub struct Tables {
    connection: DatabaseConnection,
}

impl Tables {
    /// Connects to the database of a server.
    pub async fn of(server: &Server) -> Self {
        Self { connection: sea_orm::Database::connect(&server.url).await.unwrap() }
    }

    /// One number.
    pub async fn number(&self, sql: &str) -> i64 {
        self.numbers(sql).await[0]
    }

    /// The first column of the rows, as numbers.
    pub async fn numbers(&self, sql: &str) -> Vec<i64> {
        let rows = self.connection.query_all_raw(self.statement(sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<i64>(0).unwrap()).collect()
    }

    /// The first column of the rows, as texts.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.connection.query_all_raw(self.statement(sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
    }

    /// A transaction that keeps everybody else from a table of PostgreSQL.
    pub async fn locked(&self, table: &str) -> DatabaseTransaction {
        let transaction = self.connection.begin().await.unwrap();
        let lock = format!("LOCK TABLE \"{table}\" IN ACCESS EXCLUSIVE MODE");
        transaction.execute_unprepared(&lock).await.unwrap();
        transaction
    }

    /// Carries out a statement.
    pub async fn execute(&self, sql: &str) {
        self.connection.execute_unprepared(sql).await.unwrap();
    }

    fn statement(&self, sql: &str) -> Statement {
        Statement::from_string(self.connection.get_database_backend(), sql)
    }

    /// How many events there are, numbered or not.
    pub async fn events(&self) -> i64 {
        self.number("SELECT COUNT(*) FROM event").await
    }

    /// The number of the last event, once all that was committed until now has one.
    pub async fn last_event(&self) -> String {
        while self.number("SELECT COUNT(*) FROM event WHERE seq IS NULL").await > 0 {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        self.number("SELECT COALESCE(MAX(seq), 0) FROM event").await.to_string()
    }

    /// What every table holds, except when somebody was last seen: two equal states have the same rows.
    pub async fn state(&self) -> BTreeMap<String, String> {
        let postgres = self.connection.get_database_backend() == sea_orm::DbBackend::Postgres;
        let names = if postgres {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text%'"
        };
        let mut state = BTreeMap::new();
        for table in self.texts(names).await {
            let seen = ["session", "access_token"].contains(&table.as_str());
            let sql = match (postgres, seen) {
                // Numbering events happens a moment later.
                (true, _) if table == "event_sequence" => continue,
                (true, false) if table == "event" => {
                    "SELECT COALESCE(md5(string_agg(id::text, ',' ORDER BY id)), '') FROM event".to_owned()
                }
                (true, false) => format!(
                    "SELECT COALESCE(md5(string_agg(line, ',' ORDER BY line)), '') FROM (SELECT \"{table}\"::text AS line FROM \"{table}\") AS lines"
                ),
                _ => format!("SELECT CAST(COUNT(*) AS TEXT) FROM \"{table}\""),
            };
            state.insert(table.clone(), self.texts(&sql).await.remove(0));
        }
        state
    }
}
