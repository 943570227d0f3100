//! The cases that matter, one by one.

use super::{
    Delimiter, Encoding, Entry, Evidence, Limits, RefusedRow, Row, RowProblem, Source, SourceError, SourceOptions,
};

fn open(bytes: &[u8]) -> Source<&[u8]> {
    Source::open(bytes, SourceOptions::default()).unwrap()
}

fn with(options: SourceOptions, bytes: &[u8]) -> Source<&[u8]> {
    Source::open(bytes, options).unwrap()
}

fn split(source: Source<&[u8]>) -> (Vec<Row>, Vec<RefusedRow>) {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    for entry in source {
        match entry.unwrap() {
            Entry::Row(row) => rows.push(row),
            Entry::Refused(row) => refused.push(row),
        }
    }
    (rows, refused)
}

fn cells(source: Source<&[u8]>) -> Vec<Vec<String>> {
    let (rows, refused) = split(source);
    assert_eq!(refused, []);
    rows.into_iter().map(|row| row.cells).collect()
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn encodings_are_found() {
    let chinese = "名称,城市\n甲公司,北京\n";
    let western = encoding_rs::WINDOWS_1252.encode("name,city\nMüller,Köln\nSituação,São Paulo\n").0.into_owned();
    let big5 = encoding_rs::BIG5.encode("名稱,城市\n臺灣電腦公司,臺北市中正區\n國際貿易,高雄市\n").0.into_owned();
    let marked = |mark: &[u8], text: Vec<u8>| [mark.to_vec(), text].concat();
    let be = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (bytes, encoding, evidence) in [
        (b"a,b\n1,2\n".to_vec(), Encoding::UTF_8, Evidence::Open),
        (chinese.as_bytes().to_vec(), Encoding::UTF_8, Evidence::Valid),
        (marked(b"\xEF\xBB\xBF", chinese.as_bytes().to_vec()), Encoding::UTF_8, Evidence::Mark),
        (marked(b"\xFF\xFE", utf16(chinese)), Encoding::UTF_16LE, Evidence::Mark),
        (marked(b"\xFE\xFF", be(chinese)), Encoding::UTF_16BE, Evidence::Mark),
        (utf16(chinese), Encoding::UTF_16LE, Evidence::Guessed),
        (be("name,city\nx,y\n"), Encoding::UTF_16BE, Evidence::Guessed),
        (gbk(chinese), Encoding::GB18030, Evidence::Guessed),
        (gbk("name,city\n镕公司,a\n"), Encoding::GB18030, Evidence::Guessed),
        (big5, Encoding::BIG5, Evidence::Guessed),
        (western, Encoding::WINDOWS_1252, Evidence::Guessed),
    ] {
        let source = open(&bytes);
        assert_eq!((source.encoding(), source.evidence()), (encoding, evidence), "{bytes:?}");
        let column = source.columns()[0].clone();
        assert!(["a", "名称", "名稱", "name"].contains(&&*column), "{column}");
    }
}

#[test]
fn the_first_text_beyond_ascii_decides() {
    let mut bytes = b"name,city\n".to_vec();
    bytes.extend(b"abc,def\n".repeat(20_000));
    let ascii = bytes.len();
    bytes.extend(gbk("甲公司,北京\n"));
    let source = open(&bytes);
    assert_eq!(source.evidence(), Evidence::Open);
    assert_eq!(source.last().unwrap().unwrap().byte_offset(), ascii as u64);
    let mut source = open(&bytes);
    assert!(source.skip_to(20_001).unwrap());
    assert_eq!(cells(source), [["甲公司", "北京"]]);
}

#[test]
fn what_does_not_decode_is_refused_and_shown() {
    let (rows, refused) = split(open("名称,城市\n甲,北京\n乙,\u{FFFD}京\n".as_bytes()));
    assert_eq!(rows.len(), 1);
    assert_eq!(refused[0].reason, RowProblem::Lost { column: "城市".into() });
    // UTF-8 with one damaged row stays UTF-8: the others are not read as something else.
    let mut bytes = "名称,城市\n甲公司一二三四五六七八九十,北京\n".as_bytes().to_vec();
    bytes.extend(b"x\xE9,y\n\0z,2\n");
    let (rows, refused) = split(open(&bytes));
    assert_eq!(rows.len(), 1);
    assert_eq!(refused[0].reason, RowProblem::Undecodable { column: "名称".into(), encoding: Encoding::UTF_8 });
    assert_eq!((refused[0].number, refused[0].line, &*refused[0].cells[0]), (2, 3, "x\\xE9"));
    assert_eq!(refused[1].reason, RowProblem::Nul { column: "名称".into() });
    assert_eq!(refused[1].cells[0], "\\x00z");
    // Half a character of UTF-16.
    let bytes = [b"\xFF\xFE".to_vec(), utf16("a,b\n1,"), vec![0x00, 0xD8], utf16("\n3,4\n")].concat();
    let (rows, refused) = split(open(&bytes));
    assert_eq!((rows[0].cells.clone(), refused[0].reason.code()), (vec!["3".into(), "4".into()], "UNDECODABLE"));
    assert_eq!(rows[0].byte_offset, 2 + 8 + 4 + 2 + 2);
}

#[test]
fn an_encoding_can_be_asked_for() {
    let options = |label: &str| SourceOptions { encoding: label.parse().ok(), ..SourceOptions::default() };
    assert_eq!(cells(with(options("gb2312"), &gbk("a\n镕\n"))), [["镕"]]);
    assert_eq!(cells(with(options("shift_jis"), b"a,b\n\x83\x5C,\x95\x5C\n")), [["ソ", "表"]]);
    let contradicted = Source::open(&b"\xEF\xBB\xBFa\n"[..], options("gbk"));
    assert!(matches!(contradicted, Err(SourceError::EncodingContradicted { .. })));
    for label in ["replacement", "iso-2022-jp", "x-user-defined", "klingon"] {
        assert_eq!(label.parse::<Encoding>(), Err(()), "{label}");
    }
}

#[test]
fn delimiters_are_found_and_can_be_asked_for() {
    for (text, delimiter) in [
        ("a,b\n1,2\n", Delimiter::Comma),
        ("a;b\n1,5;2,5\n3,5;4,5\n", Delimiter::Semicolon),
        ("a\tb\n1,2\t3\n", Delimiter::Tab),
        ("a|b\n1|2\n", Delimiter::Pipe),
        ("name\nAcme, Inc.\nGlobex\nInitech\n", Delimiter::Comma),
        ("a,b\n\"x;y;z\",2\n\"p;q;r\",3\n", Delimiter::Comma),
        ("sep=;\na,b;c\n1,1;2\n", Delimiter::Semicolon),
    ] {
        assert_eq!(open(text.as_bytes()).delimiter(), delimiter, "{text}");
    }
    let options = SourceOptions { delimiter: Some(Delimiter::Pipe), ..SourceOptions::default() };
    assert_eq!(cells(with(options, b"a,b|c\n1,2|3\n")), [["1,2", "3"]]);
    // The second byte of a Chinese character can be that of the pipe.
    let bytes = gbk("名称|城市\n歕殀|北京\n甲公司|上海\n");
    assert!(bytes.windows(2).any(|pair| pair[0] >= 0x81 && pair[1] == b'|'));
    let options = SourceOptions { encoding: Some(Encoding::GB18030), ..SourceOptions::default() };
    assert_eq!(cells(with(options, &bytes)), [["歕殀", "北京"], ["甲公司", "上海"]]);
}

#[test]
fn headers_are_named() {
    let source = open(b"name,name,,\"two\nlines\", name (2) ,name\n1,2,3,4,5,6\n");
    assert_eq!(source.columns(), ["name", "name (3)", "column 3", "two lines", "name (2)", "name (4)"]);
    let options = SourceOptions { header_row: Some(0), ..SourceOptions::default() };
    let mut source = with(options, b"1,2\n3,4,5\n");
    assert_eq!(source.columns(), ["column 1", "column 2"]);
    assert_eq!(source.progress(), super::Progress { rows: 0, bytes: 0 });
    assert_eq!(source.next().unwrap().unwrap().number(), 1);
    assert_eq!(source.next().unwrap().unwrap().number(), 2);
}

#[test]
fn titles_before_the_header_are_passed_over() {
    let text = "Report \"of\" March\n\n\"account: 1\n\ndate,amount,note\n1,2,3\n";
    let options = SourceOptions { header_row: Some(5), ..SourceOptions::default() };
    assert_eq!(with(options, text.as_bytes()).columns(), ["date", "amount", "note"]);
    let source = open(b"Report\n\ndate,amount,note\n1,2,3\n4,5,6\n");
    assert_eq!((source.header_line(), source.columns().len()), (3, 3));
    let (rows, _) = split(source);
    assert_eq!((rows[0].number, rows[0].line), (1, 4));
    for line in [2, 4, 40] {
        let options = SourceOptions { header_row: Some(line), ..SourceOptions::default() };
        assert!(matches!(Source::open(text.as_bytes(), options), Err(SourceError::NoHeader { .. })), "{line}");
    }
}

#[test]
fn line_ends_of_all_kinds() {
    for text in ["a,b\n1,\"x\ny\"\n3,4", "a,b\r\n1,\"x\ny\"\r\n3,4\r\n", "a,b\r1,\"x\ny\"\r3,4\r"] {
        let found = cells(open(text.as_bytes()));
        assert_eq!(found.len(), 2, "{text:?}");
        assert_eq!(found[0][1].replace('\r', "\n"), "x\ny");
    }
    // A return inside a line of a file with line feeds is text.
    assert_eq!(cells(open(b"a,b\n1\r1,2\n")), [["1\r1", "2"]]);
}

#[test]
fn blanks_and_excel_idioms_are_trimmed() {
    let text = "a,b,c,d,e\n \u{3000}甲\u{3000},\"x\t\"\t, \"p,q\" ,=\"0012\",\u{FEFF}y\u{A0}\n";
    assert_eq!(cells(open(text.as_bytes())), [["甲", "x", "p,q", "0012", "y"]]);
}

#[test]
fn ragged_rows() {
    let (rows, refused) = split(open(b"a,b,c\n1\n1,2,3,,\n1,2,3,,x\n,,\n\n5,6,7\n"));
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 4]);
    assert_eq!(rows[0].cells, ["1", "", ""]);
    assert_eq!(rows[1].cells, ["1", "2", "3"]);
    assert_eq!((refused[0].number, &refused[0].reason), (3, &RowProblem::TooManyCells { expected: 3, found: 5 }));
    assert_eq!(rows[2].line, 7);
}

