//! The event log: audit trail, timeline, outbox and source of the subscriptions.
//!
//! An event is written in the transaction of its change. Readers follow the number `seq`, which is in order and without
//! gaps. `SQLite` has one writer, who numbers at once. On PostgreSQL a transaction with a lower insertion number can
//! commit later, so events are written without a number, and a sequencer numbers those that have been committed.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, QueryResult, Statement, TransactionTrait,
    sea_query::{Alias, Asterisk, Expr, ExprTrait, InsertStatement, Order, Query, SelectStatement},
};
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};
use tundish_domain::{
    kernel::ids::UserId,
    records::{EventAction, EventOrigin, FieldValue, RecordKind},
};
use uuid::Uuid;

use super::{Scope, StoreError, describe, scope::col};
use crate::{database::Database, dialect::Dialect};

/// The form of the payload.
const FORMAT: i64 = 1;
/// How many events the sequencer numbers in one transaction.
const PASS: u64 = 5_000;
/// How often the sequencer looks without being woken.
const POLL: Duration = Duration::from_secs(1);
/// How long it rests after a pass, so that under load one pass numbers the events of many commits.
const REST: Duration = Duration::from_millis(5);

/// Something that happened to a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its place in the order of all events; `None` while it has no number yet.
    pub seq: Option<i64>,
    /// Its own id.
    pub id: i64,
    /// When it was written.
    pub recorded_at: DateTime<Utc>,
    /// Since when it holds; differs from `recorded_at` for imports only.
    pub effective_at: DateTime<Utc>,
    /// Through which door it came.
    pub origin: EventOrigin,
    /// What kind of record.
    pub kind: RecordKind,
    /// Which record.
    pub record_id: Uuid,
    /// What happened.
    pub action: EventAction,
    /// Who did it; `None`: the system.
    pub actor: Option<UserId>,
    /// The record's version afterwards.
    pub version: i64,
    /// The fields that changed.
    pub changes: Vec<FieldChange>,
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The field's key, or that of a part that belongs to the record, such as `lineItems`.
    pub field: String,
    /// Before; `None`: empty.
    pub from: Option<FieldValue>,
    /// After; `None`: empty.
    pub to: Option<FieldValue>,
}

impl Event {
    fn payload(&self) -> Json {
        let changes: Map<String, Json> = self
            .changes
            .iter()
            .map(|change| {
                let side = |value: &Option<FieldValue>| value.as_ref().map_or(Json::Null, FieldValue::to_json);
                (change.field.clone(), json!({ "from": side(&change.from), "to": side(&change.to) }))
            })
            .collect();
        json!({ "format": FORMAT, "changes": changes })
    }

    fn read_payload(kind: RecordKind, payload: &str) -> Result<Vec<FieldChange>, StoreError> {
        // A payload is blanked when the person whose data it held is erased.
        if payload.is_empty() {
            return Ok(Vec::new());
        }
        let json: Json = serde_json::from_str(payload)?;
        let description = describe(kind);
        let changes = json.get("changes").and_then(Json::as_object);
        Ok(changes.map_or_else(Vec::new, |changes| {
            changes
                .iter()
                .map(|(key, change)| {
                    let side = |name: &str| {
                        let value = change.get(name)?;
                        match description.field(key) {
                            Some(field) => FieldValue::from_json(field.kind, value),
                            None => value.as_str().map(|text| FieldValue::Text(text.to_owned())),
                        }
                    };
                    FieldChange { field: key.clone(), from: side("from"), to: side("to") }
                })
                .collect()
        }))
    }

    pub(crate) fn read(row: &QueryResult) -> Result<Self, StoreError> {
        let named = |name: &'static str| StoreError::Misfit(name.to_owned());
        let kind = RecordKind::parse(&row.try_get::<String>("", "kind")?).ok_or_else(|| named("kind"))?;
        Ok(Self {
            seq: row.try_get("", "seq")?,
            id: row.try_get("", "id")?,
            recorded_at: row.try_get("", "recorded_at")?,
            effective_at: row.try_get("", "effective_at")?,
            origin: EventOrigin::parse(&row.try_get::<String>("", "origin")?).ok_or_else(|| named("origin"))?,
            kind,
            record_id: row.try_get("", "record_id")?,
            action: EventAction::parse(&row.try_get::<String>("", "action")?).ok_or_else(|| named("action"))?,
            actor: row.try_get::<Option<Uuid>>("", "actor_id")?.map(UserId),
            version: row.try_get("", "version")?,
            changes: Self::read_payload(kind, &row.try_get::<String>("", "payload")?)?,
        })
    }
}

/// The columns of [`row`].
const COLUMNS: [&str; 11] = [
    "recorded_at",
    "effective_at",
    "origin",
    "kind",
    "record_id",
    "action",
    "actor_id",
    "version",
    "payload",
    "digest",
    "seq",
];

/// An event's row, with the number that it gets.
fn row(event: &Event, seq: Expr) -> [Expr; 11] {
    let payload = event.payload().to_string();
    let digest = hex::encode(Sha256::digest(payload.as_bytes()));
    [
        event.recorded_at.into(),
        event.effective_at.into(),
        event.origin.as_str().into(),
        event.kind.as_str().into(),
        event.record_id.into(),
        event.action.as_str().into(),
        Expr::val(event.actor.map(|actor| actor.0)),
        event.version.into(),
        payload.into(),
        digest.into(),
        seq,
    ]
}

