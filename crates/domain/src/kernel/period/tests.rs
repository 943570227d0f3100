use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn includes_both_ends() {
    let january = days("2026-01-01", "2026-01-31");
    assert_eq!(january.days(), 31);
    assert!(january.contains(day("2026-01-01")) && january.contains(day("2026-01-31")));
    assert!(!january.contains(day("2025-12-31")) && !january.contains(day("2026-02-01")));
    assert_eq!(Period::new(day("2026-01-02"), day("2026-01-01")), Err(Reversed));
    assert_eq!(days("2026-01-01", "2026-01-01").days(), 1);
}

#[test]
fn knows_the_quarters_of_the_fiscal_year() {
    let quarter = |start, date| quarter(day(date), start);
    assert_eq!(quarter(1, "2026-02-28"), Some(days("2026-01-01", "2026-03-31")));
    assert_eq!(quarter(1, "2026-12-31"), Some(days("2026-10-01", "2026-12-31")));
    assert_eq!(quarter(4, "2026-03-31"), Some(days("2026-01-01", "2026-03-31")));
    assert_eq!(quarter(4, "2026-04-01"), Some(days("2026-04-01", "2026-06-30")));
    // From November: Nov-Jan, Feb-Apr, May-Jul, Aug-Oct.
    assert_eq!(quarter(11, "2026-01-15"), Some(days("2025-11-01", "2026-01-31")));
    assert_eq!(quarter(11, "2024-02-29"), Some(days("2024-02-01", "2024-04-30")));
    assert_eq!(fiscal_year(day("2026-03-31"), 4), Some(days("2025-04-01", "2026-03-31")));
    assert_eq!(fiscal_year(day("2026-03-31"), 1), Some(days("2026-01-01", "2026-12-31")));
}

#[test]
fn counts_whole_quarters_only() {
    let quarters = |from, to, start| days(from, to).quarters(start);
    assert_eq!(quarters("2026-01-01", "2026-03-31", 1), Some(vec![day("2026-01-01")]));
    let year = ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"].map(day);
    assert_eq!(quarters("2026-01-01", "2026-12-31", 1), Some(year.to_vec()));
    assert_eq!(quarters("2025-11-01", "2026-04-30", 2), Some(vec![day("2025-11-01"), day("2026-02-01")]));
    assert_eq!(quarters("2026-01-01", "2026-03-30", 1), None);
    assert_eq!(quarters("2026-01-02", "2026-03-31", 1), None);
    assert_eq!(quarters("2026-01-01", "2026-04-01", 1), None);
    assert_eq!(quarters("2026-01-01", "2026-03-31", 2), None);
    assert_eq!(Period { from: day("2026-04-01"), to: day("2026-03-31") }.quarters(1), None);
}

#[test]
fn resolves_relative_periods() {
    // A Tuesday; the fiscal year begins in April, so that October to December is its third quarter.
    let resolved = |relative: RelativePeriod, unit| relative.resolve(unit, day("2026-11-24"), 4);
    let last = |count, unit| resolved(RelativePeriod::Last(count), unit);
    let next = |count, unit| resolved(RelativePeriod::Next(count), unit);
    let current = |offset, unit| resolved(RelativePeriod::Current(offset), unit);
    assert_eq!(last(7, Unit::Day), Some(days("2026-11-18", "2026-11-24")));
    assert_eq!(last(1, Unit::Day), current(0, Unit::Day));
    assert_eq!(next(7, Unit::Day), Some(days("2026-11-24", "2026-11-30")));
    assert_eq!(current(0, Unit::Week), Some(days("2026-11-23", "2026-11-29")));
    assert_eq!(current(1, Unit::Week), Some(days("2026-11-30", "2026-12-06")));
    assert_eq!(last(2, Unit::Week), Some(days("2026-11-16", "2026-11-29")));
    assert_eq!(next(2, Unit::Week), Some(days("2026-11-23", "2026-12-06")));
    assert_eq!(last(10, Unit::Month), Some(days("2026-02-01", "2026-11-30")));
    assert_eq!(next(4, Unit::Month), Some(days("2026-11-01", "2027-02-28")));
    assert_eq!(current(0, Unit::Quarter), Some(days("2026-10-01", "2026-12-31")));
    assert_eq!(last(3, Unit::Quarter), Some(days("2026-04-01", "2026-12-31")));
    assert_eq!(current(-1, Unit::Year), Some(days("2025-04-01", "2026-03-31")));
    assert_eq!(last(2, Unit::Year), Some(days("2025-04-01", "2027-03-31")));
}

#[test]
fn has_no_period_of_no_units_or_outside_of_the_calendar() {
    for unit in Unit::ALL {
        for relative in
            [RelativePeriod::Last(0), RelativePeriod::Next(0), RelativePeriod::Last(-3), RelativePeriod::Next(-3)]
        {
            assert_eq!(relative.resolve(*unit, day("2026-11-24"), 1), None, "{relative:?} {unit}");
        }
        for count in [i64::MIN, i64::MAX, 1 << 40] {
            for relative in [RelativePeriod::Last(count), RelativePeriod::Next(count), RelativePeriod::Current(count)] {
                assert_eq!(relative.resolve(*unit, day("2026-11-24"), 1), None, "{relative:?} {unit}");
            }
        }
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            let _ = unit.holding(date, 7);
        }
    }
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        for zone in [Tz::UTC, Tz::Asia__Shanghai, Tz::America__New_York] {
            let _ = (start_of_day(date, zone), end_of_day(date, zone));
        }
    }
}

