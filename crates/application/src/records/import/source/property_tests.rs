//! What holds for any file.

use std::io::{self, Read};

use proptest::{collection::vec, prelude::*};

use super::{Delimiter, Encoding, Entry, Limits, Source, SourceOptions};

/// A stream that comes in pieces of so many bytes.
struct Pieces<'a>(&'a [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(buffer.len());
        self.0.read(&mut buffer[..length])
    }
}

fn read(bytes: &[u8], piece: usize, options: SourceOptions) -> Option<Vec<Entry>> {
    Some(Source::open(Pieces(bytes, piece), options).ok()?.map(Result::unwrap).collect())
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding.name() {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "GB18030" => encoding_rs::GB18030.encode(text).0.into_owned(),
        _ => text.as_bytes().to_vec(),
    }
}

/// A cell with the characters that matter, in scripts of one to four bytes.
fn cell() -> impl Strategy<Value = String> {
    "[a-z0-9 \"',;|\t\n\r\u{3000}é中丂𠮷€]{0,8}".prop_map(|text| text.trim().to_owned())
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1_usize..5).prop_flat_map(|width| vec(vec(cell(), width), 0..12))
}

fn encodings() -> impl Strategy<Value = Encoding> {
    prop::sample::select(vec![Encoding::UTF_8, Encoding::UTF_16LE, Encoding::UTF_16BE, Encoding::GB18030])
}

fn written(rows: &[Vec<String>], delimiter: Delimiter, end: csv::Terminator, quotes: csv::QuoteStyle) -> String {
    let width = rows.first().map_or(1, Vec::len);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter.byte())
        .terminator(end)
        .quote_style(quotes)
        .from_writer(Vec::new());
    writer.write_record((0..width).map(|index| format!("head {index}"))).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        rows in table(),
        encoding in encodings(),
        delimiter in prop::sample::select(Delimiter::ALL.to_vec()),
        end in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
        quotes in prop::sample::select(vec![csv::QuoteStyle::Necessary, csv::QuoteStyle::Always]),
        piece in 1_usize..40,
    ) {
        let bytes = encode(&written(&rows, delimiter, end, quotes), encoding);
        let options = SourceOptions { encoding: Some(encoding), delimiter: Some(delimiter), header_row: Some(1), ..SourceOptions::default() };
        let entries = read(&bytes, piece, options).unwrap();
        let filled: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(entries.len(), filled.len());
        for (index, (entry, expected)) in entries.iter().zip(filled).enumerate() {
            let Entry::Row(row) = entry else { return Err(TestCaseError::fail(format!("{entry:?}"))) };
            prop_assert_eq!(&row.cells, expected);
            prop_assert_eq!(row.number, index as u64 + 1);
            // The place in the file is right: from there on the row is read alike.
            let from = usize::try_from(row.byte_offset).unwrap();
            let lone_options = SourceOptions { header_row: Some(0), ..options };
            if !matches!(end, csv::Terminator::Any(b'\r')) {
                let Some(Entry::Row(same)) = read(&bytes[from..], 7, lone_options).unwrap().into_iter().next() else {
                    return Err(TestCaseError::fail("nothing at the offset"));
                };
                prop_assert_eq!(&same.cells, expected);
            }
        }
    }

    #[test]
    fn no_bytes_are_too_bad(bytes in vec(prop::sample::select(b"a1,;\t\"\"\n\r\0 \xFF\xFE\xE4\xB8\xAD\x81\x30".to_vec()), 0..200), piece in 1_usize..30, skip in 0_u64..8) {
        let limits = Limits { cell: 20, columns: 6, row: 60 };
        let options = SourceOptions { limits, ..SourceOptions::default() };
        let whole = read(&bytes, 1_000, options);
        prop_assert_eq!(&whole, &read(&bytes, piece, options), "the size of the pieces must not matter");
        let Some(entries) = whole else { return Ok(()) };
        for (index, entry) in entries.iter().enumerate() {
            prop_assert_eq!(entry.number(), index as u64 + 1);
            if let Entry::Row(row) = entry {
                let is_clean = row.cells.iter().all(|cell| !cell.contains(['\0', '\u{FFFD}']));
                prop_assert!(is_clean);
            }
        }
        let mut source = Source::open(Pieces(&bytes, piece), options).unwrap();
        source.skip_to(skip).unwrap();
        let rest: Vec<Entry> = source.map(Result::unwrap).collect();
        let from = usize::try_from(skip.saturating_sub(1)).unwrap().min(entries.len());
        prop_assert_eq!(&rest[..], &entries[from..]);
    }
}
