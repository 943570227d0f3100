//! Finds the records and cells in bytes, by the delimiter, the quotes and the line ends, whatever the encoding.
//!
//! It works on bytes: in every encoding read here the characters that matter are single bytes, and of the bytes of a longer
//! character only those from 0x40 on can look like ASCII, which [`Syntax::pairs`] takes care of.

use std::ops::Range;

/// The rules of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Syntax {
    /// The byte between cells.
    pub(super) delimiter: u8,
    /// Whether a carriage return alone ends a line, as on old Macs.
    pub(super) lone_returns: bool,
    /// Whether the second byte of a character can look like the delimiter.
    pub(super) pairs: bool,
}

/// Where a cell lies in its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The bytes, without the quotes around them.
    pub(super) range: Range<usize>,
    /// Whether it stood in quotes, so that two quotes within it mean one.
    pub(super) quoted: bool,
}

/// What is wrong with a record's quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quote is never closed.
    OpenQuote,
    /// Text follows a closing quote.
    TextAfterQuote,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing of the cell but blanks so far.
    Start,
    /// Within a cell without quotes.
    Plain,
    /// Within quotes.
    Quoted,
    /// At a quote within quotes: the end, or the first of two.
    Quote,
    /// Behind the closing quote.
    Closed,
    /// Behind a fault: the rest of the line belongs to the cell.
    Broken,
}

/// The scan of one record; fed with ever longer bytes of it until it ends.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    /// The cells so far; those that are complete.
    pub(super) cells: Vec<Span>,
    /// What is wrong with the quotes.
    pub(super) fault: Option<Fault>,
    /// Where the second line of the record begins, if a quoted cell goes over it.
    pub(super) second_line: Option<usize>,
    /// Whether a cell without quotes has quotes in it.
    pub(super) literal_quotes: bool,
    /// How many bytes have been looked at.
    pub(super) position: usize,
    state: State,
    cell: usize,
    closed: usize,
    lead: bool,
    most: usize,
    /// How many cells there are, also those beyond `most`.
    pub(super) count: usize,
}

/// The next step of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// More bytes are needed.
    More,
    /// The record ends; the next begins here.
    End(usize),
}

impl Scan {
    /// A scan that keeps the places of at most so many cells.
    pub(super) fn new(most: usize) -> Self {
        Self {
            cells: Vec::new(),
            fault: None,
            second_line: None,
            literal_quotes: false,
            position: 0,
            state: State::Start,
            cell: 0,
            closed: 0,
            lead: false,
            most,
            count: 0,
        }
    }

    /// Goes on with the record; `bytes` begin where the record does, `whole` says that nothing follows them.
    pub(super) fn advance(&mut self, bytes: &[u8], syntax: Syntax, whole: bool) -> Step {
        while let Some(&byte) = bytes.get(self.position) {
            let at = self.position;
            let returns = byte == b'\r' && syntax.lone_returns;
            if (byte == b'\n' || returns) && self.state != State::Quoted {
                let followed = returns && bytes.get(at + 1) == Some(&b'\n');
                if returns && !followed && at + 1 == bytes.len() && !whole {
                    return Step::More;
                }
                self.end_cell(at);
                return Step::End(at + 1 + usize::from(followed));
            }
            self.position += 1;
            self.take(byte, at, syntax, returns);
        }
        if !whole {
            return Step::More;
        }
        if self.state == State::Quoted {
            self.fault = Some(Fault::OpenQuote);
        }
        self.end_cell(bytes.len());
        Step::End(bytes.len())
    }

    fn take(&mut self, byte: u8, at: usize, syntax: Syntax, returns: bool) {
        if syntax.pairs && std::mem::take(&mut self.lead) {
            if byte >= 0x40 {
                return;
            }
        } else if syntax.pairs && byte > 0x80 {
            self.lead = true;
        }
        if byte == syntax.delimiter && !matches!(self.state, State::Quoted | State::Broken) {
            self.end_cell(at);
            self.state = State::Start;
            self.cell = at + 1;
            return;
        }
        match self.state {
            State::Start => match byte {
                b' ' | b'\t' => {}
                b'"' => {
                    self.state = State::Quoted;
                    self.cell = at + 1;
                }
                _ => self.state = State::Plain,
            },
            State::Plain => self.literal_quotes |= byte == b'"',
            State::Quoted if byte == b'"' => self.state = State::Quote,
            State::Quoted => {
                // Of a return and a line feed the line feed counts.
                if (byte == b'\n' || returns) && self.second_line.is_none_or(|second| second == at) {
                    self.second_line = Some(at + 1);
                }
            }
            State::Quote => match byte {
                b'"' => self.state = State::Quoted,
                b' ' | b'\t' | b'\r' => {
                    self.closed = at.saturating_sub(1);
                    self.state = State::Closed;
                }
                _ => self.break_at(),
            },
            State::Closed => {
                if !matches!(byte, b' ' | b'\t' | b'\r') {
                    self.break_at();
                }
            }
            State::Broken => {}
        }
    }

    fn break_at(&mut self) {
        self.fault = Some(Fault::TextAfterQuote);
        self.state = State::Broken;
    }

    fn end_cell(&mut self, at: usize) {
        match self.state {
            State::Start | State::Plain => self.push(at, false),
            State::Quote => self.push(at.saturating_sub(1), true),
            State::Closed => self.push(self.closed, true),
            State::Quoted | State::Broken => self.push(at, true),
        }
    }

    fn push(&mut self, end: usize, quoted: bool) {
        self.count += 1;
        if self.cells.len() < self.most {
            self.cells.push(Span { range: self.cell..end.max(self.cell), quoted });
        }
    }

    /// Forgets the bytes so far, to find the end of a record that is too long to keep.
    pub(super) fn forget(&mut self) {
        self.cells.clear();
        self.most = 0;
        self.position = 0;
        self.cell = 0;
    }
}
