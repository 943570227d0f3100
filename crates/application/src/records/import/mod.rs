//! Imports.

pub mod source;