#[test]
fn a_broken_quote_costs_one_row_where_that_is_sure() {
    // The quote swallowed whole rows: only its own is refused.
    let (rows, refused) = split(open(b"a,b,c\n1,\"open,3\n4,5,6\n7,8,9\n"));
    assert_eq!((rows.len(), refused.len()), (2, 1));
    assert_eq!((refused[0].line, refused[0].reason.code()), (2, "OPEN_QUOTE"));
    let (rows, refused) = split(open(b"a,b,c\n1,\"open,3\n4,5,6\n7,\"8\",9\n10,11,12\n"));
    assert_eq!((rows.len(), refused.len()), (3, 1));
    assert_eq!(refused[0].reason, RowProblem::TextAfterQuote);
    // The cell really has several lines: none of them is taken for a row.
    let (rows, refused) = split(open(b"a,b\n1,\"Dear Bob,\nhow are you, he\nsaid \"no\" today\"\n2,x\n"));
    assert_eq!((rows.len(), refused.len()), (1, 1));
    assert_eq!(rows[0].cells, ["2", "x"]);
    assert_eq!((rows[0].number, rows[0].line), (2, 5));
}

#[test]
fn lengths_are_bounded() {
    let limits = Limits { cell: 10, columns: 3, row: 100 };
    let options = SourceOptions { limits, ..SourceOptions::default() };
    let long = "x".repeat(200_000);
    let text = format!("a,b\n1,12345678901\n2,\"{long}\n{long}\"\n3,\"{long}\",\"y\nz\"\n4,5\n");
    let (rows, refused) = split(with(options, text.as_bytes()));
    assert_eq!(refused[0].reason, RowProblem::CellTooLong { column: "b".into(), most: 10 });
    assert_eq!(refused[1].reason, RowProblem::RowTooLong { most: 100 });
    assert_eq!(refused[2].reason.code(), "ROW_TOO_LONG");
    assert!(refused[1].cells[0].len() < 5_000);
    assert_eq!((rows[0].number, rows[0].line, rows[0].cells.clone()), (4, 7, vec!["4".into(), "5".into()]));
    let wide = Source::open(&b"a,b,c,d\n"[..], options);
    assert!(matches!(wide, Err(SourceError::TooManyColumns { found: 4, most: 3 })));
    let (_, refused) = split(with(options, b"a,b\n1,2,,,,,,,,,,x\n"));
    assert_eq!(refused[0].reason, RowProblem::TooManyCells { expected: 2, found: 12 });
}

