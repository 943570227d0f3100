//! Writing: one transaction, every change with its event, history row and search words.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait, Value,
    sea_query::{Alias, Expr, ExprTrait, InsertStatement, LockType, Query},
};
use tundish_domain::{
    kernel::ids::UserId,
    records::{Description, EventAction, EventOrigin, FieldKind, FieldValue, RecordAction, RecordKind, text},
};
use uuid::Uuid;

use super::{
    Checked, Directory, Event, FieldChange, Fields, Inserts, Record, Scope, StoreError, Viewer,
    directory::is_kept,
    events, record,
    scope::col,
    search,
    writer::{Turn, to_its_end},
};
use crate::{database::Database, dialect::Dialect};

/// A transaction in a viewer's name. What is not committed has not happened.
pub struct UnitOfWork {
    transaction: Transaction,
    scope: Scope,
    directory: Arc<Directory>,
    /// In milliseconds since 1970.
    now: AtomicI64,
    origin: EventOrigin,
    alone: bool,
}

/// The function of the database that begins a unit; `SQLite` has its one writer.
const BEGIN: &str = "SELECT begin_unit($1)";

enum Transaction {
    Shared(Turn),
    Own(DatabaseTransaction),
}

/// What saving a record came to.
#[derive(Debug)]
pub struct Saved<R> {
    /// The record as it is now.
    pub record: R,
    /// Whether anything changed. If not, there is no event either.
    pub changed: bool,
}

/// Why a record cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is none that the viewer may see.
    NotFound,
    /// The viewer sees it but may not do that.
    Forbidden,
}

impl Database {
    /// Begins a unit of work. It knows the small tables as they are, until its end.
    pub async fn begin(self: &Arc<Self>, viewer: &Arc<Viewer>, origin: EventOrigin) -> Result<UnitOfWork, StoreError> {
        self.begin_unit(viewer, origin, false).await
    }

    /// Begins a unit of work that changes what others rest on: the small tables, or what amounts are worth in the base currency.
    /// It waits for those that are under way, and later ones wait for it, so that none of them decides by what was before.
    pub async fn begin_alone(
        self: &Arc<Self>,
        viewer: &Arc<Viewer>,
        origin: EventOrigin,
    ) -> Result<UnitOfWork, StoreError> {
        self.begin_unit(viewer, origin, true).await
    }

    async fn begin_unit(
        self: &Arc<Self>,
        viewer: &Arc<Viewer>,
        origin: EventOrigin,
        alone: bool,
    ) -> Result<UnitOfWork, StoreError> {
        let (transaction, directory) = match &self.writer {
            Some(writer) => {
                let turn = writer.begin().await?;
                (Transaction::Shared(turn), self.current_directory().await)
            }
            None => {
                let transaction = self.primary().begin().await?;
                let begin = Statement::from_sql_and_values(transaction.get_database_backend(), BEGIN, [alone.into()]);
                let version = transaction.query_one_raw(begin).await?.map_or(Ok(0), |row| row.try_get_by_index(0))?;
                let directory = self.directory_within(version, &transaction).await?;
                (Transaction::Own(transaction), directory)
            }
        };
        Ok(UnitOfWork {
            transaction,
            scope: Scope::new(Arc::clone(self), Arc::clone(viewer)),
            directory,
            now: AtomicI64::new(self.now().timestamp_millis()),
            origin,
            alone,
        })
    }
}

impl UnitOfWork {
    /// The connection of the transaction.
    pub(crate) fn db(&self) -> Result<&DatabaseTransaction, StoreError> {
        match &self.transaction {
            Transaction::Shared(turn) => Ok(turn.transaction()?),
            Transaction::Own(transaction) => Ok(transaction),
        }
    }

    /// In whose name.
    pub fn viewer(&self) -> &Arc<Viewer> {
        &self.scope.viewer
    }

