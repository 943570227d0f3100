//! What kind of file it is, which delimiter it has and where its header stands, by looking at its beginning.

use super::{
    Delimiter,
    scan::{Scan, Step, Syntax},
};
use crate::records::Words;

/// How many records are looked at.
const RECORDS: usize = 200;

/// What a file is that is no table in text form, by its first bytes.
pub(super) fn other_format(prefix: &[u8]) -> Option<Words> {
    const BY_SIGNATURE: &[(&[u8], Words)] = &[
        (
            b"PK\x03\x04",
            Words::new(
                "an Excel or OpenDocument workbook (or another ZIP archive)",
                "Excel 或 OpenDocument 工作簿（或其他 ZIP 压缩包）",
            ),
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            Words::new("an old or protected Excel workbook", "旧版或受保护的 Excel 工作簿"),
        ),
        (b"\x09\x08\x08\x00", Words::new("a very old Excel workbook", "很旧的 Excel 工作簿")),
        (b"\x09\x08\x10\x00", Words::new("a very old Excel workbook", "很旧的 Excel 工作簿")),
        (b"%PDF-", Words::new("a PDF", "PDF 文件")),
        (b"\x1F\x8B", Words::new("a gzip archive", "gzip 压缩包")),
        (b"7z\xBC\xAF\x27\x1C", Words::new("a 7-Zip archive", "7-Zip 压缩包")),
        (b"Rar!\x1A\x07", Words::new("a RAR archive", "RAR 压缩包")),
        (b"\xFF\xFE\x00\x00", Words::new("UTF-32 text", "UTF-32 文本")),
        (b"\x00\x00\xFE\xFF", Words::new("UTF-32 text", "UTF-32 文本")),
        (b"\x89PNG", Words::new("an image", "图片")),
        (b"\xFF\xD8\xFF", Words::new("an image", "图片")),
        (b"{\\rtf", Words::new("an RTF document", "RTF 文档")),
    ];
    if let Some((_, name)) = BY_SIGNATURE.iter().find(|(signature, _)| prefix.starts_with(signature)) {
        return Some(*name);
    }
    let text = prefix.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(prefix).trim_ascii_start();
    let begins = |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
    let inner = text.get(1..).unwrap_or_default().trim_ascii_start().first().copied();
    match text.first() {
        Some(b'<') if ["<html", "<!doctype", "<table", "<meta", "<head"].into_iter().any(begins) => {
            Some(Words::new("an HTML page", "HTML 网页"))
        }
        Some(b'<') if begins("<?xml") => Some(Words::new("an XML document", "XML 文档")),
        Some(b'[') if matches!(inner, Some(b'{' | b'[' | b']' | b'"')) => {
            Some(Words::new("a JSON document", "JSON 文档"))
        }
        Some(b'{') if matches!(inner, Some(b'"' | b'}')) => Some(Words::new("a JSON document", "JSON 文档")),
        Some(b'B' | b'b') if begins("BEGIN:VCARD") => Some(Words::new("a vCard file", "vCard 名片文件")),
        Some(b'B' | b'b') if begins("BEGIN:VCALENDAR") => Some(Words::new("a calendar file", "日历文件")),
        _ => None,
    }
}

/// What the beginning of a file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) syntax: Syntax,
    pub(super) delimiter: Delimiter,
    /// The line of the header, from 1; 0 where there is none.
    pub(super) header_line: u64,
}

/// What was asked for instead of looking.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wish {
    pub(super) delimiter: Option<Delimiter>,
    pub(super) header_line: Option<u64>,
    pub(super) pairs: bool,
}

