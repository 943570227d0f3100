//! Dates as people write them.

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat,
    format::{Item, StrftimeItems},
};

use super::error::shortened;
use crate::records::Text;

/// The formats that a column's dates may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateFormats(Vec<String>);

impl DateFormats {
    /// Formats in the notation of `strftime`; the first one that is none, otherwise.
    pub(super) fn new(formats: Vec<String>) -> Result<Self, String> {
        let is_wrong = |format: &String| {
            let mut items = StrftimeItems::new(format);
            format.is_empty() || items.any(|item| matches!(item, Item::Error))
        };
        match formats.iter().find(|format| is_wrong(format)) {
            Some(wrong) => Err(wrong.clone()),
            None => Ok(Self(formats)),
        }
    }

    /// Dates as ISO 8601 writes them.
    pub(super) fn iso() -> Self {
        Self(vec!["%Y-%m-%d".to_owned()])
    }

    /// The date or time in ISO 8601: `2017-01-31`, `2017-01-31T09:30:00`, with an offset where the format has one.
    pub(super) fn read(&self, text: &str) -> Result<String, Text> {
        let mut found: Option<String> = None;
        for date in self.0.iter().filter_map(|format| read_as(text, format)) {
            match found {
                Some(one) if one != date => {
                    return Err(Text::AmbiguousDate { value: shortened(text), one, other: date });
                }
                _ => found = Some(date),
            }
        }
        found.ok_or_else(|| Text::NotADate { value: shortened(text), formats: self.0.join(", ") })
    }

    /// The day; a time within it is left out.
    pub(super) fn read_day(&self, text: &str) -> Result<NaiveDate, Text> {
        let read = self.read(text)?;
        let problem = || Text::NotADate { value: shortened(text), formats: self.0.join(", ") };
        read.get(..10).and_then(|day| day.parse().ok()).ok_or_else(problem)
    }
}

fn read_as(text: &str, format: &str) -> Option<String> {
    // A year of two digits where four are meant would be one of the first century.
    let plausible = |date: NaiveDate| (1000..=9999).contains(&date.year());
    if let Ok(time) = DateTime::parse_from_str(text, format) {
        return plausible(time.date_naive()).then(|| time.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    }
    if let Ok(time) = NaiveDateTime::parse_from_str(text, format) {
        return plausible(time.date()).then(|| time.format("%Y-%m-%dT%H:%M:%S%.f").to_string());
    }
    let date = NaiveDate::parse_from_str(text, format).ok()?;
    plausible(date).then(|| date.to_string())
}