    /// What the viewer may see.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The small tables.
    pub const fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// The instant of this unit: that of its beginning, or of the last change of a record that it had to wait for.
    pub fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.now.load(Ordering::Relaxed)).unwrap_or_default()
    }

    /// What this unit does to a record comes after what was done to it before, also where that was written by a unit that
    /// began later, or by a node whose clock is ahead.
    pub(crate) fn after<R: Record>(&self, record: &R) {
        if let Some(Value::ChronoDateTimeUtc(Some(last))) = record::column::<R>("updated_at").map(|at| record.get(at)) {
            self.now.fetch_max(last.timestamp_millis(), Ordering::Relaxed);
        }
    }

    /// The day of this unit, in the company's zone.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.directory.time_zone()).date_naive()
    }

    /// A new id.
    pub fn new_id(&self) -> Uuid {
        self.scope.database.new_id()
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.scope.database.dialect()
    }

    /// Reads a record in order to change it, and keeps others from changing it until the end of the unit.
    pub async fn checked<R: Record>(
        &self,
        id: Uuid,
        action: RecordAction,
    ) -> Result<Result<Checked<R>, Refused>, StoreError> {
        let description = R::DESCRIPTION;
        let table = description.table;
        let scope = if action == RecordAction::Restore { self.scope.with_deleted() } else { self.scope.clone() };
        let allowed = scope.reach(description, action, table).add(Expr::val(1).eq(1));
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(table, column));
        }
        select
            .expr_as(Expr::case(allowed, Expr::val(true)).finally(Expr::val(false)), Alias::new("__allowed"))
            .from(Alias::new(table))
            .and_where(col(table, "id").eq(id))
            .cond_where(scope.reach(description, RecordAction::Read, table));
        if action == RecordAction::Restore {
            select.and_where(col(table, "deleted_at").is_not_null());
        }
        if self.dialect() == Dialect::Postgres {
            select.lock_with_tables(LockType::Update, [Alias::new(table)]);
        }
        let Some(row) = self.db()?.query_one(&select).await? else { return Ok(Err(Refused::NotFound)) };
        if !row.try_get::<bool>("", "__allowed")? {
            return Ok(Err(Refused::Forbidden));
        }
        let record = R::from_query_result(&row, "")?;
        self.after(&record);
        Ok(Ok(Checked::new(record)))
    }

    /// Whether a record that is about to be referred to can be seen. Nobody deletes it until the end of the unit.
    pub async fn sees(&self, kind: RecordKind, id: Uuid) -> Result<bool, StoreError> {
        if is_kept(kind) {
            return Ok(self.directory.row(id).is_some_and(|row| row.kind == kind && row.get("deletedAt").is_none()));
        }
        let description = super::describe(kind);
        let mut select =
            self.scope.ids(description, "id", |table| sea_orm::Condition::all().add(col(table, "id").eq(id)));
        if self.dialect() == Dialect::Postgres {
            select.lock_with_tables(LockType::KeyShare, [Alias::new(description.table)]);
        }
        Ok(self.db()?.query_one(&select).await?.is_some())
    }

    /// Whether the viewer may do that with a record as it is now inside this unit.
    pub async fn may<R: Record>(&self, id: Uuid, action: RecordAction) -> Result<bool, StoreError> {
        let description = R::DESCRIPTION;
        let Some(rights) = self.scope.rights(description, action, description.table) else { return Ok(true) };
        let mut select = Query::select();
        select
            .expr(Expr::val(1))
            .from(Alias::new(description.table))
            .and_where(col(description.table, "id").eq(id))
            .and_where(rights);
        Ok(self.db()?.query_one(&select).await?.is_some())
    }

    /// Enters a new record. Its version becomes 1, its dates those of this unit.
    pub async fn insert<R: Record>(&self, record: R) -> Result<R, StoreError> {
        self.insert_beside(record, Inserts::default()).await
    }

    /// As [`Self::insert`], together with other rows.
    pub async fn insert_beside<R: Record>(&self, record: R, beside: Inserts) -> Result<R, StoreError> {
        self.enter(record, self.now(), beside).await
    }

    /// As [`Self::insert`], for a record that has existed since `effective`: for imports.
    pub async fn insert_effective<R: Record>(&self, record: R, effective: DateTime<Utc>) -> Result<R, StoreError> {
        self.enter(record, effective, Inserts::default()).await
    }

    async fn enter<R: Record>(
        &self,
        mut record: R,
        effective: DateTime<Utc>,
        beside: Inserts,
    ) -> Result<R, StoreError> {
        let description = R::DESCRIPTION;
        set(&mut record, "created_at", self.now().into())?;
        set(&mut record, "updated_at", self.now().into())?;
        set(&mut record, "version", 1_i64.into())?;
        let mut inserts = Inserts::default();
        self.row(&record, &mut inserts);
        inserts.extend(beside);
        let changes = changed_fields(description, |field| (None, record.value(field)));
        self.note(&record, EventAction::Created, changes, effective, inserts).await?;
        Ok(record)
    }

    /// The row of a new record, and its words for the search.
    pub(crate) fn row<R: Record>(&self, record: &R, inserts: &mut Inserts) {
        inserts.push(insert_into(R::DESCRIPTION.table, columns_and_values(record)));
        search::insert(self.dialect(), record, inserts);
    }

    /// Writes the difference between a checked record and its new state, as one event.
    pub async fn save<R: Record>(
        &self,
        before: Checked<R>,
        after: R,
        action: EventAction,
    ) -> Result<Saved<R>, StoreError> {
        self.save_with(before, after, action, Vec::new()).await
    }

    /// As [`Self::save`], with changes of parts that belong to the record but are kept in rows of their own.
    pub async fn save_with<R: Record>(
        &self,
        before: Checked<R>,
        after: R,
        action: EventAction,
        parts: Vec<FieldChange>,
    ) -> Result<Saved<R>, StoreError> {
        self.save_effective(before, after, action, parts, self.now()).await
    }

    /// As [`Self::save_with`], holding since `effective`: for imports.
    pub async fn save_effective<R: Record>(
        &self,
        before: Checked<R>,
        mut after: R,
        action: EventAction,
        parts: Vec<FieldChange>,
        effective: DateTime<Utc>,
    ) -> Result<Saved<R>, StoreError> {
        let description = R::DESCRIPTION;
        let before = before.into_inner();
        let mut changes = changed_fields(description, |field| (before.value(field), after.value(field)));
        changes.extend(parts);
        let event = !changes.is_empty();
        if event {
            set(&mut after, "version", (before.record_version() + 1).into())?;
            set(&mut after, "updated_at", self.now().into())?;
        }
        let (columns, old) = columns_and_values(&before);
        let (_, new) = columns_and_values(&after);
        let differing: Vec<(Alias, Expr)> = columns
            .iter()
            .zip(old.iter().zip(new))
            .filter(|(_, (old, new))| **old != *new)
            .map(|(column, (_, new))| (Alias::new(column), Expr::from(new)))
            .collect();
        if differing.is_empty() {
            return Ok(Saved { record: after, changed: false });
        }
        let mut update = Query::update();
        update
            .table(Alias::new(description.table))
            .values(differing)
            .and_where(col(description.table, "id").eq(before.record_id()));
        let changed = self.db()?.execute(&update).await?.rows_affected();
        if changed != 1 {
            return Err(StoreError::Rows { table: description.table, changed });
        }
        if search::differs(&before, &after) {
            search::update(self.db()?, self.dialect(), &after).await?;
        }
        if event {
            self.end_history::<R>(after.record_id(), effective).await?;
            self.note(&after, action, changes, effective, Inserts::default()).await?;
        }
        Ok(Saved { record: after, changed: event })
    }

    /// Puts a record into the recycle bin; what has the same `deletion` comes back together.
    pub async fn delete<R: Record>(&self, record: Checked<R>, deletion: Uuid) -> Result<R, StoreError> {
        let mut after = (*record).clone();
        set(&mut after, "deleted_at", Some(self.now()).into())?;
        set(&mut after, "deletion_id", Some(deletion).into())?;
        Ok(self.save(record, after, EventAction::Deleted).await?.record)
    }

    /// Takes a record out of the recycle bin.
    pub async fn restore<R: Record>(&self, record: Checked<R>) -> Result<R, StoreError> {
        let mut after = (*record).clone();
        set(&mut after, "deleted_at", Value::ChronoDateTimeUtc(None))?;
        set(&mut after, "deletion_id", Value::Uuid(None))?;
        Ok(self.save(record, after, EventAction::Restored).await?.record)
    }

    /// The event and the history row of a change, written with the other rows that it enters.
    async fn note<R: Record>(
        &self,
        record: &R,
        action: EventAction,
        changes: Vec<FieldChange>,
        effective: DateTime<Utc>,
        mut inserts: Inserts,
    ) -> Result<(), StoreError> {
        let description = R::DESCRIPTION;
        if description.history {
            inserts.push(history_row(record, effective));
        }
        inserts.push(events::insert(self.dialect(), &self.event(record, action, changes, effective)));
        inserts.write(self.db()?, self.dialect()).await?;
        self.note_small(description).await
    }

    /// Lets everybody know that a small table has changed.
    pub(super) async fn note_small(&self, description: &'static Description) -> Result<(), StoreError> {
        if description.small {
            // Others decide by what they know of it.
            if !self.alone {
                return Err(StoreError::NotAlone(description.table));
            }
            self.db()?.execute_unprepared("UPDATE directory SET version = version + 1").await?;
        }
        Ok(())
    }

    /// What a change leaves in the event log.
    pub(super) fn event<R: Record>(
        &self,
        record: &R,
        action: EventAction,
        changes: Vec<FieldChange>,
        effective: DateTime<Utc>,
    ) -> Event {
        Event {
            seq: None,
            id: 0,
            recorded_at: self.now(),
            effective_at: effective,
            origin: self.origin,
            kind: R::DESCRIPTION.kind,
            record_id: record.record_id(),
            action,
            actor: Some(self.viewer().user).filter(|user| *user != UserId(Uuid::nil())),
            version: record.record_version(),
            changes,
        }
    }

    /// Ends the row of the history that held until now.
    async fn end_history<R: Record>(&self, id: Uuid, effective: DateTime<Utc>) -> Result<(), StoreError> {
        if !R::DESCRIPTION.history {
            return Ok(());
        }
        let table = format!("{}_history", R::DESCRIPTION.table);
        let mut end = Query::update();
        end.table(Alias::new(&table))
            .value(Alias::new("valid_to"), effective)
            .and_where(col(&table, "id").eq(id))
            .and_where(col(&table, "valid_to").is_null());
        self.db()?.execute(&end).await?;
        Ok(())
    }

    /// Ends the row of the history that held until now and begins the one that holds from now on.
    pub(crate) async fn mend_history<R: Record>(&self, record: &R) -> Result<(), StoreError> {
        self.end_history::<R>(record.record_id(), self.now()).await?;
        self.db()?.execute(&history_row(record, self.now())).await?;
        Ok(())
    }

    /// Makes it happen. Answers when it is on the disk.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.transaction {
            Transaction::Shared(turn) if self.alone => {
                let database = Arc::clone(&self.scope.database);
                let commit = async move {
                    let turn = turn.commit_at_once().await?;
                    if let Err(error) = database.fresh_directory().await {
                        // It has happened; the next request reads the version again.
                        tracing::error!(%error, "the small tables could not be read again");
                    }
                    drop(turn);
                    Ok(())
                };
                // The next unit must not begin with what was before.
                to_its_end(commit).await?;
            }
            Transaction::Shared(turn) => turn.commit().await?,
            Transaction::Own(transaction) => transaction.commit().await?,
        }
        self.scope.database.committed.send_modify(|commits| *commits = commits.wrapping_add(1));
        Ok(())
    }

    /// Whether another live record of a kind than that of the id has that value in a field, without regard to rights: for
    /// uniqueness.
    pub async fn taken<R: Record>(&self, key: &str, value: &FieldValue, besides: Uuid) -> Result<bool, StoreError> {
        let description = R::DESCRIPTION;
        let Some(field) = description.field(key) else { return Err(StoreError::Misfit(key.to_owned())) };
        let named = matches!(field.kind, FieldKind::Text { named: true, .. });
        let column = if named { format!("{}_folded", field.column) } else { field.column.to_owned() };
        let wanted = match value {
            FieldValue::Text(name) if named => Value::String(Some(text::fold(name))),
            other => super::values::to_value(field.kind, Some(other)),
        };
        let mut select = Query::select();
        select
            .expr(col(description.table, "id"))
            .from(Alias::new(description.table))
            .and_where(col(description.table, &column).eq(wanted))
            .and_where(col(description.table, "id").ne(besides))
            .limit(1);
        if description.deletable {
            select.and_where(col(description.table, "deleted_at").is_null());
        }
        Ok(self.db()?.query_one(&select).await?.is_some())
    }
}

