//! Which characters the bytes mean: found by mark, by validity, or by guess; and UTF-16 turned into UTF-8 on the way.

use std::{
    fmt,
    io::{self, ErrorKind, Read},
    str::FromStr,
};

/// A character encoding of files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8, with or without a byte order mark.
    pub const UTF_8: Self = Self(&encoding_rs::UTF_8_INIT);
    /// UTF-16, little end first: what Excel calls "Unicode text".
    pub const UTF_16LE: Self = Self(&encoding_rs::UTF_16LE_INIT);
    /// UTF-16, big end first.
    pub const UTF_16BE: Self = Self(&encoding_rs::UTF_16BE_INIT);
    /// GB18030, and with it GBK and GB 2312: what Chinese Windows writes.
    pub const GB18030: Self = Self(&encoding_rs::GB18030_INIT);
    /// Big5: what Windows of Taiwan and Hong Kong writes.
    pub const BIG5: Self = Self(&encoding_rs::BIG5_INIT);
    /// Windows-1252, and with it ISO 8859-1: what western Windows writes.
    pub const WINDOWS_1252: Self = Self(&encoding_rs::WINDOWS_1252_INIT);

    /// The name, e.g. `UTF-8`.
    pub fn name(self) -> &'static str {
        if self == Self::GB18030 { "GB18030" } else { self.0.name() }
    }

    /// Whether it is one of the two forms of UTF-16.
    pub fn is_utf16(self) -> bool {
        self == Self::UTF_16LE || self == Self::UTF_16BE
    }

    /// Whether every character is one byte.
    pub(super) fn is_single_byte(self) -> bool {
        self.0.is_single_byte()
    }

    /// Whether the second byte of a character can be an ASCII one, such as `|`.
    pub(super) fn has_ascii_trails(self) -> bool {
        !self.is_utf16() && self != Self::UTF_8 && !self.0.is_single_byte()
    }

    /// The text of bytes in an encoding that contains ASCII; `None` where they do not decode.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<String> {
        if self == Self::UTF_8 || self.is_utf16() {
            return std::str::from_utf8(bytes).ok().map(str::to_owned);
        }
        self.0.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
    }

    /// How many bytes of the file became these, which are UTF-8 where the file is UTF-16.
    pub(super) fn length_in_file(self, bytes: &[u8]) -> u64 {
        if !self.is_utf16() {
            return bytes.len() as u64;
        }
        let units = |byte: &u8| match *byte {
            0x80..=0xBF => 0,
            0xF0..=0xF7 => 4,
            _ => 2,
        };
        bytes.iter().map(units).sum()
    }
}

impl FromStr for Encoding {
    type Err = ();

    /// Any label of the WHATWG's list (`gbk`, `latin1`, `shift_jis`, …) but those that are not made for files.
    fn from_str(label: &str) -> Result<Self, ()> {
        match encoding_rs::Encoding::for_label(label.trim().as_bytes()) {
            Some(found) if found == encoding_rs::GBK => Ok(Self::GB18030),
            Some(found) if found == encoding_rs::X_USER_DEFINED => Err(()),
            Some(found) if found.is_ascii_compatible() || Self(found).is_utf16() => Ok(Self(found)),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How the encoding is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It was asked for.
    Given,
    /// The file says so at its start.
    Mark,
    /// The start of the file is valid in it and would hardly be by chance.
    Valid,
    /// It fits best; a person should look at the preview.
    Guessed,
    /// There were only ASCII characters so far: the first others will decide.
    Open,
}

/// An encoding with its evidence and the length of the mark before the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Detected {
    pub(super) encoding: Encoding,
    pub(super) evidence: Evidence,
    pub(super) mark: usize,
}

/// The mark at the start of a file: its encoding and length.
pub(super) fn mark(prefix: &[u8]) -> Option<(Encoding, usize)> {
    match prefix {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::UTF_8, 3)),
        [0x84, 0x31, 0x95, 0x33, ..] => Some((Encoding::GB18030, 4)),
        [0xFF, 0xFE, ..] => Some((Encoding::UTF_16LE, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::UTF_16BE, 2)),
        _ => None,
    }
}

/// The encoding of a file that starts with these bytes.
pub(super) fn detect(prefix: &[u8]) -> Detected {
    if let Some((encoding, mark)) = mark(prefix) {
        return Detected { encoding, evidence: Evidence::Mark, mark };
    }
    if let Some(encoding) = utf16_by_zeros(prefix) {
        return Detected { encoding, evidence: Evidence::Guessed, mark: 0 };
    }
    let (encoding, evidence) = without_mark(prefix);
    Detected { encoding, evidence, mark: 0 }
}

/// The encoding of bytes that contain ASCII as such.
pub(super) fn without_mark(bytes: &[u8]) -> (Encoding, Evidence) {
    if bytes.is_ascii() {
        return (Encoding::UTF_8, Evidence::Open);
    }
    let (characters, damaged) = utf8_characters(bytes);
    if damaged == 0 {
        return (Encoding::UTF_8, Evidence::Valid);
    }
    // Text of another encoding is hardly ever made of valid sequences; damaged UTF-8 mostly is.
    if characters >= damaged.saturating_mul(10) {
        return (Encoding::UTF_8, Evidence::Guessed);
    }
    (legacy(bytes), Evidence::Guessed)
}

