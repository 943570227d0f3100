//! The raw records of a file, one after the other, in bounded memory.

use std::io::{self, ErrorKind, Read};

use super::{
    Encoding, Limits, RowProblem,
    scan::{Fault, Scan, Span, Step, Syntax},
};

/// How much is read at once.
const CHUNK: usize = 64 * 1024;
/// How many following lines must look like rows before a broken quote is blamed on one line alone.
const LINES_TO_TRUST: usize = 50;

/// A record as bytes; what the file had in UTF-16 is UTF-8 here.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// All its bytes with the line end, or their beginning if it is too long.
    pub(super) bytes: &'a [u8],
    /// Its cells, at most one more than the limit of columns.
    pub(super) cells: Vec<Span>,
    /// How many cells it has.
    pub(super) count: usize,
    /// The line it begins in, from 1.
    pub(super) line: u64,
    /// Where it begins in the file, in bytes.
    pub(super) offset: u64,
    /// Why it is refused.
    pub(super) problem: Option<RowProblem>,
}

/// Reads records from a stream.
pub(super) struct Records<R> {
    input: R,
    encoding: Encoding,
    syntax: Syntax,
    limits: Limits,
    /// How many cells a row has, once the header is known.
    expected: usize,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    line: u64,
    offset: u64,
}

impl<R: Read> Records<R> {
    pub(super) fn new(input: R, encoding: Encoding, syntax: Syntax, limits: Limits, offset: u64) -> Self {
        Self { input, encoding, syntax, limits, expected: 0, buffer: Vec::new(), start: 0, ended: false, line: 1, offset }
    }

    /// Says how many cells a row has.
    pub(super) fn expect(&mut self, columns: usize) {
        self.expected = columns;
    }

    /// Says whether the second byte of a character can look like the delimiter.
    pub(super) fn expect_pairs(&mut self, pairs: bool) {
        self.syntax.pairs = pairs;
    }

    /// How many bytes of the file lie before the next record.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Reads on, and forgets the bytes before the record. Whether there was more.
    fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.drain(..self.start);
        self.start = 0;
        let length = self.buffer.len();
        self.buffer.resize(length + CHUNK, 0);
        let read = loop {
            match self.input.read(self.buffer.get_mut(length..).unwrap_or_default()) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.buffer.truncate(length + read.as_ref().map_or(0, |read| *read));
        self.ended = read? == 0;
        Ok(!self.ended)
    }

