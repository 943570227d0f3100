//! Makes rows of text out of raw records, or says why not.

use super::{
    Encoding, Entry, Evidence, Limits, RefusedRow, Row, RowProblem, SourceError, encoding, header, records::Record,
    scan::Span,
};

/// The most characters of a cell that a refused row shows.
const SHOWN: usize = 1_000;

/// What is known about a file's rows, and how many there were.
pub(super) struct Interpreter {
    encoding: Encoding,
    evidence: Evidence,
    limits: Limits,
    columns: Vec<String>,
    rows: u64,
}

impl Interpreter {
    pub(super) fn new(encoding: Encoding, evidence: Evidence, limits: Limits) -> Self {
        Self { encoding, evidence, limits, columns: Vec::new(), rows: 0 }
    }

    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    pub(super) fn evidence(&self) -> Evidence {
        self.evidence
    }

    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    /// Takes a record for the header.
    pub(super) fn header(&mut self, record: &Record) -> Result<(), SourceError> {
        self.decide(record);
        self.check_width(record.count)?;
        if self.is_blank(record) {
            return Err(SourceError::NoHeader { line: record.line });
        }
        let refused = |problem| SourceError::Header { line: record.line, problem };
        if let Some(problem) = record.problem.clone() {
            return Err(refused(problem));
        }
        self.columns = (0..record.count).map(header::by_place).collect();
        let cells = self.texts(record).map_err(refused)?;
        self.columns = header::names(&cells);
        Ok(())
    }

    /// Names so many columns by their places.
    pub(super) fn columns_by_place(&mut self, count: usize) -> Result<(), SourceError> {
        self.check_width(count)?;
        self.columns = (0..count).map(header::by_place).collect();
        Ok(())
    }

    fn check_width(&self, found: usize) -> Result<(), SourceError> {
        let most = self.limits.columns;
        if found > most { Err(SourceError::TooManyColumns { found, most }) } else { Ok(()) }
    }

    /// Goes past a record without making anything of it.
    pub(super) fn pass(&mut self, record: &Record) {
        self.decide(record);
        self.rows += u64::from(!self.is_blank(record));
    }

    /// What a record is; `None` if it is blank.
    pub(super) fn entry(&mut self, record: &Record) -> Option<Entry> {
        self.decide(record);
        if self.is_blank(record) {
            return None;
        }
        self.rows += 1;
        let (number, line, byte_offset) = (self.rows, record.line, record.offset);
        let texts = match &record.problem {
            Some(problem) => Err(problem.clone()),
            None => self.texts(record),
        };
        Some(match texts {
            Ok(mut cells) => {
                cells.resize(self.columns.len(), String::new());
                Entry::Row(Row { number, line, byte_offset, cells })
            }
            Err(reason) => {
                let cells = record.cells.iter().map(|cell| self.shown(raw(record, cell), cell.quoted)).collect();
                Entry::Refused(RefusedRow { number, line, byte_offset, cells, reason })
            }
        })
    }

    /// Decides the encoding by the first record that is not ASCII.
    fn decide(&mut self, record: &Record) {
        if self.evidence == Evidence::Open && !record.bytes.is_ascii() {
            (self.encoding, self.evidence) = encoding::without_mark(record.bytes);
        }
    }

    fn is_blank(&self, record: &Record) -> bool {
        let kept_all = record.count == record.cells.len();
        let is_empty = |cell: &Span| {
            let bytes = raw(record, cell);
            !bytes.iter().any(u8::is_ascii_graphic)
                && self.text_of(bytes, cell.quoted).is_some_and(|text| text.is_empty())
        };
        record.problem.is_none() && kept_all && record.cells.iter().all(is_empty)
    }

    /// The texts of a record's cells, without those beyond the columns, which are empty.
    fn texts(&self, record: &Record) -> Result<Vec<String>, RowProblem> {
        let (expected, found) = (self.columns.len(), record.count);
        let is_surplus = |cell: &Span| self.text_of(raw(record, cell), cell.quoted).is_none_or(|text| !text.is_empty());
        if found > record.cells.len() || record.cells.iter().skip(expected).any(is_surplus) {
            return Err(RowProblem::TooManyCells { expected, found });
        }
        record
            .cells
            .iter()
            .zip(&self.columns)
            .map(|(cell, column)| self.text(raw(record, cell), cell.quoted, column))
            .collect()
    }

    fn text(&self, bytes: &[u8], quoted: bool, column: &str) -> Result<String, RowProblem> {
        let column = || column.to_owned();
        if bytes.len() > self.limits.cell {
            return Err(RowProblem::CellTooLong { column: column(), most: self.limits.cell });
        }
        let Some(text) = self.text_of(bytes, quoted) else {
            return Err(RowProblem::Undecodable { column: column(), encoding: self.encoding });
        };
        if text.contains('\0') {
            return Err(RowProblem::Nul { column: column() });
        }
        if text.contains('\u{FFFD}') {
            return Err(RowProblem::Lost { column: column() });
        }
        Ok(text)
    }

    /// The trimmed text of a cell; `None` where its bytes do not decode.
    fn text_of(&self, bytes: &[u8], quoted: bool) -> Option<String> {
        let text = self.encoding.decode(bytes)?;
        let text = if quoted && text.contains('"') { text.replace("\"\"", "\"") } else { text };
        let trimmed = trim(&text);
        Some(if trimmed.len() == text.len() { text } else { trimmed.to_owned() })
    }

    /// A cell as it is shown to whoever has to mend it.
    fn shown(&self, bytes: &[u8], quoted: bool) -> String {
        let cut = bytes.len() > SHOWN * 4;
        let bytes = bytes.get(..SHOWN * 4).unwrap_or(bytes);
        let text = match self.text_of(bytes, quoted) {
            Some(text) => text.replace('\0', "\\x00"),
            None => bytes.iter().map(|byte| shown_byte(*byte)).collect(),
        };
        match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None if cut => format!("{text}…"),
            None => text,
        }
    }
}

fn shown_byte(byte: u8) -> String {
    if byte.is_ascii_graphic() || byte == b' ' { char::from(byte).to_string() } else { format!("\\x{byte:02X}") }
}

fn raw<'a>(record: &Record<'a>, cell: &Span) -> &'a [u8] {
    record.bytes.get(cell.range.clone()).unwrap_or_default()
}

/// The text without the blanks around it, full-width and invisible ones included, and without the `="…"` by which Excel is kept
/// from dropping the zeros of `="0012"`.
fn trim(text: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}');
    let text = text.trim_matches(blank);
    match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if !inner.contains('"') => inner.trim_matches(blank),
        _ => text,
    }
}
