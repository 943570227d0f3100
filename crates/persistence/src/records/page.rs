//! Pages by keyset: stable under concurrent inserts, never an offset.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    QueryResult, Value,
    sea_query::{
        Alias, Asterisk, Cond, Expr, ExprTrait, Func, NullOrdering, Order as SqlOrder, Query, SelectStatement,
        WindowStatement,
    },
};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use tundish_domain::records::{Description, Field, FieldKind};
use uuid::Uuid;

use super::{StoreError, describe, scope::col};

/// The most rows of a page.
pub const PAGE_MAX: u32 = 200;
/// The rows of a page where nothing is asked for.
pub const PAGE_DEFAULT: u32 = 50;

/// One key of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderBy {
    /// The reference through which the field is reached; `None` for an own field.
    pub through: Option<&'static Field>,
    /// The field.
    pub field: &'static Field,
    /// From the greatest to the least.
    pub descending: bool,
    /// Empty ones first; by default they come last in either direction.
    pub nulls_first: bool,
}

impl OrderBy {
    /// By an own field.
    pub fn on(description: &'static Description, key: &str, descending: bool) -> Option<Self> {
        description.field(key).map(|field| Self { through: None, field, descending, nulls_first: false })
    }
}

/// Which part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// How many rows, 1 to [`PAGE_MAX`].
    pub size: u32,
    /// From the end of the list.
    pub backwards: bool,
    /// Behind that cursor.
    pub after: Option<String>,
    /// Before that cursor.
    pub before: Option<String>,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { size: PAGE_DEFAULT, backwards: false, after: None, before: None }
    }
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows in the list's order.
    pub rows: Vec<T>,
    /// The cursor of each row.
    pub cursors: Vec<Cursor>,
    /// Whether rows lie before it.
    pub has_previous: bool,
    /// Whether rows lie behind it.
    pub has_next: bool,
}

/// The place of a row in a list: the values of its sort keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    keys: Vec<Json>,
    order: u32,
}

impl Cursor {
    /// The opaque text that clients hold.
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(json!([self.order, self.keys]).to_string())
    }
}

/// A sort key, ready for SQL.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    table: String,
    column: String,
    kind: KeyKind,
    nullable: bool,
    descending: bool,
    nulls_first: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyKind {
    Text,
    Number,
    Date,
    DateTime,
    Boolean,
    Id,
}

/// The order of a list, always total: the id is its last key.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    keys: Vec<Key>,
    digest: u32,
}