/// The row of the history that holds from now on.
fn history_row<R: Record>(record: &R, effective: DateTime<Utc>) -> InsertStatement {
    let (mut columns, mut values) = columns_and_values(record);
    columns.push("valid_from".to_owned());
    values.push(effective.into());
    insert_into(&format!("{}_history", R::DESCRIPTION.table), (columns, values))
}

fn insert_into(table: &str, (columns, values): (Vec<String>, Vec<Value>)) -> InsertStatement {
    let mut insert = Query::insert();
    insert
        .into_table(Alias::new(table))
        .columns(columns.iter().map(Alias::new))
        .values_panic(values.into_iter().map(Expr::from));
    insert
}

pub(super) fn set<R: Record>(record: &mut R, column: &str, value: Value) -> Result<(), StoreError> {
    let found = record::column::<R>(column).ok_or_else(|| StoreError::Misfit(column.to_owned()))?;
    record.try_set(found, value).map_err(|_| StoreError::Misfit(column.to_owned()))
}

/// The fields that people see changing: not the counters and dates that every change moves.
pub(super) fn changed_fields(
    description: &'static Description,
    sides: impl Fn(&'static tundish_domain::records::Field) -> (Option<FieldValue>, Option<FieldValue>),
) -> Vec<FieldChange> {
    let moving = ["id", "createdAt", "updatedAt", "version"];
    let json = |value: &Option<FieldValue>| value.as_ref().map(FieldValue::to_json);
    description
        .fields
        .iter()
        .filter(|field| !moving.contains(&field.key))
        .map(|field| (field, sides(field)))
        .filter(|(_, (from, to))| json(from) != json(to))
        .map(|(field, (from, to))| FieldChange { field: field.key.to_owned(), from, to })
        .collect()
}

/// Every column of a record's row: the entity's, and the derived keys by which names are compared and sorted.
pub(super) fn columns_and_values<R: Record>(record: &R) -> (Vec<String>, Vec<Value>) {
    let mut columns = Vec::new();
    let mut values = Vec::new();
    for (name, column) in record::columns::<R>() {
        columns.push(name.to_owned());
        values.push(record.get(column));
    }
    for field in R::DESCRIPTION.fields {
        if let FieldKind::Text { named: true, .. } = field.kind
            && let Some(FieldValue::Text(name)) = record.value(field)
        {
            columns.push(format!("{}_folded", field.column));
            values.push(text::fold(&name).into());
            columns.push(format!("{}_sort", field.column));
            values.push(text::sort_key(&name).into());
        }
    }
    (columns, values)
}
