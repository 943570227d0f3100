//! Pipelines, stages, deals and what belongs to them.

pub mod attribution;
pub(crate) mod deal;
pub(crate) mod deal_contact;
pub(crate) mod deal_line;
mod figures;
pub(crate) mod pipeline;
pub(crate) mod stage;
mod stage_visit;
mod totals;

pub use deal::Model as Deal;
pub use deal_contact::Model as DealContact;
pub use deal_line::Model as DealLine;
pub use figures::{Passage, Visits, within};
pub use pipeline::Model as Pipeline;
pub use stage::Model as Stage;
pub use stage_visit::{Arrival, Departure, Visit};
pub(crate) use totals::{TOTALS, Total};
