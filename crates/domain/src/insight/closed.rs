//! Closed deals: won, lost, how much, how fast.

use crate::{
    deals::StageKind,
    kernel::{
        decimal::Decimal,
        statistics::{Histogram, Summary, rate},
    },
};

/// Closed deals of a state that took equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedGroup {
    /// Won or lost.
    pub state: StageKind,
    /// Days from beginning to close; `None` where the beginning is unknown.
    pub days: Option<i64>,
    /// How many.
    pub count: u64,
    /// Their amounts, in minor units of the base currency.
    pub amount: i64,
}

/// What is told of closed deals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// How many were won.
    pub won: u64,
    /// How many were lost.
    pub lost: u64,
    /// The amounts of those won, in minor units of the base currency.
    pub won_amount: i64,
    /// How many days won and lost ones took, where their beginning is known.
    pub days: Histogram,
}

impl Closed {
    /// The groups put together; those of open deals do not count.
    pub fn of(groups: &[ClosedGroup]) -> Self {
        let mut closed = Self::default();
        for group in groups {
            match group.state {
                StageKind::Open => continue,
                StageKind::Lost => closed.lost += group.count,
                StageKind::Won => {
                    closed.won += group.count;
                    closed.won_amount = closed.won_amount.saturating_add(group.amount);
                }
            }
            if let Some(days) = group.days {
                *closed.days.entry(days).or_default() += group.count;
            }
        }
        closed
    }

    /// Won and lost ones.
    pub const fn count(&self) -> u64 {
        self.won + self.lost
    }

    /// won ÷ (won + lost), a fraction from 0 to 1; `None` if none closed.
    pub fn win_rate(&self) -> Option<Decimal> {
        rate(self.won, self.count())
    }

    /// The amounts won ÷ the deals won, in minor units of the base currency, halves away from zero; `None` if none was won.
    pub fn average_won_amount(&self) -> Option<i64> {
        let average = Decimal::quotient(self.won_amount.into(), self.won.into(), 0)?;
        // No greater than the sum, which fits.
        average.rescale(0).ok()
    }

    /// The days from beginning to close; `None` if none is known.
    pub fn cycle_days(&self) -> Option<Summary> {
        Summary::of(&self.days)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(state: StageKind, days: Option<i64>, count: u64, amount: i64) -> ClosedGroup {
        ClosedGroup { state, days, count, amount }
    }

    #[test]
    fn a_quarter_worked_by_hand() {
        // Won after 10, 10 and 30 days for 3.00, 3.00 and 4.01; lost after 20 and after unknown days.
        let closed = Closed::of(&[
            group(StageKind::Won, Some(10), 2, 600),
            group(StageKind::Won, Some(30), 1, 401),
            group(StageKind::Lost, Some(20), 1, 99_999),
            group(StageKind::Lost, None, 1, 0),
            group(StageKind::Open, Some(1), 7, 5),
        ]);
        assert_eq!((closed.count(), closed.won, closed.lost, closed.won_amount), (5, 3, 2, 1001));
        assert_eq!(closed.win_rate().map(|rate| rate.to_string()).as_deref(), Some("0.6"));
        // 1001 ÷ 3 = 333.67
        assert_eq!(closed.average_won_amount(), Some(334));
        let days = closed.cycle_days().unwrap();
        // 10, 10, 20, 30
        assert_eq!((days.count, days.min, days.max), (4, 10, 30));
        assert_eq!([days.mean, days.median, days.p90].map(|days| days.to_string()), ["17.5", "15", "27"]);
    }

    #[test]
    fn nothing_closed_has_no_rates() {
        let closed = Closed::of(&[]);
        assert_eq!((closed.count(), closed.win_rate(), closed.average_won_amount()), (0, None, None));
        assert_eq!(closed.cycle_days(), None);
        let lost = Closed::of(&[group(StageKind::Lost, None, 2, 700)]);
        assert_eq!(
            (lost.win_rate().map(|rate| rate.to_string()).as_deref(), lost.average_won_amount()),
            (Some("0"), None)
        );
    }

    #[test]
    fn averages_round_halves_away_from_zero() {
        assert_eq!(Closed::of(&[group(StageKind::Won, None, 2, 5)]).average_won_amount(), Some(3));
        assert_eq!(Closed::of(&[group(StageKind::Won, None, 2, -5)]).average_won_amount(), Some(-3));
    }

    proptest! {
        #[test]
        fn how_deals_are_grouped_does_not_matter(
            deals in prop::collection::vec((any::<bool>(), prop::option::of(-3_i64..400), -1000_i64..1_000_000), 0..60),
        ) {
            let single: Vec<ClosedGroup> = deals
                .iter()
                .map(|(won, days, amount)| group(if *won { StageKind::Won } else { StageKind::Lost }, *days, 1, *amount))
                .collect();
            let mut merged: Vec<ClosedGroup> = Vec::new();
            for one in &single {
                match merged.iter_mut().find(|known| (known.state, known.days) == (one.state, one.days)) {
                    Some(known) => {
                        known.count += 1;
                        known.amount += one.amount;
                    }
                    None => merged.push(*one),
                }
            }
            let closed = Closed::of(&merged);
            prop_assert_eq!(&closed, &Closed::of(&single));
            prop_assert_eq!(usize::try_from(closed.count()).unwrap(), deals.len());
            if let Some(rate) = closed.win_rate() {
                prop_assert!(rate >= Decimal::new(0, 0) && rate <= Decimal::new(1, 0));
            }
        }
    }
}
