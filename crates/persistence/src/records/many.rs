//! Many records at once, in few statements, with the states of their past: for imports.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Expr, ExprTrait, LockType, Order, Query, Value},
};
use tundish_domain::records::{EventAction, RecordAction};
use uuid::Uuid;

use super::{
    Checked, Event, FieldChange, Fields, Record, StoreError, UnitOfWork, events, record,
    scope::col,
    search,
    unit_of_work::{changed_fields, columns_and_values, set},
};
use crate::dialect::Dialect;

/// The most parameters of a statement; both databases take twice as many.
const PARAMETERS: usize = 16_000;

/// How many rows of that many columns one statement enters.
pub(crate) const fn rows_at_once(columns: usize) -> usize {
    let rows = PARAMETERS / columns;
    if rows == 0 { 1 } else { rows }
}

/// A record as it was, or is, from an instant on.
#[derive(Clone, Debug)]
pub struct State<R> {
    /// Its fields.
    pub record: R,
    /// Since when.
    pub effective: DateTime<Utc>,
    /// What brought it there.
    pub action: EventAction,
    /// Changes of its parts, for the event.
    pub parts: Vec<FieldChange>,
}

/// A state with the time in which it holds.
type Held<R> = (R, DateTime<Utc>, Option<DateTime<Utc>>);

impl UnitOfWork {
    /// Enters new records. Each comes with its states in the order of time: the last one is the present, those before it
    /// go into its history, and each is an event.
    pub async fn insert_many<R: Record>(&self, records: Vec<Vec<State<R>>>) -> Result<Vec<R>, StoreError> {
        let description = R::DESCRIPTION;
        let (mut present, mut events, mut history) = (Vec::with_capacity(records.len()), Vec::new(), Vec::new());
        for states in records {
            let instants: Vec<DateTime<Utc>> = states.iter().map(|state| state.effective).collect();
            let mut before: Option<R> = None;
            for (version, state) in (1_i64..).zip(states) {
                let State { mut record, effective, action, parts } = state;
                set(&mut record, "created_at", self.now().into())?;
                set(&mut record, "updated_at", self.now().into())?;
                set(&mut record, "version", version.into())?;
                let mut changes = changed_fields(description, |field| {
                    (before.as_ref().and_then(|before| before.value(field)), record.value(field))
                });
                changes.extend(parts);
                events.push(self.event(&record, action, changes, effective));
                if description.history {
                    let until = usize::try_from(version).ok().and_then(|next| instants.get(next)).copied();
                    history.push((record.clone(), effective, until));
                }
                before = Some(record);
            }
            present.extend(before);
        }
        self.insert_rows(&present).await?;
        self.insert_history(&history).await?;
        self.append_events::<R>(&events).await?;
        Ok(present)
    }

    /// Enters parts that belong to other records, whose events tell of them.
    pub async fn insert_parts<R: Record>(&self, parts: &[R]) -> Result<(), StoreError> {
        self.insert_rows(parts).await
    }

    async fn insert_rows<R: Record>(&self, records: &[R]) -> Result<(), StoreError> {
        let rows: Vec<_> = records.iter().map(columns_and_values).collect();
        self.insert_values(R::DESCRIPTION.table, rows).await?;
        search::insert_many(self.db()?, self.dialect(), records).await
    }

    async fn insert_history<R: Record>(&self, states: &[Held<R>]) -> Result<(), StoreError> {
        let row = |(record, from, to): &Held<R>| {
            let (mut columns, mut values) = columns_and_values(record);
            columns.extend(["valid_from".to_owned(), "valid_to".to_owned()]);
            values.extend([(*from).into(), (*to).into()]);
            (columns, values)
        };
        self.insert_values(&format!("{}_history", R::DESCRIPTION.table), states.iter().map(row).collect()).await
    }

    async fn insert_values(&self, table: &str, rows: Vec<(Vec<String>, Vec<Value>)>) -> Result<(), StoreError> {
        let Some(columns) = rows.first().map(|(columns, _)| columns.clone()) else { return Ok(()) };
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut insert = Query::insert();
            insert.into_table(Alias::new(table)).columns(columns.iter().map(Alias::new));
            for (_, values) in rows.by_ref().take(rows_at_once(columns.len())) {
                insert.values_panic(values.into_iter().map(Expr::from));
            }
            self.db()?.execute(&insert).await?;
        }
        Ok(())
    }

    async fn append_events<R: Record>(&self, events: &[Event]) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        self.note_small(R::DESCRIPTION).await?;
        events::append_many(self.db()?, self.dialect(), events).await
    }

    /// As [`Self::checked`], of many records at once: those of the ids on which the viewer may act so.
    pub async fn checked_many<R: Record>(
        &self,
        ids: &[Uuid],
        action: RecordAction,
    ) -> Result<HashMap<Uuid, Checked<R>>, StoreError> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let description = R::DESCRIPTION;
        let table = description.table;
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(table, column));
        }
        select
            .from(Alias::new(table))
            .and_where(self.dialect().among(col(table, "id"), ids))
            .cond_where(self.scope().reach(description, action, table))
            .order_by((Alias::new(table), Alias::new("id")), Order::Asc);
        if self.dialect() == Dialect::Postgres {
            select.lock_with_tables(LockType::Update, [Alias::new(table)]);
        }
        let rows = self.db()?.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                let record = R::from_query_result(row, "")?;
                self.after(&record);
                Ok((record.record_id(), Checked::new(record)))
            })
            .collect()
    }

    /// As [`Self::parts`], of many records at once: the parts whose field refers to one of them.
    pub async fn parts_of<R: Record>(&self, key: &str, ids: &[Uuid]) -> Result<Vec<R>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let description = R::DESCRIPTION;
        let Some(field) = description.field(key) else { return Err(StoreError::Misfit(key.to_owned())) };
        let order = description.field("position").map_or("id", |field| field.column);
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(description.table, column));
        }
        select
            .from(Alias::new(description.table))
            .and_where(self.dialect().among(col(description.table, field.column), ids))
            .order_by((Alias::new(description.table), Alias::new(order)), Order::Asc);
        self.db()?.query_all(&select).await?.iter().map(|row| Ok(R::from_query_result(row, "")?)).collect()
    }

    /// Since when the present states of records with a history hold: nothing of them may change before that.
    pub async fn present_since<R: Record>(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, DateTime<Utc>>, StoreError> {
        if ids.is_empty() || !R::DESCRIPTION.history {
            return Ok(HashMap::new());
        }
        let table = format!("{}_history", R::DESCRIPTION.table);
        let mut select = Query::select();
        select
            .expr(col(&table, "id"))
            .expr(col(&table, "valid_from"))
            .from(Alias::new(&table))
            .and_where(self.dialect().among(col(&table, "id"), ids))
            .and_where(col(&table, "valid_to").is_null());
        let rows = self.db()?.query_all(&select).await?;
        rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
    }
}
