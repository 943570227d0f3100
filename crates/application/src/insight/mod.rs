//! Figures: who may ask for which, and what they are counted from. Each set of figures is read once, when the first of them
//! is asked for; every figure names the deals behind it by a filter.

mod deal_figures;
mod forecast;
mod funnel;
mod upkeep;

pub use deal_figures::{DealFigure, DealFigures};
pub use forecast::{ForecastFigure, ForecastOf, Forecasting};
pub use funnel::{Funnel, FunnelFigure, StageFigure};
pub use upkeep::{keep_totals, merge_totals};

use tundish_persistence::records::{Filter, Scope};

/// Which deals figures are of.
#[derive(Clone)]
pub struct Basis {
    /// What the viewer may see, and as of when.
    pub scope: Scope,
    /// Which of those.
    pub filter: Filter,
}
