//! Why a file, or a row of it, cannot be read.

use tundish_domain::organisation::Language;

use super::Encoding;
use crate::records::Words;

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// Reading failed; what the system says.
    #[error("the file could not be read: {0}")]
    Io(String),
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not a table in text form.
    #[error("the file is {0}, not a text with columns; export it as CSV first")]
    Format(Words),
    /// Its mark contradicts the encoding that was asked for.
    #[error("the file is marked as {found}, but {given} was asked for")]
    EncodingContradicted {
        /// What was asked for.
        given: Encoding,
        /// What the file says.
        found: Encoding,
    },
    /// The header row is blank, or lies beyond the end.
    #[error("there is no header row in line {line}")]
    NoHeader {
        /// The line asked for, from 1.
        line: u64,
    },
    /// The header row cannot be read.
    #[error("the header row in line {line} cannot be read: {problem}")]
    Header {
        /// Its line, from 1.
        line: u64,
        /// Why not.
        problem: RowProblem,
    },
    /// There are more columns than are read.
    #[error("the header row has {found} columns; at most {most} are read")]
    TooManyColumns {
        /// How many there are.
        found: usize,
        /// How many are allowed.
        most: usize,
    },
}

impl From<std::io::Error> for SourceError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.to_string())
    }
}

impl SourceError {
    /// What to say, in that language.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::English => format!("The file cannot be imported: {self}."),
            Language::Chinese => format!("文件无法导入：{}", self.chinese()),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Io(problem) => format!("无法读取文件（{problem}）。"),
            Self::Empty => "文件是空的。".into(),
            Self::Format(format) => format!("文件是{}，不是带列的文本；请先导出为 CSV。", format.chinese),
            Self::EncodingContradicted { given, found } => format!("文件标明为 {found}，而指定的是 {given}。"),
            Self::NoHeader { line } => format!("第 {line} 行没有表头。"),
            Self::Header { line, problem } => format!("第 {line} 行的表头无法读取：{}", problem.chinese()),
            Self::TooManyColumns { found, most } => format!("表头有 {found} 列，最多读取 {most} 列。"),
        }
    }
}

/// Why a row is refused. Columns are named as in the header; a cell beyond them as `column 7`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowProblem {
    /// A cell's bytes mean nothing in the file's encoding.
    #[error("“{column}” has bytes that are no {encoding} text")]
    Undecodable {
        /// The column.
        column: String,
        /// The encoding in which the file is read.
        encoding: Encoding,
    },
    /// A cell has the character that stands where an earlier conversion lost one.
    #[error("“{column}” has the character U+FFFD: an earlier conversion of this file lost text there")]
    Lost {
        /// The column.
        column: String,
    },
    /// A cell has a NUL.
    #[error("“{column}” has a NUL byte")]
    Nul {
        /// The column.
        column: String,
    },
    /// There are more cells than columns, and not all of the surplus is empty.
    #[error("the row has {found} cells, the header {expected}")]
    TooManyCells {
        /// How many columns the header has.
        expected: usize,
        /// How many cells the row has.
        found: usize,
    },
    /// A cell is too long.
    #[error("“{column}” is longer than {most} bytes")]
    CellTooLong {
        /// The column.
        column: String,
        /// The limit, in bytes of the file's text.
        most: usize,
    },
    /// The row is too long.
    #[error("the row is longer than {most} bytes; is a quote open?")]
    RowTooLong {
        /// The limit, in bytes of the file's text.
        most: usize,
    },
    /// A quote is never closed.
    #[error("a quote is opened and never closed")]
    OpenQuote,
    /// Text stands behind a closing quote.
    #[error("text follows a closing quote; a quote within quotes is written twice")]
    TextAfterQuote,
}

impl RowProblem {
    /// The problem's name, for translations and statistics.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Undecodable { .. } => "UNDECODABLE",
            Self::Lost { .. } => "LOST_TEXT",
            Self::Nul { .. } => "NUL",
            Self::TooManyCells { .. } => "TOO_MANY_CELLS",
            Self::CellTooLong { .. } => "CELL_TOO_LONG",
            Self::RowTooLong { .. } => "ROW_TOO_LONG",
            Self::OpenQuote => "OPEN_QUOTE",
            Self::TextAfterQuote => "TEXT_AFTER_QUOTE",
        }
    }

    /// What to say, in that language.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::English => format!("{self}."),
            Language::Chinese => self.chinese(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Undecodable { column, encoding } => format!("“{column}”中有不属于 {encoding} 编码的字节。"),
            Self::Lost { column } => format!("“{column}”含有字符 U+FFFD:此前的转换已丢失文字。"),
            Self::Nul { column } => format!("“{column}”含有 NUL 字节。"),
            Self::TooManyCells { expected, found } => format!("该行有 {found} 个单元格，表头只有 {expected} 个。"),
            Self::CellTooLong { column, most } => format!("“{column}”超过 {most} 字节。"),
            Self::RowTooLong { most } => format!("该行超过 {most} 字节，是否有引号未闭合？"),
            Self::OpenQuote => "有引号未闭合。".into(),
            Self::TextAfterQuote => "右引号之后还有文字；引号内的引号应写两次。".into(),
        }
    }

    /// The column it is in, where it is in one.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Undecodable { column, .. }
            | Self::Lost { column }
            | Self::Nul { column }
            | Self::CellTooLong { column, .. } => Some(column),
            _ => None,
        }
    }
}
