//! Scalars: exact, as texts.

use std::str::FromStr;

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{NaiveDate, SecondsFormat, Utc};
use tundish_domain::kernel::{currency::Currency, decimal};

macro_rules! text_scalar {
    ($(#[$doc:meta])* $name:ident($inner:ty), $read:expr, $write:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub $inner);

        $(#[$doc])*
        #[Scalar]
        impl ScalarType for $name {
            fn parse(value: Value) -> InputValueResult<Self> {
                match &value {
                    Value::String(text) => ($read)(text)
                        .map(Self)
                        .ok_or_else(|| InputValueError::custom(concat!("not a ", stringify!($name)))),
                    _ => Err(InputValueError::expected_type(value)),
                }
            }

            fn is_valid(value: &Value) -> bool {
                matches!(value, Value::String(text) if ($read)(text).is_some())
            }

            fn to_value(&self) -> Value {
                Value::String(($write)(&self.0))
            }
        }
    };
}

text_scalar! {
    /// An instant: RFC 3339 in UTC with milliseconds, e.g. `2026-03-31T16:00:00.000Z`.
    DateTime(chrono::DateTime<Utc>),
    |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok().map(|instant| instant.with_timezone(&Utc)).filter(in_range).and_then(to_millis),
    |instant: &chrono::DateTime<Utc>| instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

text_scalar! {
    /// A day, e.g. `2026-03-31`.
    Date(NaiveDate),
    |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|date| text.len() == 10 && date.to_string() == text),
    |date: &NaiveDate| date.to_string()
}

text_scalar! {
    /// An exact decimal as a string, e.g. `"1250.50"`: up to 30 digits, up to 12 of them behind the point, no exponent.
    Decimal(decimal::Decimal),
    |text: &str| decimal::Decimal::from_str(text).ok(),
    |decimal: &decimal::Decimal| decimal.to_string()
}

text_scalar! {
    /// A currency in use, by its ISO 4217 code, e.g. `CNY`.
    CurrencyCode(Currency),
    |text: &str| Currency::from_str(text).ok(),
    |currency: &Currency| currency.to_string()
}

/// Both databases keep years of four digits.
fn in_range(instant: &chrono::DateTime<Utc>) -> bool {
    use chrono::Datelike;
    (1..=9999).contains(&instant.year())
}

/// Cut to milliseconds: what both databases keep.
fn to_millis(instant: chrono::DateTime<Utc>) -> Option<chrono::DateTime<Utc>> {
    chrono::DateTime::from_timestamp_millis(instant.timestamp_millis())
}

/// The scalar's value for output.
pub(crate) trait Output {
    /// As GraphQL writes it.
    fn output(&self) -> Value;
}

impl<T: ScalarType> Output for T {
    fn output(&self) -> Value {
        self.to_value()
    }
}
