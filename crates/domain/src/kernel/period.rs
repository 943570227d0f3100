//! Days in the company's zone, periods of days, and the fiscal year.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

use crate::records::kind::named_enum;

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// A period that ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends before it begins")]
pub struct Reversed;

impl Period {
    /// The days from `from` to `to`, both included. Error: [`Reversed`].
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, Reversed> {
        if from <= to { Ok(Self { from, to }) } else { Err(Reversed) }
    }

    /// How many days.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Whether the day is one of them.
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }

    /// The first days of the fiscal quarters that make up the period, in order; `None` unless it is whole quarters. Targets
    /// are for whole quarters only.
    pub fn quarters(self, fiscal_year_start: u32) -> Option<Vec<NaiveDate>> {
        let mut starts = Vec::new();
        let mut next = self.from;
        while next <= self.to {
            let found = quarter(next, fiscal_year_start)?;
            // Longer periods are no periods of targets.
            if found.from != next || found.to > self.to || starts.len() >= QUARTERS_MAX {
                return None;
            }
            starts.push(next);
            next = found.to.succ_opt()?;
        }
        (!starts.is_empty()).then_some(starts)
    }
}

/// A thousand years.
const QUARTERS_MAX: usize = 4000;

/// The fiscal quarter that holds a day; the fiscal year begins on the first of the month `fiscal_year_start`, 1 (January)
/// to 12. Its first day is what targets are stored under. `None` at the ends of the calendar.
pub fn quarter(date: NaiveDate, fiscal_year_start: u32) -> Option<Period> {
    months_of(date, months_into(date, fiscal_year_start) % 3, 3)
}

/// The fiscal year that holds a day. `None` at the ends of the calendar.
pub fn fiscal_year(date: NaiveDate, fiscal_year_start: u32) -> Option<Period> {
    months_of(date, months_into(date, fiscal_year_start), 12)
}

/// The week from Monday to Sunday (ISO 8601) that holds a day. `None` at the ends of the calendar.
pub fn week(date: NaiveDate) -> Option<Period> {
    let from = date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into()))?;
    Some(Period { from, to: from.checked_add_days(Days::new(6))? })
}

/// The month of the calendar that holds a day. `None` at the ends of the calendar.
pub fn month(date: NaiveDate) -> Option<Period> {
    months_of(date, 0, 1)
}

/// How many months of the fiscal year lie before that of the day: 0 to 11.
fn months_into(date: NaiveDate, fiscal_year_start: u32) -> u32 {
    (date.month() + 11 - fiscal_year_start.saturating_sub(1) % 12) % 12
}

/// So many months, beginning so many months before that of the day.
fn months_of(date: NaiveDate, before: u32, length: u32) -> Option<Period> {
    let from = date.with_day(1)?.checked_sub_months(Months::new(before))?;
    Some(Period { from, to: from.checked_add_months(Months::new(length))?.pred_opt()? })
}

named_enum! {
    /// A unit of periods.
    Unit {
        /// A day.
        Day = "DAY",
        /// A week from Monday to Sunday.
        Week = "WEEK",
        /// A calendar month.
        Month = "MONTH",
        /// A quarter of the fiscal year.
        Quarter = "QUARTER",
        /// A fiscal year.
        Year = "YEAR",
    }
}

impl Unit {
    /// The unit that holds a day. `None` at the ends of the calendar.
    pub fn holding(self, date: NaiveDate, fiscal_year_start: u32) -> Option<Period> {
        match self {
            Self::Day => Some(Period { from: date, to: date }),
            Self::Week => week(date),
            Self::Month => month(date),
            Self::Quarter => quarter(date, fiscal_year_start),
            Self::Year => fiscal_year(date, fiscal_year_start),
        }
    }

    /// The day so many units later, or earlier where `count` is negative.
    fn shift(self, date: NaiveDate, count: i64) -> Option<NaiveDate> {
        let shifted = |each: i64| count.checked_mul(each);
        match self {
            Self::Day => date.checked_add_signed(TimeDelta::try_days(count)?),
            Self::Week => date.checked_add_signed(TimeDelta::try_days(shifted(7)?)?),
            Self::Month => shift_months(date, count),
            Self::Quarter => shift_months(date, shifted(3)?),
            Self::Year => shift_months(date, shifted(12)?),
        }
    }
}

fn shift_months(date: NaiveDate, count: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
    if count < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) }
}

/// A period relative to a day, in some unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelativePeriod {
    /// So many units that end with the one of the day, which is included: the last 7 days are today and the
    /// 6 days before, the last 2 months all of last month and all of this one.
    Last(i64),
    /// So many units that begin with the one of the day, which is included: the next 7 days are today and the 6 days after.
    Next(i64),
    /// The unit so many units from that of the day: 0 is its own, -1 the one before.
    Current(i64),
}

impl RelativePeriod {
    /// The days meant, seen from a day. `None` of no units, and where the days lie outside of the calendar.
    pub fn resolve(self, unit: Unit, today: NaiveDate, fiscal_year_start: u32) -> Option<Period> {
        let (first, last) = match self {
            Self::Last(count) => (1_i64.checked_sub(count)?, 0),
            Self::Next(count) => (0, count.checked_sub(1)?),
            Self::Current(offset) => (offset, offset),
        };
        let start = unit.holding(today, fiscal_year_start)?.from;
        let from = unit.shift(start, first)?;
        let to = unit.shift(start, last.checked_add(1)?)?.pred_opt()?;
        Period::new(from, to).ok()
    }
}

/// The first instant of a day in a zone. Where midnight is skipped (the clocks are put forward then), it is the first
/// instant after the gap; where it comes twice, the earlier one. A day that a zone skipped as a whole (Samoa, 2011-12-30)
/// starts where the next one does.
pub fn start_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&midnight)
        .earliest()
        .or_else(|| GapInfo::new(&midnight, &zone)?.end)
        .map_or_else(|| midnight.and_utc(), |instant| instant.to_utc())
}

/// The last millisecond of a day in a zone: "as of day d" means this instant.
pub fn end_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let behind = after_day(date, zone);
    behind.checked_sub_signed(TimeDelta::milliseconds(1)).unwrap_or(behind)
}

/// The day on which an instant lies in a zone.
pub fn date_of(instant: DateTime<Utc>, zone: Tz) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// The first instant behind a day.
fn after_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    date.succ_opt().map_or(DateTime::<Utc>::MAX_UTC, |next| start_of_day(next, zone))
}

#[cfg(test)]
mod tests;
