//! The funnel's stages: what is in them, and what goes through.

use crate::kernel::{
    decimal::Decimal,
    statistics::{Histogram, percentile, rate},
};

/// Open deals, put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenSum {
    /// How many.
    pub count: u64,
    /// Their amounts, in minor units of the base currency.
    pub amount: i64,
    /// Their amounts times the probability of their stage, each rounded.
    pub weighted: i64,
}

impl OpenSum {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            amount: self.amount.saturating_add(other.amount),
            weighted: self.weighted.saturating_add(other.weighted),
        }
    }
}

/// The visits of a stage within a period. Whoever comes again counts again; whoever skips the stage never counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageFlow {
    /// How many came.
    pub entered: u64,
    /// How many left.
    pub left: u64,
    /// How many of those that left went on to a later open stage of the pipeline, or won.
    pub advanced: u64,
    /// How many days those that left had stayed, where it is known when they came.
    pub days: Histogram,
}

impl StageFlow {
    /// advanced ÷ left, a fraction from 0 to 1; `None` if none left.
    pub fn conversion_rate(&self) -> Option<Decimal> {
        rate(self.advanced, self.left)
    }

    /// Half of those that left had stayed no longer; `None` if it is known of none.
    pub fn median_days(&self) -> Option<Decimal> {
        percentile(&self.days, 50)
    }

    /// Nine in ten of those that left had stayed no longer; `None` if it is known of none.
    pub fn p90_days(&self) -> Option<Decimal> {
        percentile(&self.days, 90)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_worked_by_hand() {
        // Five came; four left after 2, 4, 4 and unknown days, three of them onwards.
        let flow = StageFlow { entered: 5, left: 4, advanced: 3, days: Histogram::from([(2, 1), (4, 2)]) };
        let shown =
            [flow.conversion_rate(), flow.median_days(), flow.p90_days()].map(|number| number.unwrap().to_string());
        assert_eq!(shown, ["0.75", "4", "4"]);
        let early = StageFlow { days: Histogram::from([(0, 1), (10, 1)]), ..flow };
        assert_eq!([early.median_days(), early.p90_days()].map(|days| days.unwrap().to_string()), ["5", "9"]);
    }

    #[test]
    fn a_stage_that_none_left_has_no_rate() {
        let flow = StageFlow { entered: 3, ..StageFlow::default() };
        assert_eq!((flow.conversion_rate(), flow.median_days(), flow.p90_days()), (None, None, None));
    }
}
