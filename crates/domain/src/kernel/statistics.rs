//! Means, percentiles and rates, exact: from integers to decimals, without floats.

use std::collections::BTreeMap;

use super::decimal::Decimal;

/// How often each value occurs.
pub type Histogram = BTreeMap<i64, u64>;

/// The digits of computed figures behind the point.
pub const DIGITS: u8 = 6;

/// What is told of a set of values, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many values.
    pub count: u64,
    /// Their sum ÷ count, with at most 6 digits, halves away from zero.
    pub mean: Decimal,
    /// The least.
    pub min: i64,
    /// A quarter of the values lie below.
    pub p25: Decimal,
    /// Half of the values lie below.
    pub median: Decimal,
    /// Three quarters of the values lie below.
    pub p75: Decimal,
    /// Nine tenths of the values lie below.
    pub p90: Decimal,
    /// The greatest.
    pub max: i64,
}

impl Summary {
    /// The summary of the values; `None` if there are none, or more than 64 bits can count.
    pub fn of(histogram: &Histogram) -> Option<Self> {
        let percentile = |percent| percentile(histogram, percent);
        Some(Self {
            count: count(histogram)?,
            mean: mean(histogram)?,
            min: *present(histogram).next()?.0,
            p25: percentile(25)?,
            median: percentile(50)?,
            p75: percentile(75)?,
            p90: percentile(90)?,
            max: *present(histogram).next_back()?.0,
        })
    }
}

/// `numerator ÷ denominator` as a decimal fraction with at most 6 digits, halves away from zero; `None` if the denominator
/// is zero.
pub fn rate(numerator: impl Into<i128>, denominator: impl Into<i128>) -> Option<Decimal> {
    Decimal::quotient(numerator.into(), denominator.into(), DIGITS).map(Decimal::normalized)
}

/// The arithmetic mean with at most 6 digits, halves away from zero; `None` of no values.
pub fn mean(histogram: &Histogram) -> Option<Decimal> {
    // At most 2⁶⁴ values of at most 2⁶³ each: the sum fits 128 bits.
    let count = count(histogram)?;
    let sum: i128 = present(histogram).map(|(value, times)| i128::from(*value) * i128::from(*times)).sum();
    rate(sum, count)
}

/// A percentile of the values that a histogram counts, by linear interpolation between the two nearest ranks: with
/// `h = (count − 1) × percent ÷ 100`, the value at ⌊h⌋ plus `h − ⌊h⌋` of the way to the next (Hyndman and Fan's type 7, the
/// default of numpy, R and Excel's PERCENTILE.INC). Exact. `None` of no values and above 100 percent.
pub fn percentile(histogram: &Histogram, percent: u8) -> Option<Decimal> {
    let (rank, hundredths) = rank(count(histogram)?, percent)?;
    let mut passed = 0;
    let mut rows = present(histogram);
    let (below, last) = rows.by_ref().find_map(|(value, times)| {
        passed += times;
        (passed > rank).then_some((*value, passed == rank + 1))
    })?;
    let above = if last { rows.next().map_or(below, |(value, _)| *value) } else { below };
    Some(between(below, above, hundredths))
}

/// The rank of a percentile, from 0, and the hundredths of the way to the next.
fn rank(count: u64, percent: u8) -> Option<(u64, u8)> {
    if percent > 100 {
        return None;
    }
    let hundredfold = u128::from(count.checked_sub(1)?) * u128::from(percent);
    Some((u64::try_from(hundredfold / 100).ok()?, u8::try_from(hundredfold % 100).ok()?))
}

fn between(below: i64, above: i64, hundredths: u8) -> Decimal {
    let (below, above) = (i128::from(below), i128::from(above));
    Decimal::new(below * 100 + (above - below) * i128::from(hundredths), 2).normalized()
}

fn count(histogram: &Histogram) -> Option<u64> {
    histogram.values().try_fold(0_u64, |count, times| count.checked_add(*times)).filter(|count| *count > 0)
}

