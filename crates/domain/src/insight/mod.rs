//! Figures: from groups of deals and visits, as they are counted in the database, to what people read. The definitions are
//! those of the decisions on figures; nothing here is rounded but quotients and, per deal, weighted amounts.

mod closed;
mod forecast;
mod funnel;
mod targets;

pub use closed::{Closed, ClosedGroup};
pub use forecast::{Forecast, OpenGroup};
pub use funnel::{OpenSum, StageFlow};
pub use targets::{Member, Target, Team, Teams};