#[test]
fn what_is_no_table_is_refused() {
    let empty = |bytes: &'static [u8]| matches!(Source::open(bytes, SourceOptions::default()), Err(SourceError::Empty));
    assert!(empty(b"") && empty(b"\n \r\n"));
    for bytes in [
        &b"PK\x03\x04..."[..],
        b"%PDF-1.4",
        b"<html><table>",
        b"<?xml version=",
        b"[{\"a\": 1}]",
        b"\x1F\x8B\x08",
        b"BEGIN:VCARD\n",
    ] {
        assert!(matches!(Source::open(bytes, SourceOptions::default()), Err(SourceError::Format(_))), "{bytes:?}");
    }
    assert!(matches!(
        Source::open(&b"a,\xFF\xFF\n1,2\n"[..], SourceOptions::default()),
        Err(SourceError::Header { .. })
    ));
}

#[test]
fn a_preview_shows_columns_with_samples() {
    let preview = open(b"city;n\nParis;1\nParis;2\n;3\nRome;4;5\nOslo;6\n").preview(4).unwrap();
    assert_eq!((preview.delimiter, preview.header_line, preview.encoding), (Delimiter::Semicolon, 1, Encoding::UTF_8));
    assert_eq!(preview.columns[0].samples, ["Paris"]);
    assert_eq!(preview.columns[1].samples, ["1", "2", "3"]);
    assert_eq!((preview.rows.len(), preview.refused.len()), (3, 1));
}

#[test]
fn reading_ends_after_an_error_of_the_stream() {
    struct Failing(bool);
    impl std::io::Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(std::io::Error::other("gone"));
            }
            buffer.fill(b'x');
            buffer[1] = b'\n';
            Ok(buffer.len())
        }
    }
    let mut source = Source::open(Failing(false), SourceOptions::default()).unwrap();
    assert!(matches!(source.next(), Some(Err(SourceError::Io(_)))));
    assert!(source.next().is_none());
}