/// How many sequences of several bytes are valid UTF-8, and how many places are not. A sequence cut off at the end is neither.
fn utf8_characters(mut bytes: &[u8]) -> (usize, usize) {
    let several = |valid: &[u8]| valid.iter().filter(|byte| **byte >= 0xC0).count();
    let (mut characters, mut damaged) = (0, 0);
    loop {
        match std::str::from_utf8(bytes) {
            Ok(_) => return (characters + several(bytes), damaged),
            Err(error) => {
                characters += several(bytes.get(..error.valid_up_to()).unwrap_or_default());
                let Some(length) = error.error_len() else { return (characters, damaged) };
                damaged += 1;
                bytes = bytes.get(error.valid_up_to() + length..).unwrap_or_default();
            }
        }
    }
}

/// UTF-16 without a mark: zero bytes stand on one side of the pairs only, those of ASCII characters.
fn utf16_by_zeros(prefix: &[u8]) -> Option<Encoding> {
    let mut zeros = [0_usize; 2];
    for pair in prefix.chunks_exact(2) {
        for (count, byte) in zeros.iter_mut().zip(pair) {
            *count += usize::from(*byte == 0);
        }
    }
    let pairs = prefix.len() / 2;
    let [high, low] = zeros;
    // Text in Chinese has few ASCII characters, but then its other bytes are not all ASCII.
    let enough = |count: usize| count * 3 > pairs || (count * 20 > pairs && count >= 4 && !prefix.is_ascii());
    match (enough(high), enough(low)) {
        (true, false) if low * 20 < high => Some(Encoding::UTF_16BE),
        (false, true) if high * 20 < low => Some(Encoding::UTF_16LE),
        _ => None,
    }
}

/// The best guess for text that is not UTF-8: GB18030 unless Big5 or a western encoding fits much better.
fn legacy(bytes: &[u8]) -> Encoding {
    let (mut chinese, mut taiwanese, mut pairs) = (0_usize, 0_usize, 0_usize);
    let mut rest = bytes.iter().copied().peekable();
    while let Some(lead) = rest.next() {
        let Some(trail) = rest.next_if(|trail| *trail >= 0x30 && lead > 0x80) else { continue };
        pairs += 1;
        // GB 2312: punctuation, full-width forms and the 6,763 common characters.
        chinese += usize::from(matches!((lead, trail), (0xA1..=0xA3 | 0xB0..=0xF7, 0xA1..=0xFE)));
        // Big5: punctuation (to A3) and the 5,401 characters of everyday use (from A4).
        taiwanese += usize::from(matches!((lead, trail), (0xA1..=0xC6, 0x40..=0x7E | 0xA1..=0xFE)));
    }
    if taiwanese > chinese && taiwanese * 2 > pairs {
        return Encoding::BIG5;
    }
    if is_western(bytes) || pairs == 0 { Encoding::WINDOWS_1252 } else { Encoding::GB18030 }
}

/// Whether most places beyond ASCII are one or two characters within or beside small letters, as in `Müller` or `situação`.
fn is_western(bytes: &[u8]) -> bool {
    let (mut all, mut western, mut at) = (0_usize, 0_usize, 0_usize);
    while let Some(start) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|byte| !byte.is_ascii())).map(|found| at + found)
    {
        let rest = bytes.get(start..).unwrap_or_default();
        let length = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
        at = start + length;
        let small = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(u8::is_ascii_lowercase);
        all += 1;
        western += usize::from(length <= 2 && (small(start.checked_sub(1)) || small(Some(at))));
    }
    western * 2 > all
}

/// Reads UTF-16 as UTF-8. What does not decode becomes a byte that UTF-8 never has, so that the row with it can be refused.
pub(super) struct Utf16<R> {
    inner: R,
    decoder: encoding_rs::Decoder,
    waiting: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    ended: bool,
}

/// A byte that occurs in no UTF-8.
const UNDECODABLE: u8 = 0xFF;
/// How much is read at once.
const CHUNK: usize = 16 * 1024;

impl<R: Read> Utf16<R> {
    pub(super) fn new(inner: R, encoding: Encoding) -> Self {
        let decoder = encoding.0.new_decoder_without_bom_handling();
        Self { inner, decoder, waiting: Vec::new(), ready: Vec::new(), given: 0, ended: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        while self.ready.is_empty() && !self.ended {
            let mut chunk = vec![0; CHUNK];
            let length = match self.inner.read(&mut chunk) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                other => other?,
            };
            self.ended = length == 0;
            self.waiting.extend_from_slice(chunk.get(..length).unwrap_or_default());
            self.decode();
        }
        Ok(())
    }

    fn decode(&mut self) {
        loop {
            let before = self.ready.len();
            // Three bytes for each unit are always enough, and some to finish with.
            self.ready.resize(before + self.waiting.len() * 3 + 16, 0);
            let space = self.ready.get_mut(before..).unwrap_or_default();
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(&self.waiting, space, self.ended);
            self.ready.truncate(before + written);
            self.waiting.drain(..read);
            match result {
                encoding_rs::DecoderResult::Malformed(..) => self.ready.push(UNDECODABLE),
                encoding_rs::DecoderResult::InputEmpty => return,
                encoding_rs::DecoderResult::OutputFull => {}
            }
        }
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.ready.len() {
            self.refill()?;
        }
        let length = self.ready.get(self.given..).unwrap_or_default().read(buffer)?;
        self.given += length;
        Ok(length)
    }
}