impl Order {
    pub(crate) fn new(order: &[OrderBy], table: &str, joined: impl Fn(&Field) -> String) -> Self {
        let mut keys: Vec<Key> = order.iter().map(|by| Key::new(by, table, &joined)).collect();
        let descending = keys.last().is_some_and(|key| key.descending);
        keys.push(Key {
            table: table.to_owned(),
            column: "id".to_owned(),
            kind: KeyKind::Id,
            nullable: false,
            descending,
            nulls_first: false,
        });
        let text: String = keys
            .iter()
            .map(|key| format!("{}.{} {} {};", key.table, key.column, key.descending, key.nulls_first))
            .collect();
        let digest = Sha256::digest(text.as_bytes());
        Self { keys, digest: u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]) }
    }

    /// Adds the keys to the selected columns, the order and the place to start from.
    pub(crate) fn apply(&self, select: &mut SelectStatement, page: &PageRequest) -> Result<(), StoreError> {
        for (position, key) in self.keys.iter().enumerate() {
            select.expr_as(key.expr(), Alias::new(format!("__k{position}")));
            let (direction, nulls) = key.direction(page.backwards);
            match nulls {
                Some(nulls) => select.order_by_expr_with_nulls(key.expr(), direction, nulls),
                None => select.order_by_expr(key.expr(), direction),
            };
        }
        if let Some(cursor) = &page.after {
            select.cond_where(self.seek(&self.decode(cursor)?, false));
        }
        if let Some(cursor) = &page.before {
            select.cond_where(self.seek(&self.decode(cursor)?, true));
        }
        Ok(())
    }

    /// Of a paged list, the first rows of each parent. The rows keep their columns and end with `__parent`.
    pub(crate) fn per_parent(
        &self,
        mut list: SelectStatement,
        table: &str,
        column: &str,
        page: &PageRequest,
    ) -> SelectStatement {
        let mut window = WindowStatement::partition_by((Alias::new(table), Alias::new(column)));
        for key in &self.keys {
            let (direction, nulls) = key.direction(page.backwards);
            match nulls {
                Some(nulls) => window.order_by_expr_with_nulls(key.expr(), direction, nulls),
                None => window.order_by_expr(key.expr(), direction),
            };
        }
        list.clear_order_by();
        list.expr_as(col(table, column), Alias::new("__parent"));
        list.expr_window_as(Func::cust(Alias::new("row_number")), window, Alias::new("__row"));
        let mut outer = Query::select();
        outer
            .column(Asterisk)
            .from_subquery(list, Alias::new("ranked"))
            .and_where(col("ranked", "__row").lte(i64::from(page.size) + 1))
            .order_by((Alias::new("ranked"), Alias::new("__row")), SqlOrder::Asc);
        outer
    }

    /// The cursor of a row whose first key is the column `at`.
    pub(crate) fn cursor(&self, row: &QueryResult, at: usize) -> Result<Cursor, StoreError> {
        let keys = self
            .keys
            .iter()
            .enumerate()
            .map(|(position, key)| key.read(row, at + position))
            .collect::<Result<_, _>>()?;
        Ok(Cursor { keys, order: self.digest })
    }

    fn decode(&self, cursor: &str) -> Result<Vec<Value>, StoreError> {
        let malformed = || StoreError::Cursor;
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| malformed())?;
        let (order, keys): (u32, Vec<Json>) = serde_json::from_slice(&bytes).map_err(|_| malformed())?;
        if order != self.digest || keys.len() != self.keys.len() {
            return Err(malformed());
        }
        self.keys.iter().zip(&keys).map(|(key, json)| key.value(json).ok_or_else(malformed)).collect()
    }

    /// Rows strictly beyond the values: greater in the first key, or equal in it and beyond in the rest.
    fn seek(&self, values: &[Value], before: bool) -> Cond {
        let mut condition: Option<Cond> = None;
        for (key, value) in self.keys.iter().zip(values).rev() {
            let beyond = key.beyond(value, before);
            condition = Some(match condition {
                None => Cond::any().add_option(beyond),
                Some(rest) => Cond::any().add_option(beyond).add(Cond::all().add(key.equal(value)).add(rest)),
            });
        }
        let mut all = Cond::all().add_option(condition);
        // The planners use the index of the first key only if they are told its range in so many words.
        if let Some((key, value)) = self.keys.iter().zip(values).next()
            && !key.nullable
            && self.keys.len() > 1
        {
            let range =
                if key.descending == before { key.expr().gte(value.clone()) } else { key.expr().lte(value.clone()) };
            all = all.add(range);
        }
        all
    }
}

impl Key {
    fn new(by: &OrderBy, table: &str, joined: &impl Fn(&Field) -> String) -> Self {
        let field = by.field;
        let column = match field.kind {
            FieldKind::Text { named: true, .. } => format!("{}_sort", field.column),
            FieldKind::Money => format!("{}_base", field.column),
            _ => field.column.to_owned(),
        };
        let kind = match field.kind {
            FieldKind::Id | FieldKind::Reference(_) => KeyKind::Id,
            FieldKind::Text { .. }
            | FieldKind::Translations
            | FieldKind::Choice { .. }
            | FieldKind::Enum { .. }
            | FieldKind::Currency => KeyKind::Text,
            FieldKind::Integer { .. } | FieldKind::Scaled { .. } | FieldKind::Money => KeyKind::Number,
            FieldKind::Date => KeyKind::Date,
            FieldKind::DateTime => KeyKind::DateTime,
            FieldKind::Boolean => KeyKind::Boolean,
        };
        Self {
            table: by.through.map_or_else(|| table.to_owned(), joined),
            column,
            kind,
            nullable: field.nullable || by.through.is_some(),
            descending: by.descending,
            nulls_first: by.nulls_first,
        }
    }