#[test]
fn starts_days_where_clocks_change() {
    let start = |date, zone| start_of_day(day(date), zone);
    assert_eq!(start("2026-11-24", Tz::Asia__Shanghai), instant("2026-11-23T16:00:00Z"));
    assert_eq!(start("2026-11-24", Tz::UTC), instant("2026-11-24T00:00:00Z"));
    // São Paulo went from 00:00 to 01:00 (−3 to −2) on 2018-11-04: the day began at 01:00 = 03:00 UTC.
    assert_eq!(start("2018-11-04", Tz::America__Sao_Paulo), instant("2018-11-04T03:00:00Z"));
    assert_eq!(end_of_day(day("2018-11-03"), Tz::America__Sao_Paulo), instant("2018-11-04T02:59:59.999Z"));
    // Beirut's clocks went from 00:00 (+2) to 01:00 (+3).
    assert_eq!(start("2023-03-26", Tz::Asia__Beirut), instant("2023-03-25T22:00:00Z"));
    // Havana goes back from 01:00 (−4) to 00:00 (−5): midnight comes twice, the first is 04:00 UTC.
    assert_eq!(start("2025-11-02", Tz::America__Havana), instant("2025-11-02T04:00:00Z"));
    // New York's day of 25 hours.
    let new_york = |date| start(date, Tz::America__New_York);
    assert_eq!((new_york("2026-11-02") - new_york("2026-11-01")).num_hours(), 25);
    // Samoa skipped 2011-12-30.
    assert_eq!(start("2011-12-30", Tz::Pacific__Apia), start("2011-12-31", Tz::Pacific__Apia));
    assert_eq!(start("2011-12-31", Tz::Pacific__Apia), instant("2011-12-30T10:00:00Z"));
}

#[test]
fn says_on_which_day_an_instant_lies() {
    assert_eq!(date_of(instant("2026-11-23T15:59:59.999Z"), Tz::Asia__Shanghai), day("2026-11-23"));
    assert_eq!(date_of(instant("2026-11-23T16:00:00Z"), Tz::Asia__Shanghai), day("2026-11-24"));
    assert_eq!(end_of_day(day("2026-11-23"), Tz::Asia__Shanghai), instant("2026-11-23T15:59:59.999Z"));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..45_000).prop_map(|offset| day("1970-01-01") + Days::new(offset))
}

proptest! {
    #[test]
    fn a_day_lies_in_its_own_units(date in any_day(), start in 1_u32..=12) {
        for unit in Unit::ALL {
            prop_assert!(unit.holding(date, start).unwrap().contains(date));
        }
        let (quarter, year) = (quarter(date, start).unwrap(), fiscal_year(date, start).unwrap());
        prop_assert!(year.contains(quarter.from) && year.contains(quarter.to));
        prop_assert_eq!(quarter.quarters(start), Some(vec![quarter.from]));
        let quarters = year.quarters(start).unwrap();
        prop_assert_eq!(quarters.len(), 4);
        prop_assert!(quarters.contains(&quarter.from));
    }

    #[test]
    fn last_and_next_meet_in_the_current_unit(
        date in any_day(), count in 1_i64..50, unit in prop::sample::select(Unit::ALL), start in 1_u32..=12,
    ) {
        let resolve = |relative: RelativePeriod| relative.resolve(unit, date, start).unwrap();
        let current = resolve(RelativePeriod::Current(0));
        let (last, next) = (resolve(RelativePeriod::Last(count)), resolve(RelativePeriod::Next(count)));
        prop_assert!(current.contains(date));
        prop_assert_eq!((last.to, next.from), (current.to, current.from));
        // They begin and end with the units as far away.
        prop_assert_eq!(last.from, resolve(RelativePeriod::Current(1 - count)).from);
        prop_assert_eq!(next.to, resolve(RelativePeriod::Current(count - 1)).to);
    }

    #[test]
    fn every_instant_lies_between_start_and_end_of_its_day(
        seconds in 1_300_000_000_i64..3_500_000_000,
        zone in prop::sample::select(vec![
            Tz::UTC, Tz::Asia__Shanghai, Tz::America__New_York, Tz::America__Sao_Paulo, Tz::America__Havana, Tz::Asia__Beirut,
            Tz::Europe__Berlin, Tz::Australia__Lord_Howe, Tz::Asia__Kathmandu, Tz::Pacific__Apia, Tz::Africa__Cairo,
        ]),
    ) {
        let instant = DateTime::from_timestamp(seconds, 0).unwrap();
        let date = date_of(instant, zone);
        prop_assert!(start_of_day(date, zone) <= instant && instant <= end_of_day(date, zone));
        prop_assert_eq!(date_of(start_of_day(date, zone), zone), date);
        prop_assert_eq!(date_of(end_of_day(date, zone), zone), date);
    }
}
