//! What every use case has in common: who acts, what was entered, how it is written, and why not.

mod actor;
mod change;
mod error;
mod follow;
pub mod import;
pub mod import_runs;
mod input;
mod messages;
mod parts;
mod sight;
pub mod uploads;

pub use actor::Actor;
pub use change::forget_keys;
pub use change::{Editable, create, delete, restore, update};
pub(crate) use change::{again_if_overtaken, claim, create_in, delete_in, refuse_stale, restore_in, update_in};
pub use error::{Code, Failure, Outcome, UserError};
pub use follow::follow;
pub(crate) use input::{AMOUNT_MAX, check, digest, in_base};
pub use input::{Changes, Input, InputValue};
pub use messages::{Text, Words};
pub(crate) use parts::{in_list, replace_parts, told};
