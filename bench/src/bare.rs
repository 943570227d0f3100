//! The bare handlers: axum and one hand-written statement per operation, on the same tables, with the same pragmas, the
//! same durability and one transaction per write. What Tundish takes longer is what its rights, its GraphQL, its events,
//! its history and its search cost.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    routing::{get, post},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::Row;
use uuid::Uuid;

use crate::data::{PIPELINE, Store};

/// Which part of a list.
#[derive(Deserialize)]
struct ListQuery {
    stage: Uuid,
    industry: Option<String>,
    after_amount: Option<i64>,
    after_id: Option<Uuid>,
}

/// A deal as the list shows it.
#[derive(Serialize)]
struct Listed {
    id: Uuid,
    name: String,
    amount: Option<String>,
    currency: Option<String>,
    expected_close_date: Option<NaiveDate>,
    account: Option<Named>,
    owner: Option<Named>,
}

#[derive(Serialize)]
struct Named {
    id: Uuid,
    name: String,
}

#[derive(Serialize)]
struct Page {
    deals: Vec<Listed>,
    more: bool,
}

/// A deal to be created.
#[derive(Deserialize)]
struct NewDeal {
    name: String,
    account: Uuid,
    owner: Uuid,
    stage: Uuid,
    amount: i64,
    at: DateTime<Utc>,
}

#[derive(Serialize)]
struct Counted {
    stage: Uuid,
    count: i64,
    amount: i64,
}

type Answer<T> = Result<T, (StatusCode, String)>;

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(error: sqlx::Error) -> (StatusCode, String) {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
}

fn decimal(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor.abs() % 100)
}

const LIST: &str = "SELECT d.id, d.name, d.amount, d.amount_currency, d.expected_close_date, a.id, a.name, u.id, u.name \
                    FROM deal d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN \"user\" u ON u.id = d.owner_id \
                    WHERE d.stage_id = $1 AND d.deleted_at IS NULL ORDER BY d.amount_base DESC NULLS LAST, d.id DESC LIMIT 51";
const LIST_AFTER: &str = "SELECT d.id, d.name, d.amount, d.amount_currency, d.expected_close_date, a.id, a.name, u.id, u.name \
                          FROM deal d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN \"user\" u ON u.id = d.owner_id \
                          WHERE d.stage_id = $1 AND d.deleted_at IS NULL AND d.amount_base <= $2 AND (d.amount_base < $2 OR d.id < $3) \
                          ORDER BY d.amount_base DESC NULLS LAST, d.id DESC LIMIT 51";
// SQLite joins in this order when told so; by itself it begins with the industry and sorts all of its deals.
const INDUSTRY_SQLITE: &str = "SELECT d.id, d.name, d.amount, d.amount_currency, d.expected_close_date, a.id, a.name, u.id, u.name \
                                FROM deal d CROSS JOIN account a ON a.id = d.account_id LEFT JOIN \"user\" u ON u.id = d.owner_id \
                                WHERE d.stage_id = $1 AND d.deleted_at IS NULL AND a.industry = $2 \
                                ORDER BY d.amount_base DESC NULLS LAST, d.id DESC LIMIT 51";
const INDUSTRY_POSTGRES: &str = "SELECT d.id, d.name, d.amount, d.amount_currency, d.expected_close_date, a.id, a.name, u.id, u.name \
                                FROM deal d JOIN account a ON a.id = d.account_id LEFT JOIN \"user\" u ON u.id = d.owner_id \
                                WHERE d.stage_id = $1 AND d.deleted_at IS NULL AND a.industry = $2 \
                                ORDER BY d.amount_base DESC NULLS LAST, d.id DESC LIMIT 51";
const INSERT: &str = "INSERT INTO deal (id, name, name_folded, name_sort, account_id, owner_id, pipeline_id, stage_id, state, amount, \
                      amount_currency, amount_base, category, started_date, stage_entered_date, created_at, updated_at, version) \
                      VALUES ($1, $2, $2, $2, $3, $4, $5, $6, 'OPEN', $7, 'CNY', $7, 'PIPELINE', $8, $8, $9, $9, 1)";
const FUNNEL: &str = "SELECT stage_id, COUNT(*), CAST(SUM(amount_base) AS BIGINT) FROM deal \
                      WHERE pipeline_id = $1 AND state = 'OPEN' AND deleted_at IS NULL GROUP BY stage_id";
const ONE_SQLITE: &str = "SELECT json_object('id', lower(hex(d.id)), 'name', d.name, 'amount', d.amount, 'currency', d.amount_currency, \
     'expectedCloseDate', d.expected_close_date, 'account', json_object('id', lower(hex(a.id)), 'name', a.name, 'industry', a.industry), \
     'owner', json_object('id', lower(hex(u.id)), 'name', u.name), \
     'contacts', (SELECT json_group_array(json_object('role', r.role, 'id', lower(hex(c.id)), 'name', c.name, 'title', c.job_title)) \
       FROM deal_contact r JOIN contact c ON c.id = r.contact_id WHERE r.deal_id = d.id AND c.deleted_at IS NULL), \
     'notes', (SELECT json_group_array(json_object('id', lower(hex(id)), 'body', body)) FROM \
       (SELECT id, body FROM note WHERE deal_id = d.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 20)), \
     'tasks', (SELECT json_group_array(json_object('id', lower(hex(id)), 'title', title, 'due', due_date)) FROM \
       (SELECT id, title, due_date FROM task WHERE deal_id = d.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 20))) \
     FROM deal d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN \"user\" u ON u.id = d.owner_id WHERE d.id = $1 AND d.deleted_at IS NULL";