    fn waiting(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// Goes past so many bytes of the buffer.
    fn consume(&mut self, length: usize) {
        let bytes = self.buffer.get(self.start..self.start + length).unwrap_or_default();
        self.line += lines(bytes, self.syntax);
        self.offset += self.encoding.length_in_file(bytes);
        self.start += length;
    }

    /// Goes past a line, whatever is in it. False at the end of the file.
    pub(super) fn skip_line(&mut self) -> io::Result<bool> {
        loop {
            let returns = self.syntax.lone_returns;
            let bytes = self.waiting();
            let end = bytes.iter().position(|byte| *byte == b'\n' || (*byte == b'\r' && returns));
            match end {
                // Whether a line feed follows the return is not known yet.
                Some(at) if bytes.get(at) == Some(&b'\r') && at + 1 == bytes.len() && !self.ended => {}
                Some(at) => {
                    let both = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
                    self.consume(at + 1 + usize::from(both));
                    return Ok(true);
                }
                None if self.ended => {
                    let rest = bytes.len();
                    self.consume(rest);
                    return Ok(rest > 0);
                }
                None => self.consume(bytes.len()),
            }
            self.fill()?;
        }
    }

    /// The next record; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        if self.waiting().is_empty() && !self.fill()? {
            return Ok(None);
        }
        let (line, offset) = (self.line, self.offset);
        let mut scan = Scan::new(self.limits.columns + 1);
        let end = loop {
            let step = scan.advance(self.buffer.get(self.start..).unwrap_or_default(), self.syntax, self.ended);
            match step {
                Step::End(end) => break Some(end),
                Step::More if scan.position >= self.limits.row => break None,
                Step::More => {
                    self.fill()?;
                }
            }
        };
        let (length, problem) = match (end, scan.fault) {
            (Some(end), _) if end > self.limits.row => (self.to_blame(&scan, end), Some(RowProblem::RowTooLong { most: self.limits.row })),
            (Some(end), None) => (end, None),
            (Some(end), Some(fault)) => {
                let problem = if fault == Fault::OpenQuote { RowProblem::OpenQuote } else { RowProblem::TextAfterQuote };
                (self.to_blame(&scan, end), Some(problem))
            }
            (None, _) => {
                let most = self.limits.row;
                let here = self.waiting().len();
                let blamed = self.to_blame(&scan, here);
                if blamed == here {
                    return self.too_long(scan, line, offset).map(Some);
                }
                (blamed, Some(RowProblem::RowTooLong { most }))
            }
        };
        let start = self.start;
        self.consume(length);
        let bytes = self.buffer.get(start..start + length).unwrap_or_default();
        let mut cells = scan.cells;
        let mut count = scan.count;
        if end != Some(length) {
            cells.retain(|cell| cell.range.start < length);
            cells.iter_mut().for_each(|cell| cell.range.end = cell.range.end.min(length));
            count = cells.len();
        }
        Ok(Some(Record { bytes, cells, count, line, offset, problem }))
    }

    /// How much of a record with a broken quote to refuse: its first line only where all lines behind it are rows by themselves,
    /// which means that the quote swallowed them; else all of it, so that no half of a row is taken for one.
    fn to_blame(&self, scan: &Scan, end: usize) -> usize {
        let Some(mut at) = scan.second_line else { return end };
        if self.expected < 2 {
            return end;
        }
        let first = at;
        let region = self.waiting().get(..end).unwrap_or_default();
        for _ in 0..LINES_TO_TRUST {
            let rest = region.get(at..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            let mut row = Scan::new(0);
            let Step::End(length) = row.advance(rest, self.syntax, true) else { return end };
            if rest.get(..length).unwrap_or_default().trim_ascii().is_empty() {
                at += length;
                continue;
            }
            // The last one may be cut off by the limit of the row's length.
            let cut = at + length == end && scan.fault.is_none() && at > first;
            if !cut && (row.fault.is_some() || row.literal_quotes || row.count != self.expected) {
                return end;
            }
            at += length;
        }
        first
    }

    /// Goes past a record that is longer than the limit, keeping its beginning.
    fn too_long(&mut self, mut scan: Scan, line: u64, offset: u64) -> io::Result<Record<'_>> {
        let most = self.limits.row;
        // What is kept must not move while the rest goes by.
        let kept = self.waiting().get(..most.min(CHUNK)).unwrap_or_default().to_vec();
        loop {
            let here = scan.position;
            scan.forget();
            self.consume(here);
            self.fill()?;
            let bytes = self.buffer.get(self.start..).unwrap_or_default();
            if let Step::End(end) = scan.advance(bytes, self.syntax, self.ended) {
                self.consume(end);
                break;
            }
        }
        // The beginning is put back in front of what follows, for the report.
        let length = kept.len();
        self.buffer.splice(..self.start, kept);
        self.start = length;
        let span = Span { range: 0..length, quoted: false };
        let bytes = self.buffer.get(..length).unwrap_or_default();
        Ok(Record { bytes, cells: vec![span], count: 1, line, offset, problem: Some(RowProblem::RowTooLong { most }) })
    }
}

/// How many lines end in these bytes.
fn lines(bytes: &[u8], syntax: Syntax) -> u64 {
    let mut count = 0;
    let mut returned = false;
    for byte in bytes {
        match byte {
            b'\n' if !returned => count += 1,
            b'\r' if syntax.lone_returns => count += 1,
            _ => {}
        }
        returned = *byte == b'\r' && syntax.lone_returns;
    }
    count
}
