//! An import of deals: by `tundish import`, and by a bare loop that enters the same deals, and the words by which they are
//! found, in batches of 500.

use std::{collections::HashMap, path::Path, time::Instant};

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{QueryBuilder, Row};
use uuid::Uuid;

use crate::{
    data::{PIPELINE, Store, stage},
    sides::{Failure, command},
};

/// How many rows are entered in one transaction.
const BATCH: usize = 500;

/// What the columns of the file mean.
pub const MAPPING: &str = r#"kind = "Deal"

[external_id]
source = "bench"
column = "number"

[fields.name]
column = "name"

[fields.account]
column = "customer"
by = "name"

[fields.owner]
column = "owner"
by = "name"

[fields.pipeline]
constant = "Bench"

[fields.stage]
constant = "Stage 1"

[fields.amount]
column = "amount"
currency = "CNY"

[fields.expectedCloseDate]
column = "expected"
"#;

/// Imports by Tundish; the seconds that it took.
pub async fn tundish(store: &Store, file: &Path, mapping: &Path) -> Result<f64, Failure> {
    let (store, file, mapping) = (store.clone(), file.display().to_string(), mapping.display().to_string());
    let begun = Instant::now();
    let told = tokio::task::spawn_blocking(move || {
        command(&store, &["import", &file, "--mapping", &mapping, "--strict"]).map_err(|error| error.to_string())
    });
    told.await??;
    Ok(begun.elapsed().as_secs_f64())
}

/// A row of the file.
struct Deal {
    id: Uuid,
    name: String,
    account: Uuid,
    owner: Uuid,
    amount: i64,
    expected: NaiveDate,
}

/// Reads the file; customers and people are known by their names.
fn read(
    file: &Path,
    accounts: &HashMap<String, Uuid>,
    users: &HashMap<String, Uuid>,
) -> Result<Vec<Vec<Deal>>, Failure> {
    let mut batches: Vec<Vec<Deal>> = Vec::new();
    for record in csv::Reader::from_path(file)?.records() {
        let record = record?;
        #[expect(clippy::disallowed_methods, reason = "the bare loop has no clock of its own")]
        let id = Uuid::now_v7();
        let deal = Deal {
            id,
            name: record[1].to_owned(),
            account: *accounts.get(&record[2]).ok_or("an unknown customer")?,
            owner: *users.get(&record[3]).ok_or("an unknown person")?,
            amount: record[4].replace('.', "").parse()?,
            expected: record[5].parse()?,
        };
        match batches.last_mut().filter(|batch| batch.len() < BATCH) {
            Some(batch) => batch.push(deal),
            None => batches.push(vec![deal]),
        }
    }
    Ok(batches)
}

macro_rules! bare {
    ($pool:expr, $database:ty, $file:expr, $words:expr) => {{
        let pool = $pool;
        let begun = Instant::now();
        let mut names: Vec<HashMap<String, Uuid>> = Vec::new();
        for select in ["SELECT name, id FROM account", "SELECT name, id FROM \"user\""] {
            let rows = sqlx::query(select).fetch_all(&pool).await?;
            names.push(rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect::<Result<_, sqlx::Error>>()?);
        }
        let now = DateTime::<Utc>::UNIX_EPOCH;
        for batch in read($file, &names[0], &names[1])? {
            let mut insert = QueryBuilder::<$database>::new(
                "INSERT INTO deal (id, name, name_folded, name_sort, account_id, owner_id, pipeline_id, stage_id, state, amount, \
                 amount_currency, amount_base, expected_close_date, category, created_at, updated_at, version) ",
            );
            insert.push_values(&batch, |mut row, deal| {
                row.push_bind(deal.id)
                    .push_bind(deal.name.clone())
                    .push_bind(deal.name.to_lowercase())
                    .push_bind(deal.name.to_lowercase())
                    .push_bind(deal.account)
                    .push_bind(deal.owner)
                    .push_bind(PIPELINE)
                    .push_bind(stage(1))
                    .push_bind("OPEN")
                    .push_bind(deal.amount)
                    .push_bind("CNY")
                    .push_bind(deal.amount)
                    .push_bind(deal.expected)
                    .push_bind("PIPELINE")
                    .push_bind(now)
                    .push_bind(now)
                    .push_bind(1_i64);
            });
            let mut transaction = pool.begin().await?;
            insert.build().execute(&mut *transaction).await?;
            for mut words in $words(&batch) {
                words.build().execute(&mut *transaction).await?;
            }
            transaction.commit().await?;
        }
        pool.close().await;
        Ok(begun.elapsed().as_secs_f64())
    }};
}

/// Statements that enter the words of a batch.
fn words_on_postgres(batch: &[Deal]) -> Vec<QueryBuilder<sqlx::Postgres>> {
    let mut rows = QueryBuilder::new("INSERT INTO search_row (record_id, kind, title, document) ");
    rows.push_values(batch, |mut row, deal| {
        let words: Vec<String> = deal.name.to_lowercase().split(' ').map(|word| format!("'{word}':1A")).collect();
        row.push_bind(deal.id).push_bind("Deal").push_bind(&deal.name).push_bind(words.join(" "));
        row.push_unseparated("::tsvector");
    });
    vec![rows]
}

/// The same where the words are in a table of their own, numbered by the first.
fn words_on_sqlite(batch: &[Deal]) -> Vec<QueryBuilder<sqlx::Sqlite>> {
    let mut rows = QueryBuilder::new("INSERT INTO search_row (record_id, kind, title) ");
    rows.push_values(batch, |mut row, deal| {
        row.push_bind(deal.id).push_bind("Deal").push_bind(&deal.name);
    });
    let first = format!("(SELECT MAX(id) - {} FROM search_row) + ", batch.len());
    let mut index = QueryBuilder::new("INSERT INTO search_text (rowid, title, body) ");
    index.push_values((1_i64..).zip(batch), |mut row, (number, deal)| {
        row.push(&first).push_bind_unseparated(number).push_bind(deal.name.to_lowercase()).push_bind("");
    });
    vec![rows, index]
}

/// Imports by a bare loop; the seconds that it took.
pub async fn bare(store: &Store, file: &Path) -> Result<f64, Failure> {
    match store {
        Store::Sqlite(path) => {
            bare!(store.sqlite_pool(path, 1, false).await?, sqlx::Sqlite, file, words_on_sqlite)
        }
        Store::Postgres(url) => bare!(store.postgres_pool(url).await?, sqlx::Postgres, file, words_on_postgres),
    }
}
