//! What every record has in common: reading, writing, events, history, search.

mod belonging;
mod checked;
mod directory;
mod error;
mod events;
mod filter;
mod idempotency;
mod kept_rights;
mod page;
pub(crate) mod record;
mod registry;
mod scope;
mod search;
mod select;
mod unit_of_work;
mod values;
mod viewer;
pub(crate) mod writer;

pub use checked::Checked;
pub use directory::Directory;
pub use error::StoreError;
pub(crate) use events::last_event;
pub use events::{Event, FieldChange};
pub use filter::{Filter, Test};
pub use idempotency::Replay;
pub use page::{Cursor, OrderBy, PAGE_DEFAULT, PAGE_MAX, Page, PageRequest, order_through};
pub(crate) use record::record;
pub use record::{Fields, Record, kind_of};
pub use registry::{DESCRIPTIONS, describe};
pub use scope::Scope;
pub(crate) use scope::col;
pub use search::Hit;
pub use select::{List, Row, Selection};
pub use unit_of_work::{Refused, Saved, UnitOfWork};
pub use viewer::Viewer;
