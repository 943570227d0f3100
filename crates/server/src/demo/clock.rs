//! A clock that walks through the past: each look at it is a little later than the one before.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use tundish_application::store::Clock;

/// How much time passes from one look to the next, in milliseconds.
const STEP: i64 = 700;

/// The clock of a company's past.
#[derive(Clone)]
pub struct Walk(Arc<AtomicI64>);

impl Walk {
    /// Begins in the morning of a day.
    pub(super) fn from(day: NaiveDate) -> Self {
        Self(Arc::new(AtomicI64::new(morning(day).timestamp_millis())))
    }

    /// The clock for the database.
    pub fn clock(&self) -> Clock {
        let millis = Arc::clone(&self.0);
        Clock::new(move || {
            DateTime::from_timestamp_millis(millis.fetch_add(STEP, Ordering::Relaxed)).unwrap_or_default()
        })
    }

    /// Goes on to the morning of a day. Time never goes back.
    pub(super) fn to(&self, day: NaiveDate) {
        self.0.fetch_max(morning(day).timestamp_millis(), Ordering::Relaxed);
    }
}

/// The day on which it is in the company's zone. China is eight hours ahead, without summer time.
pub(super) fn day_of(now: DateTime<Utc>) -> NaiveDate {
    (now + AHEAD).date_naive()
}

/// Nine o'clock in the company's zone.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(9) - AHEAD
}

const AHEAD: TimeDelta = TimeDelta::hours(8);
