//! What goes into the reading of a table, and what comes out.

use std::str::FromStr;

use super::{Encoding, Evidence, RowProblem};

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
    /// `|`, in the exports of banks.
    Pipe,
}

impl Delimiter {
    /// Each of them; of equally good ones the first is taken.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The byte in the file.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// Its name in mappings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
        }
    }
}

impl FromStr for Delimiter {
    type Err = ();

    /// The name or the character itself.
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|one| one.name() == text || text.as_bytes() == [one.byte()]).ok_or(())
    }
}

/// How much a row may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a cell; a row with a longer one is refused.
    pub cell: usize,
    /// The most columns; a file with more is refused.
    pub columns: usize,
    /// The most bytes of a row; a longer one is refused.
    pub row: usize,
}

impl Default for Limits {
    /// 1 MiB for a cell, 1,000 columns, 8 MiB for a row.
    fn default() -> Self {
        Self { cell: 1 << 20, columns: 1_000, row: 8 << 20 }
    }
}

/// What to take as given instead of looking for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceOptions {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The delimiter.
    pub delimiter: Option<Delimiter>,
    /// The line of the header, from 1, as a text editor counts; lines before it are passed over. 0: there is no header, and the
    /// columns are called `column 1` and so on, as many as the first row has.
    pub header_row: Option<u64>,
    /// How much a row may hold.
    pub limits: Limits,
}

/// A row: as many cells as there are columns, trimmed; what is missing at its end is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number among the rows with data, from 1; refused ones count, blank ones do not.
    pub number: u64,
    /// The line in which it begins, from 1, as a text editor counts.
    pub line: u64,
    /// Where it begins in the file.
    pub byte_offset: u64,
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Its number among the rows with data, from 1.
    pub number: u64,
    /// The line in which it begins, from 1.
    pub line: u64,
    /// Where it begins in the file.
    pub byte_offset: u64,
    /// Its cells for whoever has to mend it: undecodable bytes as `\xE9`, long cells cut off with `…`.
    pub cells: Vec<String>,
    /// Why.
    pub reason: RowProblem,
}

/// The next thing in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A row with data.
    Row(Row),
    /// A row that cannot be taken.
    Refused(RefusedRow),
}

impl Entry {
    /// The row's number, from 1.
    pub const fn number(&self) -> u64 {
        match self {
            Self::Row(row) => row.number,
            Self::Refused(row) => row.number,
        }
    }

    /// Where the row begins in the file.
    pub const fn byte_offset(&self) -> u64 {
        match self {
            Self::Row(row) => row.byte_offset,
            Self::Refused(row) => row.byte_offset,
        }
    }
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows with data so far, the refused ones included: the number of the last one.
    pub rows: u64,
    /// Bytes of the file so far.
    pub bytes: u64,
}

/// A file's look before it is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The encoding.
    pub encoding: Encoding,
    /// How the encoding is known.
    pub evidence: Evidence,
    /// The delimiter.
    pub delimiter: Delimiter,
    /// The line of the header, from 1; 0 where there is none.
    pub header_line: u64,
    /// The columns.
    pub columns: Vec<ColumnPreview>,
    /// The first rows.
    pub rows: Vec<Row>,
    /// Those of the first rows that cannot be taken.
    pub refused: Vec<RefusedRow>,
}

/// A column's look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPreview {
    /// Its name.
    pub name: String,
    /// Different values of the first rows, none empty.
    pub samples: Vec<String>,
}