const ONE_POSTGRES: &str = "SELECT json_build_object('id', d.id, 'name', d.name, 'amount', d.amount, 'currency', d.amount_currency, \
     'expectedCloseDate', d.expected_close_date, 'account', json_build_object('id', a.id, 'name', a.name, 'industry', a.industry), \
     'owner', json_build_object('id', u.id, 'name', u.name), \
     'contacts', (SELECT json_agg(json_build_object('role', r.role, 'id', c.id, 'name', c.name, 'title', c.job_title)) \
       FROM deal_contact r JOIN contact c ON c.id = r.contact_id WHERE r.deal_id = d.id AND c.deleted_at IS NULL), \
     'notes', (SELECT json_agg(json_build_object('id', n.id, 'body', n.body)) FROM \
       (SELECT id, body FROM note WHERE deal_id = d.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 20) n), \
     'tasks', (SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'due', t.due_date)) FROM \
       (SELECT id, title, due_date FROM task WHERE deal_id = d.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 20) t))::text \
     FROM deal d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN \"user\" u ON u.id = d.owner_id WHERE d.id = $1 AND d.deleted_at IS NULL";

/// The handlers over one kind of database.
macro_rules! handlers {
    ($module:ident, $pool:ty, $row:ty, $one:expr, $industry:expr) => {
        mod $module {
            use super::*;

            #[derive(Clone)]
            pub struct Pools {
                pub read: $pool,
                pub write: $pool,
            }

            fn listed(row: &$row) -> Result<Listed, sqlx::Error> {
                let named = |id: usize, name: usize| {
                    let id: Option<Uuid> = row.try_get(id)?;
                    Ok::<_, sqlx::Error>(match id {
                        Some(id) => Some(Named { id, name: row.try_get(name)? }),
                        None => None,
                    })
                };
                Ok(Listed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    amount: row.try_get::<Option<i64>, _>(2)?.map(decimal),
                    currency: row.try_get(3)?,
                    expected_close_date: row.try_get(4)?,
                    account: named(5, 6)?,
                    owner: named(7, 8)?,
                })
            }

            pub async fn list(State(pools): State<Arc<Pools>>, Query(query): Query<ListQuery>) -> Answer<Json<Page>> {
                let select = match (&query.industry, query.after_amount.zip(query.after_id)) {
                    (Some(industry), _) => sqlx::query($industry).bind(query.stage).bind(industry),
                    (None, Some((amount, id))) => sqlx::query(LIST_AFTER).bind(query.stage).bind(amount).bind(id),
                    (None, None) => sqlx::query(LIST).bind(query.stage),
                };
                let rows = select.fetch_all(&pools.read).await.map_err(failed)?;
                let deals = rows.iter().take(50).map(listed).collect::<Result<_, _>>().map_err(failed)?;
                Ok(Json(Page { deals, more: rows.len() > 50 }))
            }

            pub async fn one(State(pools): State<Arc<Pools>>, Path(id): Path<Uuid>) -> Answer<String> {
                sqlx::query_scalar($one).bind(id).fetch_one(&pools.read).await.map_err(failed)
            }

            pub async fn create(State(pools): State<Arc<Pools>>, Json(deal): Json<NewDeal>) -> Answer<Json<Uuid>> {
                #[expect(clippy::disallowed_methods, reason = "the bare handlers have no clock of their own")]
                let id = Uuid::now_v7();
                let mut transaction = pools.write.begin().await.map_err(failed)?;
                sqlx::query(INSERT)
                    .bind(id)
                    .bind(deal.name)
                    .bind(deal.account)
                    .bind(deal.owner)
                    .bind(PIPELINE)
                    .bind(deal.stage)
                    .bind(deal.amount)
                    .bind(deal.at.date_naive())
                    .bind(deal.at)
                    .execute(&mut *transaction)
                    .await
                    .map_err(failed)?;
                transaction.commit().await.map_err(failed)?;
                Ok(Json(id))
            }

            pub async fn funnel(State(pools): State<Arc<Pools>>) -> Answer<Json<Vec<Counted>>> {
                let rows = sqlx::query(FUNNEL).bind(PIPELINE).fetch_all(&pools.read).await.map_err(failed)?;
                let counted = |row: &$row| {
                    Ok(Counted { stage: row.try_get(0)?, count: row.try_get(1)?, amount: row.try_get(2)? })
                };
                Ok(Json(rows.iter().map(counted).collect::<Result<_, sqlx::Error>>().map_err(failed)?))
            }

            pub fn routes(pools: Pools) -> Router {
                Router::new()
                    .route("/deals", get(list))
                    .route("/deals/{id}", get(one))
                    .route("/deals", post(create))
                    .route("/funnel", get(funnel))
                    .with_state(Arc::new(pools))
            }
        }
    };
}

handlers!(sqlite, sqlx::SqlitePool, sqlx::sqlite::SqliteRow, ONE_SQLITE, INDUSTRY_SQLITE);
handlers!(postgres, sqlx::PgPool, sqlx::postgres::PgRow, ONE_POSTGRES, INDUSTRY_POSTGRES);

/// Serves until the process is ended.
pub async fn serve(store: &Store, listen: SocketAddr) -> Result<(), Box<dyn std::error::Error>> {
    let routes = match store {
        Store::Sqlite(file) => {
            let (read, write) = (store.sqlite_pool(file, 4, true).await?, store.sqlite_pool(file, 1, false).await?);
            sqlite::routes(sqlite::Pools { read, write })
        }
        Store::Postgres(url) => {
            let (read, write) = (store.postgres_pool(url).await?, store.postgres_pool(url).await?);
            postgres::routes(postgres::Pools { read, write })
        }
    };
    axum::serve(tokio::net::TcpListener::bind(listen).await?, routes).await?;
    Ok(())
}
