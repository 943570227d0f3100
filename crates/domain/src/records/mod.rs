//! What every record has in common: its kind, the description of its fields, values, text.

pub mod field;
pub mod import;
pub mod kind;
pub mod text;
pub mod value;

pub use field::{Collection, Description, Field, FieldKind, Search, Write};
pub use import::ImportState;
pub use kind::{EventAction, EventOrigin, RecordAction, RecordKind};
pub use value::FieldValue;
