//! What is wrong with a mapping.

use std::fmt;

use tundish_domain::organisation::Language;

use super::number::NumberError;
use crate::records::{Code, Failure, Text, Words};

/// What is wrong with a mapping, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", Path(path))]
pub struct MappingError {
    /// The key's path, e.g. `fields.amount.column`; empty where the whole text is meant.
    pub path: String,
    /// What is wrong there.
    pub problem: MappingProblem,
}

impl MappingError {
    pub(super) fn at(path: &str, problem: MappingProblem) -> Self {
        Self { path: path.to_owned(), problem }
    }
}

impl From<MappingError> for Failure {
    fn from(error: MappingError) -> Self {
        let path = if error.path.is_empty() { "mapping".to_owned() } else { format!("mapping.{}", error.path) };
        Self::at(Code::Invalid, &path, Text::Mapping(error.problem))
    }
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
    #[error("{message}")]
    Written {
        /// What the reader of TOML says, with the line.
        message: String,
    },
    /// The kind of record is unknown, or is not imported.
    #[error("“{kind}” is not a kind of record that can be imported: {known}")]
    UnknownKind {
        /// The kind.
        kind: String,
        /// Those that can, with commas between them.
        known: String,
    },
    /// The record has no such field, or one that nobody sets.
    #[error("there is no field “{field}” that an import can set")]
    UnknownField {
        /// The key.
        field: String,
    },
    /// The file has no such column.
    #[error("the file has no column “{column}”; it has {known}")]
    UnknownColumn {
        /// The column asked for.
        column: String,
        /// The first columns of the file, with commas between them.
        known: String,
    },
    /// There has to be exactly one of some keys.
    #[error("exactly one of {among} is needed")]
    ExactlyOne {
        /// The keys.
        among: &'static str,
    },
    /// A key means nothing for this field or this kind of record.
    #[error("this key means nothing here")]
    Meaningless,
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
        expected: Words,
    },
}

impl MappingProblem {
    /// What to say, in that language.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::Chinese => self.chinese(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Written { message } => format!("映射文件无法读取：{message}"),
            Self::UnknownKind { kind, known } => format!("“{kind}”不是可导入的记录类型，可用的有：{known}"),
            Self::UnknownField { field } => format!("没有可导入的字段“{field}”。"),
            Self::UnknownColumn { column, known } => format!("文件中没有列“{column}”，现有列：{known}"),
            Self::ExactlyOne { among } => format!("{among} 中必须且只能有一个。"),
            Self::Meaningless => "此键在这里没有意义。".into(),
            Self::EmptyList => "列表为空。".into(),
            Self::Unreachable => "没有 when 条件的规则之后的规则永远不会生效。".into(),
            Self::Value { value, expected } => format!("“{value}”不符合要求，应为{}。", expected.chinese),
        }
    }
}

/// What a value of a mapping has to be.
pub(super) mod expected {
    use crate::records::Words;

    pub(in super::super) const ENCODING: Words =
        Words::new("an encoding such as UTF-8 or GB18030", "编码，例如 UTF-8 或 GB18030");
    pub(in super::super) const DELIMITER: Words =
        Words::new("a delimiter: comma, semicolon, tab or pipe", "分隔符：comma、semicolon、tab 或 pipe");
    pub(in super::super) const SYSTEM: Words = Words::new("the name of a system", "系统名称");
    pub(in super::super) const TEMPLATE: Words =
        Words::new("a template such as `{product} – {account}`", "模板，例如 `{product} – {account}`");
    pub(in super::super) const DATE_FORMAT: Words =
        Words::new("a format of dates such as %Y-%m-%d", "日期格式，例如 %Y-%m-%d");
    pub(in super::super) const CHARACTER: Words = Words::new("a single character", "单个字符");
    pub(in super::super) const NUMBER: Words = Words::new("a number", "数字");
    pub(in super::super) const CURRENCY: Words = Words::new("a currency's code such as CNY", "货币代码，例如 CNY");
}

/// What is wrong with a number, for users.
pub(super) fn of_number(error: NumberError, value: &str) -> Text {
    let value = shortened(value);
    match error {
        NumberError::Malformed => Text::NotANumber { value },
        NumberError::TooLong => Text::NumberTooLong { value },
        NumberError::OtherCurrency { sign, currency } => Text::OtherCurrency { sign, currency },
        NumberError::CurrencyNotGiven { sign } => Text::CurrencyNotGiven { sign },
    }
}

/// At most 200 characters of a value.
pub(in super::super) fn shortened(value: &str) -> String {
    match value.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}
