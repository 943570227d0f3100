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
        Self {
            input,
            encoding,
            syntax,
            limits,
            expected: 0,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            line: 1,
            offset,
        }
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
        let mut scan = Scan::new(self.limits.columns + 1);
        let end = loop {
            let step = scan.advance(self.buffer.get(self.start..).unwrap_or_default(), self.syntax, self.ended);
            match step {
                Step::End(end) => break Some(end),
                Step::More if scan.position > self.limits.row => break None,
                Step::More => {
                    self.fill()?;
                }
            }
        };
        let most = self.limits.row;
        let problem = match scan.fault {
            _ if end.is_none_or(|end| end > most) => RowProblem::RowTooLong { most },
            Some(Fault::OpenQuote) => RowProblem::OpenQuote,
            Some(Fault::TextAfterQuote) => RowProblem::TextAfterQuote,
            None => {
                let end = end.unwrap_or_default();
                return Ok(Some(self.take(end, scan.cells, scan.count, None)));
            }
        };
        if let Some(first_line) = self.line_to_blame(&scan, end.filter(|end| *end <= most)) {
            let mut line = Scan::new(self.limits.columns + 1);
            line.advance(self.waiting().get(..first_line).unwrap_or_default(), self.syntax, true);
            return Ok(Some(self.take(first_line, line.cells, line.count, Some(problem))));
        }
        match end {
            Some(end) if end <= most => Ok(Some(self.take(end, scan.cells, scan.count, Some(problem)))),
            _ => self.too_long(scan, end, problem).map(Some),
        }
    }

    /// The record of so many bytes, which is gone past.
    fn take(&mut self, length: usize, cells: Vec<Span>, count: usize, problem: Option<RowProblem>) -> Record<'_> {
        let (line, offset, start) = (self.line, self.offset, self.start);
        self.consume(length);
        let bytes = self.buffer.get(start..start + length).unwrap_or_default();
        Record { bytes, cells, count, line, offset, problem }
    }

    /// The length of the first line of a record with a broken quote, where that line alone is to blame: where all lines behind it
    /// are rows by themselves, which means that the quote swallowed them. Else the whole record has to be refused, so that no half
    /// of a row is taken for one. Of a record that is too long (`end` is `None`) only the part within the limit is looked at.
    fn line_to_blame(&self, scan: &Scan, end: Option<usize>) -> Option<usize> {
        let region = self.waiting().get(..end.unwrap_or(self.limits.row))?;
        let first_line = scan.second_line.filter(|second| *second < region.len() && self.expected > 1)?;
        let mut at = first_line;
        for _ in 0..LINES_TO_TRUST {
            let rest = region.get(at..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            let mut row = Scan::new(0);
            let Step::End(length) = row.advance(rest, self.syntax, true) else { return None };
            let is_blank = rest.get(..length).unwrap_or_default().trim_ascii().is_empty();
            let is_cut_off = end.is_none() && at + length == region.len() && at > first_line;
            let is_row = row.fault.is_none() && !row.literal_quotes && row.count == self.expected;
            if !is_blank && !is_cut_off && !is_row {
                return None;
            }
            at += length;
        }
        Some(first_line)
    }

    /// Goes past a record that is longer than the limit, keeping its beginning.
    fn too_long(&mut self, mut scan: Scan, end: Option<usize>, problem: RowProblem) -> io::Result<Record<'_>> {
        let (line, offset) = (self.line, self.offset);
        let kept = self.waiting().get(..self.limits.row.min(CHUNK)).unwrap_or_default().to_vec();
        match end {
            Some(end) => self.consume(end),
            None => loop {
                self.consume(scan.position);
                scan.forget();
                self.fill()?;
                let bytes = self.buffer.get(self.start..).unwrap_or_default();
                if let Step::End(end) = scan.advance(bytes, self.syntax, self.ended) {
                    self.consume(end);
                    break;
                }
            },
        }
        // The beginning is put back in front of what follows, for the report.
        let length = kept.len();
        self.buffer.splice(..self.start, kept);
        self.start = length;
        let cells = vec![Span { range: 0..length, quoted: false }];
        let bytes = self.buffer.get(..length).unwrap_or_default();
        Ok(Record { bytes, cells, count: 1, line, offset, problem: Some(problem) })
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
