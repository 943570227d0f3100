//! Every file of the folder `messy-import` is read as expected or refused with a reason.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::{Path, PathBuf},
};

use super::{Encoding, Entry, Evidence, Source, SourceError, SourceOptions, test_data};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

fn expected() -> BTreeMap<&'static str, Vec<&'static str>> {
    let lines = include_str!("messy_expected.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(file, rest)| (file, rest.split('\t').collect())).collect()
}

/// Greek cannot be told from Chinese by its bytes: the file needs its encoding said.
const GREEK: &str = "frictionless/table-infer-iso-8859-7.csv";

fn options(file: &str) -> SourceOptions {
    let encoding = if file == GREEK { "iso-8859-7".parse::<Encoding>().ok() } else { None };
    SourceOptions { encoding, ..SourceOptions::default() }
}

#[test]
fn every_table_has_the_rows_that_another_program_counts() {
    let Some(folder) = test_data::folder("messy-import") else { return };
    let mut expected = expected();
    for path in files(&folder) {
        if !path.extension().is_some_and(|extension| extension == "csv" || extension == "tsv") {
            continue;
        }
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
        let found = match Source::open(File::open(&path).unwrap(), options(name)) {
            Err(SourceError::Empty) => vec!["EMPTY".to_owned()],
            Err(error) => panic!("{name}: {error}"),
            Ok(mut source) => {
                let (mut rows, mut refused, columns) = (0, 0, source.columns().len());
                for entry in source.by_ref() {
                    match entry.unwrap() {
                        Entry::Row(row) => {
                            assert_eq!(row.cells.len(), columns, "{name}");
                            assert!(row.cells.iter().all(|cell| !cell.contains(['\u{FFFD}', '\0'])), "{name}");
                            rows += 1;
                        }
                        Entry::Refused(row) => {
                            assert!(!row.reason.to_string().is_empty());
                            refused += 1;
                        }
                    }
                }
                assert_eq!(source.progress().bytes, fs::metadata(&path).unwrap().len(), "{name}");
                let line = source.header_line();
                let (encoding, delimiter) = (source.encoding().to_string(), source.delimiter().name().to_owned());
                vec![encoding, delimiter, line.to_string(), columns.to_string(), rows.to_string(), refused.to_string()]
            }
        };
        assert_eq!(expected.remove(name).unwrap_or_default(), found, "{name}");
    }
    assert!(expected.is_empty(), "not found: {expected:?}");
}

#[test]
fn every_other_file_is_refused_with_its_format() {
    let Some(folder) = test_data::folder("messy-import") else { return };
    let mut refused = 0;
    for path in files(&folder) {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        // One of the workbooks is a note instead, of one line of text.
        if matches!(extension, "csv" | "tsv") || path.ends_with("too_small.xls") {
            continue;
        }
        let Err(SourceError::Format(format)) =
            Source::open(File::open(&path).unwrap(), SourceOptions::default()).map(|_| ())
        else {
            panic!("{} was not refused", path.display());
        };
        let word = match extension {
            "json" => "JSON",
            "vcf" => "vCard",
            _ => "workbook",
        };
        assert!(format.english.contains(word), "{}: {format}", path.display());
        refused += 1;
    }
    assert_eq!(refused, 169);
}

/// Cell by cell like the crate csv, which works quite differently, where the file has no broken quotes, no damaged text and no
/// blanks before its quotes.
#[test]
fn every_cell_is_what_another_reader_finds() {
    let Some(folder) = test_data::folder("messy-import") else { return };
    let mut compared = 0;
    for (name, fields) in expected() {
        let [encoding, delimiter, line, _, rows, "0"] = fields[..] else { continue };
        let bytes = fs::read(folder.join(name)).unwrap();
        let (text, _, damaged) = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap().decode(&bytes);
        if damaged || text.contains(", \"") || text.contains("\t,") {
            continue;
        }
        let end = if text.contains('\n') { '\n' } else { '\r' };
        let before: usize = text.split_inclusive(end).take(line.parse::<usize>().unwrap() - 1).map(str::len).sum();
        let table = text.get(if line == "1" { 0 } else { before }..).unwrap();
        let delimiter = delimiter.parse::<super::Delimiter>().unwrap().byte();
        // It goes over blank rows only where they have no cells at all.
        let mut other = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(table.as_bytes());
        let trimmed = |record: csv::StringRecord| record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        let mut others = other
            .records()
            .map(|record| trimmed(record.unwrap()))
            .filter(|cells| cells.iter().any(|cell| !cell.is_empty()));
        let width = others.next().map_or(0, |header| header.len());
        let source = Source::open(File::open(folder.join(name)).unwrap(), options(name)).unwrap();
        let mut count = 0;
        for (entry, mut other) in source.zip(others) {
            let Entry::Row(row) = entry.unwrap() else { panic!("{name}") };
            other.resize(width, String::new());
            assert_eq!(row.cells, other, "{name}, row {}", row.number);
            count += 1;
        }
        assert_eq!(count.to_string(), rows, "{name}");
        compared += 1;
    }
    assert!(compared > 180, "{compared}");
}

#[test]
fn skipping_gives_the_same_rows_as_reading() {
    let Some(folder) = test_data::folder("messy-import") else { return };
    for name in expected().into_keys() {
        let open = || Source::open(File::open(folder.join(name)).unwrap(), options(name));
        let Ok(source) = open() else { continue };
        let all: Vec<Entry> = source.map(Result::unwrap).collect();
        for number in [1, 2, all.len() / 2, all.len(), all.len() + 1] {
            let mut source = open().unwrap();
            source.skip_to(number as u64).unwrap();
            let rest: Vec<Entry> = source.map(Result::unwrap).collect();
            assert_eq!(rest, all[number.saturating_sub(1).min(all.len())..], "{name}");
        }
    }
}

#[test]
fn a_guess_is_called_a_guess() {
    let Some(folder) = test_data::folder("messy-import") else { return };
    let evidence =
        |name: &str| Source::open(File::open(folder.join(name)).unwrap(), SourceOptions::default()).unwrap().evidence();
    assert_eq!(evidence("chinese_exports/baostock_stock_list_gbk.csv"), Evidence::Guessed);
    assert_eq!(evidence("chinese_exports/taiwan_big5_characters.csv"), Evidence::Guessed);
    assert_eq!(evidence(GREEK), Evidence::Guessed);
    assert_eq!(evidence("csvkit/test_utf16_big.csv"), Evidence::Mark);
    assert_eq!(evidence("csvkit/test_utf8.csv"), Evidence::Valid);
}