    fn expr(&self) -> Expr {
        col(&self.table, &self.column)
    }

    /// The direction in SQL, and for nullable keys the place of the nulls.
    fn direction(&self, backwards: bool) -> (SqlOrder, Option<NullOrdering>) {
        let direction = if self.descending == backwards { SqlOrder::Asc } else { SqlOrder::Desc };
        let nulls = if self.nulls_first == backwards { NullOrdering::Last } else { NullOrdering::First };
        (direction, self.nullable.then_some(nulls))
    }

    fn is_null(value: &Value) -> bool {
        *value == value.as_null()
    }

    fn equal(&self, value: &Value) -> Expr {
        if Self::is_null(value) { self.expr().is_null() } else { self.expr().eq(value.clone()) }
    }

    /// The rows that lie beyond the value, `None` where there cannot be any.
    fn beyond(&self, value: &Value, before: bool) -> Option<Expr> {
        let nulls_beyond = self.nullable && self.nulls_first == before;
        if Self::is_null(value) {
            // From the nulls one comes to the values only if the nulls lie first in the direction taken.
            return (!nulls_beyond).then(|| self.expr().is_not_null());
        }
        let greater = self.descending == before;
        let beyond = if greater { self.expr().gt(value.clone()) } else { self.expr().lt(value.clone()) };
        Some(if nulls_beyond { beyond.or(self.expr().is_null()) } else { beyond })
    }

    fn read(&self, row: &QueryResult, index: usize) -> Result<Json, StoreError> {
        Ok(match self.kind {
            KeyKind::Text => json!(row.try_get_by_index::<Option<String>>(index)?),
            KeyKind::Number => json!(row.try_get_by_index::<Option<i64>>(index)?),
            KeyKind::Date => json!(row.try_get_by_index::<Option<NaiveDate>>(index)?),
            KeyKind::DateTime => json!(row.try_get_by_index::<Option<DateTime<Utc>>>(index)?),
            KeyKind::Boolean => json!(row.try_get_by_index::<Option<bool>>(index)?),
            KeyKind::Id => json!(row.try_get_by_index::<Option<Uuid>>(index)?),
        })
    }

    fn value(&self, json: &Json) -> Option<Value> {
        if json.is_null() && !self.nullable {
            return None;
        }
        Some(match self.kind {
            // A cursor is what a client sends, and PostgreSQL refuses NUL.
            KeyKind::Text if json.as_str().is_some_and(|text| text.contains('\0')) => return None,
            KeyKind::Text => Value::String(serde_json::from_value(json.clone()).ok()?),
            KeyKind::Number => Value::BigInt(serde_json::from_value(json.clone()).ok()?),
            KeyKind::Date => Value::ChronoDate(serde_json::from_value(json.clone()).ok()?),
            KeyKind::DateTime => Value::ChronoDateTimeUtc(serde_json::from_value(json.clone()).ok()?),
            KeyKind::Boolean => Value::Bool(serde_json::from_value(json.clone()).ok()?),
            KeyKind::Id => Value::Uuid(serde_json::from_value(json.clone()).ok()?),
        })
    }
}

/// The field by which a referenced record is sorted: its name, or its position.
pub fn order_through(field: &Field) -> Option<&'static Field> {
    match field.kind {
        FieldKind::Reference(kind) => {
            let target = describe(kind);
            target
                .field("position")
                .or_else(|| target.title().filter(|title| matches!(title.kind, FieldKind::Text { named: true, .. })))
        }
        _ => None,
    }
}
