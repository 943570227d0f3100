//! The forecast of a period: the deals' own roll-up, never typed in by hand.

use super::OpenSum;
use crate::{
    deals::ForecastCategory,
    kernel::{decimal::Decimal, statistics::rate},
};

/// Open deals of a category that are expected to close in the period, or on no known day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenGroup {
    /// How sure their owners are.
    pub category: ForecastCategory,
    /// Whether the day on which they will close is given, and lies in the period; if not, there is none.
    pub dated: bool,
    /// The deals.
    pub sum: OpenSum,
}

/// A forecast, in minor units of the base currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// What is to be won; `None` where no target is set, or the period is not whole quarters of the fiscal year.
    pub target: Option<i64>,
    /// What was won in the period.
    pub closed: i64,
    /// Open deals of the period to which their owners give their word.
    pub commit: i64,
    /// Open deals of the period that close if all goes well.
    pub best_case: i64,
    /// The other open deals of the period.
    pub pipeline: i64,
    /// Open deals of the period, each weighted with the probability of its stage and rounded.
    pub weighted: i64,
    /// Open deals without an expected day.
    pub undated: i64,
    /// closed + weighted + the weighted amounts of the undated.
    pub expected: i64,
}

impl Forecast {
    /// The forecast of a period in which so much was won.
    pub fn of(groups: &[OpenGroup], closed: i64, target: Option<i64>) -> Self {
        let mut forecast = Self { target, closed, expected: closed, ..Self::default() };
        for OpenGroup { category, dated, sum } in groups {
            let figure = match (dated, category) {
                (false, _) => &mut forecast.undated,
                (true, ForecastCategory::Commit) => &mut forecast.commit,
                (true, ForecastCategory::BestCase) => &mut forecast.best_case,
                (true, ForecastCategory::Pipeline) => &mut forecast.pipeline,
            };
            *figure = figure.saturating_add(sum.amount);
            if *dated {
                forecast.weighted = forecast.weighted.saturating_add(sum.weighted);
            }
            forecast.expected = forecast.expected.saturating_add(sum.weighted);
        }
        forecast
    }

    /// target − closed: what is still to be won; negative beyond the target, `None` without one.
    pub fn gap(&self) -> Option<i64> {
        self.target.map(|target| target.saturating_sub(self.closed))
    }

    /// (commit + best case + pipeline) ÷ gap: how often the open deals of the period would fill the gap; `None` where there
    /// is no gap to fill.
    pub fn coverage(&self) -> Option<Decimal> {
        let gap = self.gap().filter(|gap| *gap > 0)?;
        rate(i128::from(self.commit) + i128::from(self.best_case) + i128::from(self.pipeline), gap)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(category: ForecastCategory, dated: bool, amount: i64, weighted: i64) -> OpenGroup {
        OpenGroup { category, dated, sum: OpenSum { count: 1, amount, weighted } }
    }

    #[test]
    fn a_quarter_worked_by_hand() {
        let groups = [
            group(ForecastCategory::Commit, true, 10_000, 7_500),
            group(ForecastCategory::BestCase, true, 20_000, 5_000),
            group(ForecastCategory::Pipeline, true, 6_000, 600),
            group(ForecastCategory::Commit, false, 3_000, 300),
            group(ForecastCategory::Pipeline, false, 1_000, 100),
        ];
        let forecast = Forecast::of(&groups, 40_000, Some(64_000));
        assert_eq!((forecast.commit, forecast.best_case, forecast.pipeline), (10_000, 20_000, 6_000));
        assert_eq!((forecast.weighted, forecast.undated, forecast.expected), (13_100, 4_000, 53_500));
        // 36,000 of open deals for a gap of 24,000.
        assert_eq!(forecast.gap(), Some(24_000));
        assert_eq!(forecast.coverage().map(|coverage| coverage.to_string()).as_deref(), Some("1.5"));
    }

    #[test]
    fn coverage_needs_a_gap() {
        let groups = [group(ForecastCategory::Commit, true, 10, 5)];
        let of = |target| Forecast::of(&groups, 100, target);
        assert_eq!((of(None).gap(), of(None).coverage()), (None, None));
        assert_eq!((of(Some(100)).gap(), of(Some(100)).coverage()), (Some(0), None));
        assert_eq!((of(Some(70)).gap(), of(Some(70)).coverage()), (Some(-30), None));
        assert_eq!(of(Some(101)).coverage().map(|coverage| coverage.to_string()).as_deref(), Some("10"));
    }

    proptest! {
        #[test]
        fn every_open_deal_counts_once(
            deals in prop::collection::vec((0_usize..3, any::<bool>(), 0_i64..1_000_000, 0_i64..1_000_000), 0..40),
            closed in 0_i64..1_000_000,
        ) {
            let groups: Vec<OpenGroup> = deals
                .iter()
                .map(|(category, dated, amount, weighted)| group(ForecastCategory::ALL[*category], *dated, *amount, *weighted))
                .collect();
            let forecast = Forecast::of(&groups, closed, None);
            let amounts: i64 = deals.iter().map(|deal| deal.2).sum();
            let weighted: i64 = deals.iter().map(|deal| deal.3).sum();
            prop_assert_eq!(forecast.commit + forecast.best_case + forecast.pipeline + forecast.undated, amounts);
            prop_assert_eq!(forecast.expected, closed + weighted);
            prop_assert!(forecast.weighted <= weighted);
        }
    }
}
