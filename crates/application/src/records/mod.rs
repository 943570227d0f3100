//! What every use case has in common: who acts, what was entered, how it is written, and why not.

mod actor;
mod change;
mod error;
mod follow;
pub mod import;
pub mod import_runs;
mod input;
mod messages;
pub mod uploads;

pub use actor::Actor;
pub(crate) use actor::system_viewer;
pub use change::{Editable, create, delete, restore, update};
pub(crate) use change::{claim, create_in, refuse_stale};
pub use error::{Code, Failure, Outcome, UserError};
pub use follow::follow;
pub use input::{Changes, Input, InputValue};
pub(crate) use input::{digest, in_base};
pub use messages::Text;
