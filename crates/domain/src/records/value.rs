//! A field's value, typed by the field's description.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::FieldKind;
use crate::kernel::currency::Currency;

/// A value of a field; an empty field is `None` of an `Option<FieldValue>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Text, choices' keys, enums' names, currencies.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An exact decimal: `mantissa × 10^-scale`.
    Scaled {
        /// The digits.
        mantissa: i64,
        /// Digits behind the point.
        scale: u8,
    },
    /// An amount in minor units of its currency, and in those of the base currency.
    Money {
        /// Minor units of `currency`.
        minor: i64,
        /// The currency.
        currency: Currency,
        /// Minor units of the company's base currency.
        base: i64,
    },
    /// A day.
    Date(NaiveDate),
    /// An instant, in milliseconds.
    DateTime(DateTime<Utc>),
    /// Yes or no.
    Boolean(bool),
    /// A record's id.
    Id(Uuid),
}

impl FieldValue {
    /// The form in events. Money leaves out `base`: it is derived from the rates.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => json!(text),
            Self::Integer(number) => json!(number),
            Self::Scaled { mantissa, .. } => json!(mantissa),
            Self::Money { minor, currency, .. } => json!({ "minor": minor, "currency": currency.to_string() }),
            Self::Date(date) => json!(date.to_string()),
            Self::DateTime(instant) => json!(instant.to_rfc3339_opts(SecondsFormat::Millis, true)),
            Self::Boolean(flag) => json!(flag),
            Self::Id(id) => json!(id.to_string()),
        }
    }

    /// Reads what [`Self::to_json`] wrote for a field of that kind. `None` for null and for what does not fit the kind.
    pub fn from_json(kind: FieldKind, json: &Json) -> Option<Self> {
        match kind {
            FieldKind::Text { .. }
            | FieldKind::Translations
            | FieldKind::Choice { .. }
            | FieldKind::Enum { .. }
            | FieldKind::Currency => json.as_str().map(|text| Self::Text(text.to_owned())),
            FieldKind::Integer { .. } => json.as_i64().map(Self::Integer),
            FieldKind::Scaled { scale, .. } => json.as_i64().map(|mantissa| Self::Scaled { mantissa, scale }),
            FieldKind::Money => Some(Self::Money {
                minor: json.get("minor")?.as_i64()?,
                currency: json.get("currency")?.as_str()?.parse().ok()?,
                base: 0,
            }),
            FieldKind::Date => json.as_str()?.parse().ok().map(Self::Date),
            FieldKind::DateTime => json.as_str()?.parse().ok().map(Self::DateTime),
            FieldKind::Boolean => json.as_bool().map(Self::Boolean),
            FieldKind::Id | FieldKind::Reference(_) => json.as_str()?.parse().ok().map(Self::Id),
        }
    }

    /// The text of a text value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The id of a reference.
    pub const fn as_id(&self) -> Option<Uuid> {
        match self {
            Self::Id(id) => Some(*id),
            _ => None,
        }
    }
}
