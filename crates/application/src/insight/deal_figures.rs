//! Figures over any deals.

use tokio::sync::OnceCell;
use tundish_domain::{deals::StageKind, insight::Closed, kernel::period::Period};
use tundish_persistence::{
    deals::{attribution, within},
    records::Filter,
};

use super::Basis;
use crate::records::Outcome;

/// Figures over the deals of a filter.
pub struct DealFigures {
    basis: Basis,
    period: Option<Period>,
    open: OnceCell<u64>,
    closed: OnceCell<Closed>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealFigure {
    /// All deals; with a period, those closed in it.
    All,
    /// The deals open now, or at the instant looked at.
    Open,
    /// Those won.
    Won,
    /// Those lost.
    Lost,
}

impl DealFigures {
    /// Figures over some deals. With a period, closed deals count by the day of closing.
    pub const fn new(basis: Basis, period: Option<Period>) -> Self {
        Self { basis, period, open: OnceCell::const_new(), closed: OnceCell::const_new() }
    }

    /// The deals that they are counted from.
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// How many are open, without regard to the period.
    pub async fn open(&self) -> Outcome<u64> {
        let Basis { scope, filter } = &self.basis;
        Ok(*self.open.get_or_try_init(|| scope.open_count(filter)).await?)
    }

    /// What closed.
    pub async fn closed(&self) -> Outcome<&Closed> {
        let Basis { scope, filter } = &self.basis;
        let read = async || Outcome::Ok(Closed::of(&scope.closed_deals(filter, self.period).await?));
        self.closed.get_or_try_init(read).await
    }

    /// All deals; with a period, those closed in it.
    pub async fn count(&self) -> Outcome<u64> {
        let closed = self.closed().await?.count();
        Ok(if self.period.is_some() { closed } else { closed + self.open().await? })
    }

    /// The deals behind a figure.
    pub fn deals(&self, figure: DealFigure) -> Filter {
        let filter = self.basis.filter.clone();
        let of_period = |closed: Filter| closed.and(within("closedDate", self.period));
        match figure {
            DealFigure::Open => attribution::open(filter),
            DealFigure::Won => of_period(attribution::closed_as(StageKind::Won, filter)),
            DealFigure::Lost => of_period(attribution::closed_as(StageKind::Lost, filter)),
            DealFigure::All if self.period.is_some() => of_period(attribution::closed(filter)),
            DealFigure::All => attribution::counted(filter),
        }
    }
}
