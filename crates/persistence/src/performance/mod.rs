//! Targets.

pub(crate) mod target;

pub use target::Model as Target;