fn present(histogram: &Histogram) -> impl DoubleEndedIterator<Item = (&i64, &u64)> {
    histogram.iter().filter(|(_, times)| **times > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn histogram(values: &[i64]) -> Histogram {
        let mut histogram = Histogram::new();
        for value in values {
            *histogram.entry(*value).or_default() += 1;
        }
        histogram
    }

    /// The percentile by its definition, of values in ascending order.
    fn defined(sorted: &[i64], percent: u8) -> Decimal {
        let hundredfold = (sorted.len() - 1) * usize::from(percent);
        let rank = hundredfold / 100;
        let (below, above) = (i128::from(sorted[rank]), i128::from(sorted[(rank + 1).min(sorted.len() - 1)]));
        Decimal::new(below * 100 + (above - below) * (hundredfold % 100) as i128, 2)
    }

    fn shown(decimal: Option<Decimal>) -> Option<String> {
        decimal.map(|decimal| decimal.to_string())
    }

    #[test]
    fn interpolates_like_numpy() {
        // numpy.percentile([1, 2, 3, 4], [25, 50, 75, 90]) = 1.75, 2.5, 3.25, 3.7
        for (percent, expected) in [(0, "1"), (25, "1.75"), (50, "2.5"), (75, "3.25"), (90, "3.7"), (100, "4")] {
            assert_eq!(shown(percentile(&histogram(&[1, 2, 3, 4]), percent)).as_deref(), Some(expected), "{percent}");
        }
        // numpy.percentile([-7, 0, 15, 20, 100], 90) = 68.0; h = 3.6: 20 + 0.6 × 80.
        assert_eq!(shown(percentile(&histogram(&[-7, 0, 15, 20, 100]), 90)).as_deref(), Some("68"));
        assert_eq!(shown(percentile(&histogram(&[42]), 90)).as_deref(), Some("42"));
        assert_eq!(percentile(&histogram(&[]), 50), None);
        assert_eq!(percentile(&histogram(&[1]), 101), None);
        assert_eq!(shown(percentile(&histogram(&[i64::MIN, i64::MAX]), 50)).as_deref(), Some("-0.5"));
    }

    #[test]
    fn sums_up_a_histogram() {
        // 3, 3, 3, 10, 14: mean 33 ÷ 5, h of p90 = 3.6: 10 + 0.6 × 4.
        let summary = Summary::of(&Histogram::from([(3, 3), (5, 0), (10, 1), (14, 1), (99, 0)])).unwrap();
        assert_eq!((summary.count, summary.min, summary.max), (5, 3, 14));
        let decimals =
            [summary.mean, summary.p25, summary.median, summary.p75, summary.p90].map(|decimal| decimal.to_string());
        assert_eq!(decimals, ["6.6", "3", "3", "10", "12.4"]);
        assert_eq!(Summary::of(&Histogram::new()), None);
        assert_eq!(Summary::of(&Histogram::from([(3, 0)])), None);
        assert_eq!(Summary::of(&Histogram::from([(1, u64::MAX), (2, 1)])), None);
        assert_eq!(Summary::of(&Histogram::from([(i64::MIN, u64::MAX)])).map(|summary| summary.min), Some(i64::MIN));
        assert_eq!(shown(mean(&Histogram::from([(1, 2), (2, 1)]))).as_deref(), Some("1.333333"));
        assert_eq!(shown(mean(&Histogram::from([(-2, 2), (-1, 1)]))).as_deref(), Some("-1.666667"));
    }

    #[test]
    fn rates_are_fractions_of_six_digits() {
        assert_eq!(shown(rate(1, 4)).as_deref(), Some("0.25"));
        assert_eq!(shown(rate(2_u64, 3_u64)).as_deref(), Some("0.666667"));
        assert_eq!(shown(rate(0, 7)).as_deref(), Some("0"));
        assert_eq!(shown(rate(7, 7)).as_deref(), Some("1"));
        assert_eq!(rate(1, 0), None);
    }

    proptest! {
        #[test]
        fn a_histogram_equals_the_list(mut values in prop::collection::vec(-50_i64..50, 1..60), percent in 0_u8..=100) {
            values.sort_unstable();
            let histogram = histogram(&values);
            prop_assert_eq!(percentile(&histogram, percent), Some(defined(&values, percent)));
            let summary = Summary::of(&histogram).unwrap();
            prop_assert_eq!(summary.count, values.len() as u64);
            prop_assert_eq!(summary.median, defined(&values, 50));
            prop_assert_eq!(Some(summary.mean), rate(values.iter().sum::<i64>(), summary.count));
            prop_assert_eq!((Some(&summary.min), Some(&summary.max)), (values.first(), values.last()));
        }

        #[test]
        fn percentiles_rise_and_stay_within_the_values(mut values in prop::collection::vec(any::<i64>(), 1..40), percent in 0_u8..100) {
            values.sort_unstable();
            let histogram = histogram(&values);
            let [low, high] = [percent, percent + 1].map(|percent| percentile(&histogram, percent).unwrap());
            prop_assert!(low <= high);
            prop_assert!(Decimal::new(values[0].into(), 0) <= low && high <= Decimal::new(values[values.len() - 1].into(), 0));
        }
    }
}
