//! What is wrong with a mapping, and with a cell.

use std::fmt;

use super::number::NumberError;

/// What is wrong with a mapping, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", Path(path))]
pub struct MappingError {
    /// The key's path, e.g. `fields.amount.column`; empty where the whole text is meant.
    pub path: String,
    /// What is wrong there.
    pub problem: MappingProblem,
}

struct Path<'a>(&'a str);

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "{}: ", self.0) }
    }
}

/// What is wrong with a mapping.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingProblem {
    /// The text is no TOML, or has a key or a value that does not belong there.
    #[error("{message}{}", Line(*line))]
    Written {
        /// What the reader of TOML says.
        message: String,
        /// The line, from 1, where it is known.
        line: Option<u64>,
    },
    /// The file has no such column.
    #[error("the file has no column “{column}”{}", Similar(similar.as_deref()))]
    UnknownColumn {
        /// The column asked for.
        column: String,
        /// One that is written almost like it.
        similar: Option<String>,
    },
    /// There has to be exactly one of some keys.
    #[error("exactly one of {among} is needed")]
    ExactlyOne {
        /// The keys.
        among: &'static str,
    },
    /// A key has no effect without another.
    #[error("`{key}` needs `{needs}` beside it")]
    Needs {
        /// The key.
        key: &'static str,
        /// The one that is missing.
        needs: &'static str,
    },
    /// Two keys exclude each other.
    #[error("`{key}` and `{other}` exclude each other")]
    Excludes {
        /// One of them.
        key: &'static str,
        /// The other.
        other: &'static str,
    },
    /// A list has no elements.
    #[error("the list is empty")]
    EmptyList,
    /// A rule can never be reached, as the one before it has no condition.
    #[error("the rules after one without `when` are never used")]
    Unreachable,
    /// A value is not one that is understood.
    #[error("“{value}” is not {expected}")]
    Value {
        /// The value.
        value: String,
        /// What is expected.
        expected: &'static str,
    },
    /// A key refers to a field that the mapping does not look up.
    #[error("“{field}” is not a field of this mapping that is looked up with `by`")]
    NotLookedUp {
        /// The field referred to.
        field: String,
    },
}

struct Line(Option<u64>);

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |line| write!(f, " (line {line})"))
    }
}

struct Similar<'a>(Option<&'a str>);

impl fmt::Display for Similar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |similar| write!(f, "; is “{similar}” meant?"))
    }
}

/// Why a row's value cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct CellError {
    /// The column it came from; `None` for constants and templates.
    pub column: Option<String>,
    /// Where it was to go, e.g. `amount`, `lineItems.quantity`, `history.stages`, `first.team.name`.
    pub field: String,
    /// The value as it stands in the file, cut off after 200 characters.
    pub value: String,
    /// Why not.
    pub problem: CellProblem,
}

/// Why a value cannot be taken, with the particulars for a message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CellProblem {
    /// It must not be empty.
    #[error("this must not be empty")]
    Required,
    /// It is not in the map of values.
    #[error("“{value}” is not one of the values that the mapping knows")]
    UnknownValue {
        /// The value.
        value: String,
    },
    /// It is no number in the format.
    #[error("“{value}” is no number as the mapping describes it")]
    NotANumber {
        /// The value.
        value: String,
    },
    /// It has more digits than are kept.
    #[error("“{value}” has too many digits")]
    TooManyDigits {
        /// The value.
        value: String,
    },
    /// It has the sign of another currency.
    #[error("“{sign}” does not stand for {currency}")]
    OtherCurrency {
        /// The sign.
        sign: String,
        /// The currency that the mapping gives.
        currency: String,
    },
    /// It has a currency's sign, but the mapping gives no currency.
    #[error("the mapping does not say which currency “{sign}” stands for")]
    CurrencyNotGiven {
        /// The sign.
        sign: String,
    },
    /// It is no date in any of the formats.
    #[error("“{value}” is no date of the form {formats}")]
    NotADate {
        /// The value.
        value: String,
        /// The formats, with commas between them.
        formats: String,
    },
    /// It is one date in one format and another in another.
    #[error("“{value}” may be {one} or {other}")]
    AmbiguousDate {
        /// The value.
        value: String,
        /// One date.
        one: String,
        /// The other.
        other: String,
    },
    /// The steps of the history are not in the order of time.
    #[error("{date} lies before {earlier}, which must come first")]
    OutOfOrder {
        /// The date.
        date: String,
        /// The date that has to be earlier, and is not.
        earlier: String,
    },
}

impl CellProblem {
    /// The problem's name, for translations and statistics.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "REQUIRED",
            Self::UnknownValue { .. } => "UNKNOWN_VALUE",
            Self::NotANumber { .. } => "NOT_A_NUMBER",
            Self::TooManyDigits { .. } => "TOO_MANY_DIGITS",
            Self::OtherCurrency { .. } => "OTHER_CURRENCY",
            Self::CurrencyNotGiven { .. } => "CURRENCY_NOT_GIVEN",
            Self::NotADate { .. } => "NOT_A_DATE",
            Self::AmbiguousDate { .. } => "AMBIGUOUS_DATE",
            Self::OutOfOrder { .. } => "OUT_OF_ORDER",
        }
    }

    pub(super) fn of_number(error: NumberError, value: &str) -> Self {
        let value = shortened(value);
        match error {
            NumberError::Malformed => Self::NotANumber { value },
            NumberError::TooLong => Self::TooManyDigits { value },
            NumberError::OtherCurrency { sign, currency } => Self::OtherCurrency { sign, currency },
            NumberError::CurrencyNotGiven { sign } => Self::CurrencyNotGiven { sign },
        }
    }
}

/// At most 200 characters of a value.
pub(super) fn shortened(value: &str) -> String {
    match value.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}
