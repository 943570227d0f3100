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
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(file);
        writer.write_record(["row", "reason"].into_iter().chain(columns.iter().map(String::as_str)))?;
        Ok(Self { writer, language })
    }

    /// Adds a row.
    pub fn add(&mut self, refusal: &Refusal) -> io::Result<()> {
        let (row, reason) = (refusal.row.to_string(), refusal.reason(self.language));
        let cells = refusal.cells.iter().map(String::as_str);
        self.writer.write_record([row.as_str(), reason.as_str()].into_iter().chain(cells))?;
        Ok(())
    }

    /// Writes what is still in memory.
    pub fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
