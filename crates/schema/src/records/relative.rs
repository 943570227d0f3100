//! Relative dates of filters.

use async_graphql::{Context, Value};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use tundish_domain::{
    kernel::{decimal::SCALE_MAX, period},
    records::{FieldKind, FieldValue},
};

use super::context::request;

/// What relative dates and amounts in filters are counted from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Today {
    pub(crate) date: NaiveDate,
    pub(crate) fiscal_year_start: u32,
    pub(crate) zone: Tz,
    pub(crate) base_exponent: u8,
}

impl Today {
    /// For checking the form of a filter only.
    pub(crate) const fn unknown() -> Self {
        Self { date: NaiveDate::MIN, fiscal_year_start: 1, zone: Tz::UTC, base_exponent: SCALE_MAX }
    }

    /// Today in the company's zone.
    pub(crate) fn of(ctx: &Context<'_>) -> Self {
        let request = request(ctx);
        let now = request.database.now();
        request.actor().map_or_else(Self::unknown, |actor| {
            let directory = actor.directory();
            let zone = directory.time_zone();
            Self {
                date: now.with_timezone(&zone).date_naive(),
                fiscal_year_start: directory.fiscal_year_start(),
                zone,
                base_exponent: directory
                    .base_currency()
                    .map_or(2, tundish_domain::kernel::currency::Currency::exponent),
            }
        })
    }
}

/// The first value within a relative period and the first one behind it.
pub(crate) fn bounds(kind: FieldKind, value: &Value, today: &Today) -> Result<(FieldValue, FieldValue), String> {
    let Value::Object(object) = value else { return Err("within takes a relative period".to_owned()) };
    let mut count: Option<(&str, i64)> = None;
    let mut unit = None;
    for (key, value) in object {
        match (key.as_str(), value) {
            (_, Value::Null) => {}
            ("unit", Value::Enum(name)) => unit = period::Unit::parse(name.as_str()),
            ("unit", Value::String(name)) => unit = period::Unit::parse(name),
            (key, Value::Number(number)) if count.is_none() => count = number.as_i64().map(|number| (key, number)),
            _ => return Err("exactly one of last, next and current is given".to_owned()),
        }
    }
    let (Some((which, count)), Some(unit)) = (count, unit) else {
        return Err("a relative period has one of last, next and current, and a unit".to_owned());
    };
    let within = match which {
        "current" => (-1000..=1000).contains(&count),
        _ => (1..=1000).contains(&count),
    };
    if !within {
        return Err(format!("{which} is out of its range"));
    }
    if today.date == NaiveDate::MIN {
        return Ok((FieldValue::Date(today.date), FieldValue::Date(today.date)));
    }
    let relative = match which {
        "last" => period::RelativePeriod::Last(count),
        "next" => period::RelativePeriod::Next(count),
        _ => period::RelativePeriod::Current(count),
    };
    let found =
        relative.resolve(unit, today.date, today.fiscal_year_start).ok_or("the period lies outside of the calendar")?;
    let behind = found.to + TimeDelta::days(1);
    Ok(match kind {
        FieldKind::DateTime => (
            FieldValue::DateTime(start_of_day(found.from, today.zone)),
            FieldValue::DateTime(start_of_day(behind, today.zone)),
        ),
        _ => (FieldValue::Date(found.from), FieldValue::Date(behind)),
    })
}

/// The first instant of a day.
pub(crate) fn start_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    period::start_of_day(date, zone)
}
