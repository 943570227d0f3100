//! The refused rows as a file that people mend and import again.

use std::io::{self, Write};

use tundish_domain::organisation::Language;

use super::Refusal;

/// A CSV file of refused rows: the columns `row` and `reason`, then those of the file, with the cells as they were. It
/// begins with the mark of UTF-8, without which spreadsheets misread Chinese.
pub struct RefusedRows<W: Write> {
    writer: csv::Writer<W>,
    language: Language,
}

impl<W: Write> RefusedRows<W> {
    /// Begins a file, for a table with those columns.
    pub fn begin(mut file: W, columns: &[String], language: Language) -> io::Result<Self> {
        file.write_all("\u{FEFF}".as_bytes())?;
        let mut rows = Self::go_on(file, language);
        rows.write("row", "reason", columns)?;
        Ok(rows)
    }

    /// Goes on with a file whose beginning is elsewhere.
    pub(in crate::records) fn go_on(file: W, language: Language) -> Self {
        Self { writer: csv::WriterBuilder::new().flexible(true).from_writer(file), language }
    }

    /// Adds a row.
    pub fn add(&mut self, refusal: &Refusal) -> io::Result<()> {
        self.write(&refusal.row.to_string(), &refusal.reason(self.language), &refusal.cells)
    }

    /// Adds a row of which the reason is in words already.
    pub(in crate::records) fn write(&mut self, row: &str, reason: &str, cells: &[String]) -> io::Result<()> {
        self.writer.write_record([row, reason].into_iter().chain(cells.iter().map(String::as_str)))?;
        Ok(())
    }

    /// Writes what is still in memory.
    pub fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
