//! A private PostgreSQL cluster. `just test` starts one for all tests and names its socket's folder in
//! `TUNDISH_TEST_POSTGRES`; every test gets a database of its own, copied from a template.

use sea_orm::{ConnectOptions, ConnectionTrait, Database, Statement};
use tundish_application::store::{Clock, Database as Store, DatabaseOptions};

const TEMPLATE: &str = "tundish_template";

/// The address of a database of the cluster.
fn url(name: &str) -> String {
    let socket = std::env::var("TUNDISH_TEST_POSTGRES").expect(
        "TUNDISH_TEST_POSTGRES names the folder of a private PostgreSQL cluster's socket; `just test` starts one and sets it",
    );
    format!("postgres://postgres@localhost/{name}?host={socket}")
}

/// Makes a database without any table and gives its address.
pub async fn empty() -> String {
    let admin = Database::connect(url("postgres")).await.expect("the cluster answers");
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await.unwrap();
    admin.close().await.unwrap();
    url(&name)
}

/// Makes an empty, migrated database and gives its address.
pub async fn database() -> String {
    // One connection: a lock belongs to the one that took it.
    let mut options = ConnectOptions::new(url("postgres"));
    options.max_connections(1);
    let admin = Database::connect(options).await.expect("the cluster answers");
    let transaction_free = |sql: String| Statement::from_string(sea_orm::DbBackend::Postgres, sql);
    // Tests run in many processes at once; one of them makes the template.
    admin.execute_raw(transaction_free("SELECT pg_advisory_lock(4711)".into())).await.unwrap();
    let known = admin
        .query_one_raw(transaction_free(format!("SELECT 1 FROM pg_database WHERE datname = '{TEMPLATE}'")))
        .await
        .unwrap();
    if known.is_none() {
        admin.execute_raw(transaction_free(format!("CREATE DATABASE {TEMPLATE}_new"))).await.unwrap();
        let options = DatabaseOptions {
            url: url(&format!("{TEMPLATE}_new")),
            readers: 1,
            writers: 1,
            longest_read: None,
            clock: Clock::new(chrono::Utc::now),
        };
        Store::open(options).await.expect("the schema").close().await.unwrap();
        admin
            .execute_raw(transaction_free(format!("ALTER DATABASE {TEMPLATE}_new RENAME TO {TEMPLATE}")))
            .await
            .unwrap();
    }
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    admin.execute_raw(transaction_free(format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))).await.unwrap();
    admin.execute_raw(transaction_free("SELECT pg_advisory_unlock(4711)".into())).await.unwrap();
    admin.close().await.unwrap();
    url(&name)
}