/// What writes an event into the transaction of its change.
pub(crate) fn insert(dialect: Dialect, event: &Event) -> InsertStatement {
    let seq = match dialect {
        Dialect::Sqlite => Expr::cust("(SELECT COALESCE(MAX(seq), 0) + 1 FROM event)"),
        Dialect::Postgres => Expr::val(None::<i64>),
    };
    let mut insert = Query::insert();
    insert.into_table(Alias::new("event")).columns(COLUMNS.map(Alias::new)).values_panic(row(event, seq));
    insert
}

/// Writes events into the transaction of their changes, in their order.
pub(crate) async fn append_many(
    db: &impl ConnectionTrait,
    dialect: Dialect,
    events: &[Event],
) -> Result<(), StoreError> {
    let mut last = match dialect {
        Dialect::Sqlite => Some(last_event(db).await?),
        Dialect::Postgres => None,
    };
    for chunk in events.chunks(super::many::rows_at_once(COLUMNS.len())) {
        let mut insert = Query::insert();
        insert.into_table(Alias::new("event")).columns(COLUMNS.map(Alias::new));
        for event in chunk {
            last = last.map(|last| last + 1);
            insert.values_panic(row(event, Expr::val(last)));
        }
        db.execute(&insert).await?;
    }
    Ok(())
}

/// Every event, without an order.
pub(crate) fn events() -> SelectStatement {
    let mut select = Query::select();
    select.column(Asterisk).from(Alias::new("event"));
    select
}

/// The number of the last readable event.
pub(crate) async fn last_event(db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let mut select = Query::select();
    select.expr(col("event", "seq").max()).from(Alias::new("event"));
    let row = db.query_one(&select).await?;
    Ok(row.map_or(Ok(None), |row| row.try_get_by_index::<Option<i64>>(0))?.unwrap_or_default())
}

impl Database {
    /// Numbered events behind `after`, in order.
    pub async fn events_after(&self, after: i64, limit: u64) -> Result<Vec<Event>, StoreError> {
        let mut select = events();
        select
            .and_where(col("event", "seq").gt(after))
            .order_by((Alias::new("event"), Alias::new("seq")), Order::Asc)
            .limit(limit);
        self.newest().query_all(&select).await?.iter().map(Event::read).collect()
    }

    /// Numbers committed events and tells the waiting, until the task is dropped. Any number of nodes may do so at once.
    pub async fn number_events(self: Arc<Self>) {
        let mut committed = self.committed.subscribe();
        loop {
            let numbered = match self.dialect() {
                Dialect::Sqlite => last_event(self.newest()).await,
                Dialect::Postgres => self.number_pass().await,
            };
            match numbered {
                Ok(last) => {
                    self.numbered.send_if_modified(|known| {
                        let news = *known < last;
                        if news {
                            *known = last;
                        }
                        news
                    });
                }
                Err(error) => tracing::error!(%error, "events could not be numbered; the next pass tries again"),
            }
            tokio::time::sleep(REST).await;
            // The poll also finds what another node has written.
            let _ = tokio::time::timeout(POLL, committed.changed()).await;
        }
    }

    /// One pass: numbers what has been committed, in the order of insertion.
    async fn number_pass(&self) -> Result<i64, StoreError> {
        let backend = self.dialect().backend();
        loop {
            let transaction = self.primary().begin().await?;
            let row = transaction
                .query_one_raw(Statement::from_string(backend, "SELECT last FROM event_sequence FOR UPDATE"))
                .await?;
            let last: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
            let numbered = transaction
                .execute_raw(Statement::from_sql_and_values(
                    backend,
                    "UPDATE event SET seq = $1 + pending.place FROM (SELECT id, row_number() OVER (ORDER BY id) AS place \
                     FROM (SELECT id FROM event WHERE seq IS NULL ORDER BY id LIMIT $2) AS unnumbered) AS pending \
                     WHERE event.id = pending.id",
                    [last.into(), PASS.into()],
                ))
                .await?
                .rows_affected();
            if numbered == 0 {
                transaction.rollback().await?;
                return Ok(last);
            }
            let now_last = last + i64::try_from(numbered).unwrap_or(i64::MAX);
            transaction
                .execute_raw(Statement::from_sql_and_values(
                    backend,
                    "UPDATE event_sequence SET last = $1",
                    [now_last.into()],
                ))
                .await?;
            transaction.commit().await?;
            if numbered < PASS {
                return Ok(now_last);
            }
        }
    }
}

impl Scope {
    /// The events of a record that was read through the scope, newest first, from behind that instant and id on.
    pub async fn record_events(
        &self,
        record: Uuid,
        behind: Option<(DateTime<Utc>, i64)>,
        limit: u64,
    ) -> Result<Vec<Event>, StoreError> {
        let at = |column: &str| col("event", column);
        let mut select = events();
        select
            .and_where(at("record_id").eq(record))
            .order_by_expr(at("recorded_at"), Order::Desc)
            .order_by_expr(at("id"), Order::Desc)
            .limit(limit);
        if let Some((instant, id)) = behind {
            let same = at("recorded_at").eq(instant).and(at("id").lt(id));
            select.and_where(at("recorded_at").lt(instant).or(same));
        }
        self.reader().query_all(&select).await?.iter().map(Event::read).collect()
    }
}
