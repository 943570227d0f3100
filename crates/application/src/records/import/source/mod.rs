//! Reads tables in text form (CSV and its relatives) row by row, as people really have them.
//!
//! The encoding, the delimiter and the header are found by looking at the beginning, or said by [`SourceOptions`]. A row that
//! cannot be read without loss is refused with its reason, and the rest of the file goes on. Memory is bounded by one row.

mod cells;
mod encoding;
mod header;
mod problem;
mod records;
mod scan;
mod sniff;
mod table;

#[cfg(test)]
mod messy_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
pub(super) mod test_data;
#[cfg(test)]
mod tests;

use std::{
    collections::HashSet,
    io::{self, Cursor, ErrorKind, Read},
};

pub use encoding::{Encoding, Evidence};
pub use problem::{RowProblem, SourceError};
pub use table::{ColumnPreview, Delimiter, Entry, Limits, Preview, Progress, RefusedRow, Row, SourceOptions};

use cells::Interpreter;
use encoding::{Detected, Utf16};
use records::Records;

/// How much of a file is looked at before it is read.
const PREFIX: usize = 64 * 1024;

/// The bytes of a file from its text on: what was looked at, and what follows.
type Bytes<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// The bytes of a file, in an encoding that contains ASCII.
enum Input<R> {
    Plain(Bytes<R>),
    Utf16(Utf16<Bytes<R>>),
}

impl<R: Read> Read for Input<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(bytes) => bytes.read(buffer),
            Self::Utf16(text) => text.read(buffer),
        }
    }
}

/// A table being read; an iterator over its rows. It ends after an error.
pub struct Source<R> {
    records: Records<Input<R>>,
    interpreter: Interpreter,
    delimiter: Delimiter,
    header_line: u64,
    /// The first row of a file without header, which had to be read to know the columns.
    first: Option<Entry>,
    ended: bool,
}

impl<R: Read> Source<R> {
    /// Looks at the beginning of a file and reads its header.
    pub fn open(mut reader: R, options: SourceOptions) -> Result<Self, SourceError> {
        let prefix = beginning(&mut reader)?;
        let whole = prefix.len() < PREFIX;
        if prefix.trim_ascii().is_empty() {
            return Err(SourceError::Empty);
        }
        if let Some(format) = sniff::other_format(&prefix) {
            return Err(SourceError::Format(format));
        }
        let Detected { encoding, evidence, mark } = detect(&prefix, options.encoding)?;
        let text = prefix.get(mark..).unwrap_or_default();
        let sample = if encoding.is_utf16() { utf16_sample(text, encoding, whole)? } else { text.to_vec() };
        if let Some(format) = sniff::other_format(&sample) {
            return Err(SourceError::Format(format));
        }
        let wish = sniff::Wish {
            delimiter: options.delimiter,
            header_line: options.header_row,
            pairs: encoding.has_ascii_trails() && evidence != Evidence::Open,
        };
        let layout = sniff::layout(&sample, whole, wish);
        let bytes = Cursor::new(text.to_vec()).chain(reader);
        let input = if encoding.is_utf16() { Input::Utf16(Utf16::new(bytes, encoding)) } else { Input::Plain(bytes) };
        let mut source = Self {
            records: Records::new(input, encoding, layout.syntax, options.limits, mark as u64),
            interpreter: Interpreter::new(encoding, evidence, options.limits),
            delimiter: layout.delimiter,
            header_line: layout.header_line,
            first: None,
            ended: false,
        };
        source.read_header()?;
        Ok(source)
    }

    fn read_header(&mut self) -> Result<(), SourceError> {
        for _ in 1..self.header_line {
            if !self.records.skip_line()? {
                return Err(SourceError::NoHeader { line: self.header_line });
            }
        }
        if self.header_line == 0 {
            let Some(record) = self.records.next()? else { return Err(SourceError::Empty) };
            self.interpreter.columns_by_place(record.count)?;
            self.first = self.interpreter.entry(&record);
        } else {
            let missing = SourceError::NoHeader { line: self.header_line };
            let Some(record) = self.records.next()? else { return Err(missing) };
            self.interpreter.header(&record)?;
        }
        self.records.expect(self.interpreter.columns().len());
        Ok(())
    }

    /// The names of the columns, all different and none empty.
    pub fn columns(&self) -> &[String] {
        self.interpreter.columns()
    }

