//! Which rows: a tree over described fields that becomes a condition.

use sea_orm::sea_query::{Alias, Cond, Expr, ExprTrait, Func, LikeExpr, SimpleExpr};
use tundish_domain::records::{Collection, Description, Field, FieldKind, FieldValue, text};
use uuid::Uuid;

use super::{Scope, describe, scope::col, values};
use crate::deals::Visits;

/// A condition on the rows of one kind of record.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// All of them; none is true.
    All(Vec<Filter>),
    /// Any of them; none is false.
    Any(Vec<Filter>),
    /// The complement: rows for which the inner condition is not true.
    Not(Box<Filter>),
    /// A test on a field of the record.
    Field(&'static Field, Test),
    /// The record that a field refers to passes; false where there is none or it may not be read.
    Related(&'static Field, Box<Filter>),
    /// At least one readable record of the collection passes.
    Some(&'static Collection, Box<Filter>),
    /// No readable record of the collection passes.
    None(&'static Collection, Box<Filter>),
    /// A condition on another table, which stands beside the record's in the statement.
    Beside(&'static str, Box<Filter>),
    /// The deal has such visits of stages.
    Visited(Box<Visits>),
}

/// A test on one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Equal; names are compared folded.
    Eq(FieldValue),
    /// Not equal, empty ones included.
    Ne(FieldValue),
    /// One of them.
    In(Vec<FieldValue>),
    /// None of them, empty ones included.
    NotIn(Vec<FieldValue>),
    /// Empty, or not empty.
    IsNull(bool),
    /// Less.
    Lt(FieldValue),
    /// Less or equal.
    Lte(FieldValue),
    /// Greater.
    Gt(FieldValue),
    /// Greater or equal.
    Gte(FieldValue),
    /// Contains the text, without regard to case.
    Contains(String),
    /// Starts with the text, without regard to case.
    StartsWith(String),
}

impl Filter {
    /// True for every row.
    pub const fn everything() -> Self {
        Self::All(Vec::new())
    }

    /// Whether it is certainly true for every row.
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::All(filters) if filters.iter().all(Self::is_everything))
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::All(mut filters), other) => {
                filters.push(other);
                Self::All(filters)
            }
            (this, other) => Self::All(vec![this, other]),
        }
    }

    /// A test on the field of that key; the key must exist.
    pub fn on(description: &'static Description, key: &str, test: Test) -> Self {
        description.field(key).map_or(Self::Any(Vec::new()), |field| Self::Field(field, test))
    }

    /// The field refers to that record.
    pub fn refers(description: &'static Description, key: &str, id: Uuid) -> Self {
        Self::on(description, key, Test::Eq(FieldValue::Id(id)))
    }

    /// The record that the field of that key refers to passes; the key must exist.
    pub fn related(description: &'static Description, key: &str, filter: Self) -> Self {
        description.field(key).map_or(Self::Any(Vec::new()), |field| Self::Related(field, Box::new(filter)))
    }

    /// The filter with every condition on a field replaced by what `replace` makes of it; `None` leaves it as it is.
    #[must_use]
    pub fn replaced(self, replace: &impl Fn(&Self) -> Option<Self>) -> Self {
        if let Some(replaced) = replace(&self) {
            return replaced;
        }
        let all = |filters: Vec<Self>| filters.into_iter().map(|filter| filter.replaced(replace)).collect();
        match self {
            Self::All(filters) => Self::All(all(filters)),
            Self::Any(filters) => Self::Any(all(filters)),
            Self::Not(filter) => Self::Not(Box::new(filter.replaced(replace))),
            other => other,
        }
    }

    /// The keys of the fields and collections that it looks at, with those of related records as `account.industry`.
    pub fn keys(&self, prefix: &str, keys: &mut Vec<String>) {
        match self {
            Self::All(filters) | Self::Any(filters) => filters.iter().for_each(|filter| filter.keys(prefix, keys)),
            Self::Not(filter) => filter.keys(prefix, keys),
            Self::Field(field, _) => keys.push(format!("{prefix}{}", field.key)),
            Self::Related(Field { key, .. }, filter)
            | Self::Some(Collection { key, .. }, filter)
            | Self::None(Collection { key, .. }, filter) => {
                keys.push(format!("{prefix}{key}"));
                filter.keys(&format!("{prefix}{key}."), keys);
            }
            Self::Beside(_, filter) => filter.keys(prefix, keys),
            Self::Visited(visits) => visits.filter.keys(prefix, keys),
        }
    }

    /// The condition on the rows of the table or alias `table`.
    pub(crate) fn condition(&self, scope: &Scope, table: &str) -> Cond {
        match self {
            Self::All(filters) => {
                filters.iter().fold(Cond::all(), |all, filter| all.add(filter.condition(scope, table)))
            }
            Self::Any(filters) if filters.is_empty() => Cond::all().add(Expr::val(1).eq(0)),
            Self::Any(filters) => {
                filters.iter().fold(Cond::any(), |any, filter| any.add(filter.condition(scope, table)))
            }
            // Three-valued logic would lose the rows where the inner condition is neither true nor false.
            Self::Not(filter) => {
                let inner: SimpleExpr = filter.condition(scope, table).into();
                Cond::all().add(Expr::expr(Func::coalesce([inner, Expr::val(false)])).not())
            }
            Self::Field(field, test) => Cond::all().add(test.expression(field, table)),
            Self::Related(field, filter) => match field.kind {
                FieldKind::Reference(kind) => {
                    let matching = scope.ids(describe(kind), "id", |table| filter.condition(scope, table));
                    let mut column = col(table, field.column);
                    if filter.is_broad() {
                        column = scope.database.dialect().not_looked_up(column);
                    }
                    Cond::all().add(column.in_subquery(matching))
                }
                _ => Cond::all().add(Expr::val(1).eq(0)),
            },
            Self::Some(collection, filter) => Cond::all().add(Self::in_collection(scope, table, collection, filter)),
            Self::None(collection, filter) => {
                Cond::all().add(Self::in_collection(scope, table, collection, filter).not())
            }
            Self::Beside(other, filter) => filter.condition(scope, other),
            Self::Visited(visits) => Cond::all().add(col(table, "id").in_subquery(visits.deals(scope))),
        }
    }

    /// Whether it is likely to be true for many rows: what it asks for has few values, or is a range.
    fn is_broad(&self) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(Self::is_broad),
            Self::Any(filters) => filters.iter().any(Self::is_broad),
            Self::Field(field, Test::Eq(_) | Test::In(_)) => {
                matches!(field.kind, FieldKind::Choice { .. } | FieldKind::Enum { .. } | FieldKind::Boolean)
            }
            Self::Field(_, Test::Contains(_) | Test::StartsWith(_)) => false,
            Self::Field(..) | Self::Not(_) | Self::None(..) => true,
            Self::Related(_, filter) => filter.is_broad(),
            Self::Some(..) | Self::Beside(..) | Self::Visited(_) => false,
        }
    }

    fn in_collection(scope: &Scope, table: &str, collection: &Collection, filter: &Self) -> SimpleExpr {
        let description = describe(collection.kind);
        let column = description.field(collection.field).map_or("id", |field| field.column);
        // A null among the ids would make NOT IN neither true nor false.
        let matching = scope
            .ids(description, column, |table| filter.condition(scope, table).add(col(table, column).is_not_null()));
        col(table, "id").in_subquery(matching)
    }
}

