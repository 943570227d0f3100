//! The mapping as it is written in TOML; see [`super`] for the keys.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};

/// How the columns of a file become fields of records.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) kind: String,
    #[serde(default)]
    pub(super) source: SourceSection,
    pub(super) external_id: ExternalIdRule,
    #[serde(default)]
    pub(super) columns: BTreeMap<String, ColumnRule>,
    #[serde(default)]
    pub(super) fields: Fields,
    #[serde(default, rename = "lineItems")]
    pub(super) line_items: Vec<Fields>,
    #[serde(default)]
    pub(super) history: HistoryRule,
}

/// The rules of a record's fields, by the field's key.
pub(super) type Fields = BTreeMap<String, Cases>;

/// `[source]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceSection {
    pub(super) encoding: Option<String>,
    pub(super) delimiter: Option<String>,
    pub(super) header_row: Option<u64>,
}

/// `[external_id]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExternalIdRule {
    pub(super) source: String,
    pub(super) column: Option<String>,
    pub(super) template: Option<String>,
    #[serde(rename = "match")]
    pub(super) match_by: Option<By>,
}

/// `[columns.x]`: how a column is read wherever it is used.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnRule {
    pub(super) values: BTreeMap<String, Scalar>,
    #[serde(default)]
    pub(super) otherwise: Otherwise,
}

/// `[fields.x]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldRule {
    pub(super) column: Option<String>,
    pub(super) constant: Option<Scalar>,
    pub(super) template: Option<String>,
    pub(super) list_price_of: Option<String>,
    pub(super) when: Option<Condition>,
    pub(super) values: Option<BTreeMap<String, Scalar>>,
    pub(super) otherwise: Option<Otherwise>,
    pub(super) date_format: Option<OneOrMore>,
    pub(super) number: Option<NumberRule>,
    pub(super) multiply: Option<Scalar>,
    pub(super) currency: Option<String>,
    pub(super) currency_column: Option<String>,
    #[serde(default)]
    pub(super) when_empty: WhenEmpty,
    pub(super) by: Option<By>,
    pub(super) source: Option<String>,
    pub(super) missing: Option<Missing>,
}

/// `[history]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HistoryRule {
    pub(super) started: Option<DateRule>,
    pub(super) closed: Option<DateRule>,
    pub(super) open_amount: Option<Cases>,
    #[serde(default)]
    pub(super) stages: Vec<StageRule>,
}

/// A step of `history.stages`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StageRule {
    pub(super) stage: String,
    pub(super) entered: DateRule,
}

/// A condition on a column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub(super) column: String,
    pub(super) is: Option<OneOrMore>,
    pub(super) not: Option<OneOrMore>,
    pub(super) empty: Option<bool>,
}

/// What becomes of a value that is not in the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Otherwise {
    /// The row is refused.
    #[default]
    Refuse,
    /// It stays as it is.
    Keep,
    /// It counts as empty.
    Empty,
}

/// By what a record is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) enum By {
    /// By its name.
    Name,
    /// By its e-mail address.
    Email,
    /// By the id it has in the system it came from.
    ExternalId,
    /// By its key: the options of a list of choices.
    Key,
}

/// What happens where the looked-up record does not exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in super::super) enum Missing {
    /// The row is refused.
    #[default]
    Refuse,
    /// It is created with what it was looked up by.
    Create,
    /// The field stays empty.
    Empty,
}

/// What happens where a field's value is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WhenEmpty {
    /// The record keeps what it has.
    #[default]
    Leave,
    /// The record's field is emptied.
    Clear,
    /// The row is refused.
    Refuse,
}

/// A column with a date: its name, or a table with its formats.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "expected a column's name or { column = …, date_format = …, when = … }")]
pub(super) enum DateRule {
    Column(String),
    Table(DateTable),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateTable {
    pub(super) column: String,
    pub(super) date_format: Option<OneOrMore>,
    pub(super) when: Option<Condition>,
}

/// `number`
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "expected true or { decimal = …, thousands = …, percent = …, units = … }")]
pub(super) enum NumberRule {
    Usual(bool),
    Table(NumberTable),
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumberTable {
    pub(super) decimal: Option<String>,
    pub(super) thousands: Option<String>,
    pub(super) percent: Option<bool>,
    pub(super) units: Option<bool>,
}

/// A text, or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
pub(super) enum OneOrMore {
    One(Scalar),
    More(Vec<Scalar>),
}

impl OneOrMore {
    pub(super) fn texts(&self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one.0.clone()],
            Self::More(more) => more.iter().map(|one| one.0.clone()).collect(),
        }
    }
}

/// A text, a number or a truth value, kept as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scalar(pub(super) String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyScalar;
        impl Visitor<'_> for AnyScalar {
            type Value = Scalar;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a number or true or false")
            }
            fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar(text.to_owned()))
            }
            fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
        }
        deserializer.deserialize_any(AnyScalar)
    }
}

/// The rules of one field: a table, or several of which the first one holds whose `when` does.
#[derive(Clone, Debug)]
pub(super) struct Cases {
    pub(super) rules: Vec<FieldRule>,
    /// Whether they were written as a list.
    pub(super) listed: bool,
}

impl<'de> Deserialize<'de> for Cases {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TableOrList(PhantomData<FieldRule>);
        impl<'de> Visitor<'de> for TableOrList {
            type Value = Cases;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table such as { column = … }, or a list of them")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cases, A::Error> {
                let rule = FieldRule::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Cases { rules: vec![rule], listed: false })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cases, A::Error> {
                let mut rules = Vec::new();
                while let Some(rule) = list.next_element()? {
                    rules.push(rule);
                }
                Ok(Cases { rules, listed: true })
            }
        }
        deserializer.deserialize_any(TableOrList(PhantomData))
    }
}