/// Looks at the beginning of a file; `whole` says that it is all of it.
pub(super) fn layout(sample: &[u8], whole: bool, wish: Wish) -> Layout {
    let lone_returns = has_lone_returns(sample);
    let syntax = |delimiter: Delimiter| Syntax { delimiter: delimiter.byte(), lone_returns, pairs: wish.pairs };
    let directive = separator_line(sample);
    let first_line = if directive.is_some() { 2 } else { 1 };
    let from = wish.header_line.unwrap_or(1).max(first_line);
    let shapes = |delimiter| shapes(sample, whole, syntax(delimiter), from);
    let delimiter = wish.delimiter.or(directive).unwrap_or_else(|| {
        let mut best = (0, 0, Delimiter::Comma);
        for candidate in Delimiter::ALL {
            let shapes = shapes(candidate);
            let (width, rows) = usual_width(&shapes);
            let share = if width < 2 { 0 } else { rows * 1000 / shapes.len() };
            if (share, width) > (best.0, best.1) {
                best = (share, width, candidate);
            }
        }
        best.2
    });
    let header_line = wish.header_line.unwrap_or_else(|| header_line(&shapes(delimiter), first_line));
    Layout { syntax: syntax(delimiter), delimiter, header_line }
}

/// Whether returns alone end the lines: the first line end outside quotes decides. Where line feeds do, a return is a part of the
/// line end or of the text.
fn has_lone_returns(sample: &[u8]) -> bool {
    let mut quoted = false;
    for (at, byte) in sample.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return false,
            b'\r' if !quoted => return sample.get(at + 1) != Some(&b'\n'),
            _ => {}
        }
    }
    !sample.contains(&b'\n')
}

/// The delimiter in a first line such as `sep=;`, which Excel writes and reads.
fn separator_line(sample: &[u8]) -> Option<Delimiter> {
    let rest = sample.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).and(sample.get(4..))?;
    match rest {
        [delimiter, b'\r' | b'\n', ..] => Delimiter::ALL.into_iter().find(|known| known.byte() == *delimiter),
        _ => None,
    }
}

/// The form of a record: its line, its cells, and those that are not empty.
struct Shape {
    line: u64,
    cells: usize,
    filled: usize,
}

fn shapes(sample: &[u8], whole: bool, syntax: Syntax, from: u64) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut rest = sample;
    let mut line = 1;
    while line < from && !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n' || (*byte == b'\r' && syntax.lone_returns));
        rest = end.and_then(|at| rest.get(at + 1..)).unwrap_or_default();
        line += 1;
    }
    while !rest.is_empty() && shapes.len() < RECORDS {
        let mut scan = Scan::new(usize::MAX);
        let Step::End(end) = scan.advance(rest, syntax, whole) else { break };
        let is_filled = |byte: &u8| !byte.is_ascii_whitespace();
        let filled = scan
            .cells
            .iter()
            .filter(|cell| rest.get(cell.range.clone()).unwrap_or_default().iter().any(is_filled))
            .count();
        if filled > 0 {
            shapes.push(Shape { line, cells: scan.count, filled });
        }
        let record = rest.get(..end).unwrap_or_default();
        line += record.iter().filter(|byte| **byte == b'\n' || (**byte == b'\r' && syntax.lone_returns)).count() as u64;
        rest = rest.get(end..).unwrap_or_default();
    }
    shapes
}

/// The number of cells that most records have, and how many have it; of several the greatest.
fn usual_width(shapes: &[Shape]) -> (usize, usize) {
    let rows = |width: usize| shapes.iter().filter(|shape| shape.cells == width).count();
    shapes.iter().map(|shape| (rows(shape.cells), shape.cells)).max().map_or((0, 0), |(rows, width)| (width, rows))
}

/// The first record that looks like a header: titles and notes before the table have fewer cells.
fn header_line(shapes: &[Shape], otherwise: u64) -> u64 {
    let (width, _) = usual_width(shapes);
    let like_header = |shape: &&Shape| shape.filled * 2 >= width && (width < 2 || shape.cells > 1);
    shapes.iter().find(like_header).or(shapes.first()).map_or(otherwise, |shape| shape.line)
}