/// The column that comparisons of a field use.
fn compared(field: &Field, table: &str) -> Expr {
    match field.kind {
        FieldKind::Text { named: true, .. } => col(table, &format!("{}_folded", field.column)),
        FieldKind::Money => col(table, &format!("{}_base", field.column)),
        _ => col(table, field.column),
    }
}

/// The value as it is compared.
fn comparable(field: &Field, value: &FieldValue) -> Expr {
    match (field.kind, value) {
        (FieldKind::Text { named: true, .. }, FieldValue::Text(name)) => Expr::val(text::fold(name)),
        // An amount in a filter is in the base currency.
        (FieldKind::Money, FieldValue::Integer(minor)) => Expr::val(*minor),
        (FieldKind::Enum { values, .. }, FieldValue::Text(name)) => {
            // Named outright, because partial indexes ask for it; whatever else was sent stays a parameter.
            match values.iter().find(|known| known == &name) {
                Some(known) => Expr::cust(format!("'{known}'")),
                None => Expr::val(name.clone()),
            }
        }
        _ => Expr::val(values::to_value(field.kind, Some(value))),
    }
}

impl Test {
    fn expression(&self, field: &Field, table: &str) -> SimpleExpr {
        let column = || compared(field, table);
        let value = |value: &FieldValue| comparable(field, value);
        match self {
            Self::Eq(wanted) => column().eq(value(wanted)),
            Self::Ne(wanted) if field.nullable => column().ne(value(wanted)).or(column().is_null()),
            Self::Ne(wanted) => column().ne(value(wanted)),
            Self::In(wanted) => column().is_in(wanted.iter().map(value)),
            Self::NotIn(wanted) if field.nullable => {
                column().is_not_in(wanted.iter().map(value)).or(column().is_null())
            }
            Self::NotIn(wanted) => column().is_not_in(wanted.iter().map(value)),
            Self::IsNull(true) => column().is_null(),
            Self::IsNull(false) => column().is_not_null(),
            Self::Lt(limit) => column().lt(value(limit)),
            Self::Lte(limit) => column().lte(value(limit)),
            Self::Gt(limit) => column().gt(value(limit)),
            Self::Gte(limit) => column().gte(value(limit)),
            Self::Contains(part) => like(field, table, "%", part),
            Self::StartsWith(part) => like(field, table, "", part),
        }
    }
}

/// `LIKE` without regard to case. Names are folded in all of Unicode; other text in ASCII, which is all that both
/// databases fold alike.
fn like(field: &Field, table: &str, before: &str, part: &str) -> SimpleExpr {
    let (column, part) = match field.kind {
        FieldKind::Text { named: true, .. } => (compared(field, table), text::fold(part)),
        _ => (Expr::expr(Func::cust(Alias::new("lower")).arg(compared(field, table))), part.to_ascii_lowercase()),
    };
    let mut pattern = String::with_capacity(part.len() + 2);
    pattern.push_str(before);
    for character in part.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    column.like(LikeExpr::new(pattern).escape('!'))
}