    /// The encoding in which the file is read.
    pub fn encoding(&self) -> Encoding {
        self.interpreter.encoding()
    }

    /// How the encoding is known.
    pub fn evidence(&self) -> Evidence {
        self.interpreter.evidence()
    }

    /// The delimiter.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// The line of the header, from 1; 0 where there is none.
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    /// How far the reading has come.
    pub fn progress(&self) -> Progress {
        let waiting = self.first.as_ref().map(Entry::byte_offset);
        let rows = self.interpreter.rows() - u64::from(waiting.is_some());
        Progress { rows, bytes: waiting.unwrap_or(self.records.offset()) }
    }

    /// Goes past the rows before that number without making anything of them, so that an interrupted import can go on: the
    /// next entry has that number. False where the file has fewer rows. Rows already read do not come back.
    pub fn skip_to(&mut self, number: u64) -> Result<bool, SourceError> {
        if self.first.as_ref().is_some_and(|first| first.number() < number) {
            self.first = None;
        }
        while !self.ended && self.interpreter.rows() + 1 < number {
            match self.records.next() {
                Ok(Some(record)) => self.interpreter.pass(&record),
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    return Err(error.into());
                }
            }
            self.settle();
        }
        Ok(!self.ended)
    }

    /// Reads the first `n` rows for a look at the file; give the file anew to import it.
    pub fn preview(mut self, n: usize) -> Result<Preview, SourceError> {
        let (mut rows, mut refused) = (Vec::new(), Vec::new());
        for entry in self.by_ref().take(n) {
            match entry? {
                Entry::Row(row) => rows.push(row),
                Entry::Refused(row) => refused.push(row),
            }
        }
        let samples = |index: usize| {
            let mut seen = HashSet::new();
            let values = rows.iter().filter_map(|row: &Row| row.cells.get(index));
            values.filter(|value| !value.is_empty() && seen.insert(*value)).cloned().collect()
        };
        let preview = |(index, name): (usize, &String)| ColumnPreview { name: name.clone(), samples: samples(index) };
        Ok(Preview {
            encoding: self.encoding(),
            evidence: self.evidence(),
            delimiter: self.delimiter,
            header_line: self.header_line,
            columns: self.columns().iter().enumerate().map(preview).collect(),
            rows,
            refused,
        })
    }

    /// Tells the scanner of the encoding, once the first characters beyond ASCII have decided it.
    fn settle(&mut self) {
        self.records.expect_pairs(self.encoding().has_ascii_trails());
    }
}

impl<R: Read> Iterator for Source<R> {
    type Item = Result<Entry, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        while !self.ended {
            let entry = match self.records.next() {
                Ok(Some(record)) => self.interpreter.entry(&record),
                Ok(None) => {
                    self.ended = true;
                    return None;
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
            };
            self.settle();
            if let Some(entry) = entry {
                return Some(Ok(entry));
            }
        }
        None
    }
}

/// The beginning of a file; shorter than [`PREFIX`] only where that is all.
fn beginning(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut prefix = vec![0; PREFIX];
    let mut length = 0;
    while length < PREFIX {
        match reader.read(prefix.get_mut(length..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    prefix.truncate(length);
    Ok(prefix)
}

fn detect(prefix: &[u8], given: Option<Encoding>) -> Result<Detected, SourceError> {
    let Some(given) = given else { return Ok(encoding::detect(prefix)) };
    match encoding::mark(prefix) {
        Some((found, mark)) if found == given => Ok(Detected { encoding: given, evidence: Evidence::Given, mark }),
        // Two bytes that look like the mark of UTF-16 may be text in an encoding of single bytes.
        Some((found, _)) if !(found.is_utf16() && given.is_single_byte()) => {
            Err(SourceError::EncodingContradicted { given, found })
        }
        _ => Ok(Detected { encoding: given, evidence: Evidence::Given, mark: 0 }),
    }
}

/// The beginning of a text in UTF-16, as UTF-8.
fn utf16_sample(text: &[u8], encoding: Encoding, whole: bool) -> io::Result<Vec<u8>> {
    let text = if whole { text } else { text.get(..text.len() & !1).unwrap_or_default() };
    let mut sample = Vec::new();
    Utf16::new(text, encoding).read_to_end(&mut sample)?;
    Ok(sample)
}
