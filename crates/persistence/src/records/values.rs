//! Field values as columns of the two databases, and back.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, QueryResult, Value};
use tundish_domain::{
    kernel::currency::Currency,
    records::{Field, FieldKind, FieldValue},
};
use uuid::Uuid;

/// The three columns of an amount of money: minor units, currency, minor units in the base currency.
pub(crate) fn money_columns(field: &Field) -> [String; 3] {
    [field.column.to_owned(), format!("{}_currency", field.column), format!("{}_base", field.column)]
}

/// A field's columns with their values.
pub(crate) fn to_columns(field: &Field, value: Option<&FieldValue>) -> Vec<(String, Value)> {
    if field.kind == FieldKind::Money {
        let [amount, currency, base] = money_columns(field);
        return match value {
            Some(FieldValue::Money { minor, currency: code, base: in_base }) => {
                vec![(amount, (*minor).into()), (currency, code.to_string().into()), (base, (*in_base).into())]
            }
            _ => vec![(amount, Value::BigInt(None)), (currency, Value::String(None)), (base, Value::BigInt(None))],
        };
    }
    vec![(field.column.to_owned(), to_value(field.kind, value))]
}

/// A value of a single column; null of the column's type where it is missing or does not fit.
pub(crate) fn to_value(kind: FieldKind, value: Option<&FieldValue>) -> Value {
    match (kind, value) {
        (_, Some(FieldValue::Text(text))) => Value::String(Some(text.clone())),
        (_, Some(FieldValue::Integer(number))) => Value::BigInt(Some(*number)),
        (_, Some(FieldValue::Scaled { mantissa, .. })) => Value::BigInt(Some(*mantissa)),
        (_, Some(FieldValue::Money { base, .. })) => Value::BigInt(Some(*base)),
        (_, Some(FieldValue::Date(date))) => Value::ChronoDate(Some(*date)),
        (_, Some(FieldValue::DateTime(instant))) => Value::ChronoDateTimeUtc(Some(*instant)),
        (_, Some(FieldValue::Boolean(flag))) => Value::Bool(Some(*flag)),
        (_, Some(FieldValue::Id(id))) => Value::Uuid(Some(*id)),
        (FieldKind::Id | FieldKind::Reference(_), None) => Value::Uuid(None),
        (FieldKind::Integer { .. } | FieldKind::Scaled { .. } | FieldKind::Money, None) => Value::BigInt(None),
        (FieldKind::Date, None) => Value::ChronoDate(None),
        (FieldKind::DateTime, None) => Value::ChronoDateTimeUtc(None),
        (FieldKind::Boolean, None) => Value::Bool(None),
        (_, None) => Value::String(None),
    }
}

/// The value of a field from the values of its columns.
pub(crate) fn from_columns(field: &Field, get: impl Fn(&str) -> Option<Value>) -> Option<FieldValue> {
    let value = get(field.column)?;
    match (field.kind, value) {
        (FieldKind::Money, Value::BigInt(Some(minor))) => {
            let [_, currency, base] = money_columns(field);
            let Some(Value::String(Some(code))) = get(&currency) else { return None };
            let Some(Value::BigInt(base)) = get(&base) else { return None };
            Some(FieldValue::Money { minor, currency: code.parse().ok()?, base: base.unwrap_or_default() })
        }
        (FieldKind::Scaled { scale, .. }, Value::BigInt(Some(mantissa))) => {
            Some(FieldValue::Scaled { mantissa, scale })
        }
        (_, Value::BigInt(Some(number))) => Some(FieldValue::Integer(number)),
        (_, Value::String(Some(text))) => Some(FieldValue::Text(text)),
        (_, Value::ChronoDate(Some(date))) => Some(FieldValue::Date(date)),
        (_, Value::ChronoDateTimeUtc(Some(instant))) => Some(FieldValue::DateTime(instant)),
        (_, Value::Bool(Some(flag))) => Some(FieldValue::Boolean(flag)),
        (_, Value::Uuid(Some(id))) => Some(FieldValue::Id(id)),
        _ => None,
    }
}

/// Reads a field from a row, beginning at the column `at`; moves `at` behind the field's columns.
pub(crate) fn decode(row: &QueryResult, kind: FieldKind, at: &mut usize) -> Result<Option<FieldValue>, DbErr> {
    let index = *at;
    *at += if kind == FieldKind::Money { 3 } else { 1 };
    Ok(match kind {
        FieldKind::Id | FieldKind::Reference(_) => row.try_get_by_index::<Option<Uuid>>(index)?.map(FieldValue::Id),
        FieldKind::Text { .. }
        | FieldKind::Translations
        | FieldKind::Choice { .. }
        | FieldKind::Enum { .. }
        | FieldKind::Currency => row.try_get_by_index::<Option<String>>(index)?.map(FieldValue::Text),
        FieldKind::Integer { .. } => row.try_get_by_index::<Option<i64>>(index)?.map(FieldValue::Integer),
        FieldKind::Scaled { scale, .. } => {
            row.try_get_by_index::<Option<i64>>(index)?.map(|mantissa| FieldValue::Scaled { mantissa, scale })
        }
        FieldKind::Money => match row.try_get_by_index::<Option<i64>>(index)? {
            None => None,
            Some(minor) => Some(FieldValue::Money {
                minor,
                currency: row
                    .try_get_by_index::<String>(index + 1)?
                    .parse::<Currency>()
                    .map_err(|error| DbErr::Type(error.to_string()))?,
                base: row.try_get_by_index::<Option<i64>>(index + 2)?.unwrap_or_default(),
            }),
        },
        FieldKind::Date => row.try_get_by_index::<Option<NaiveDate>>(index)?.map(FieldValue::Date),
        FieldKind::DateTime => row.try_get_by_index::<Option<DateTime<Utc>>>(index)?.map(FieldValue::DateTime),
        FieldKind::Boolean => row.try_get_by_index::<Option<bool>>(index)?.map(FieldValue::Boolean),
    })
}
