//! The mapping: a text in TOML that says how the columns of a file become fields of records. It is described, with every
//! key, in `docs/import.md`.
//!
//! [`format`] is the text as it is written. [`Mapping::plan`] compiles it against the header of a file and the
//! description of the records; what does not fit is told with the path of the key. The [`Plan`] then makes a [`Draft`] of
//! every row: typed values, and what has to be looked up.

mod compile;
mod date;
mod error;
mod evaluate;
mod format;
mod number;
mod template;

#[cfg(test)]
mod tests;

use tundish_domain::records::{Description, Field, RecordKind};
use tundish_persistence::records::describe;

pub(super) use error::shortened;
pub use error::{MappingError, MappingProblem};
pub(super) use evaluate::{Draft, Entered, Find, Key, Value};
pub(super) use format::{By, Missing};

use super::{
    kinds::KINDS,
    source::{Encoding, SourceOptions},
};
use compile::{Case, PastPlan};
use error::expected;
use format::Written;
use template::Piece;

/// A mapping that was read.
#[derive(Clone, Debug)]
pub struct Mapping {
    written: Written,
    description: &'static Description,
    options: SourceOptions,
}

/// A mapping that fits a file.
#[derive(Debug)]
pub(super) struct Plan {
    /// The records that the rows become.
    pub(super) description: &'static Description,
    /// The name of the system whose ids the rows have.
    pub(super) source: String,
    /// By what a record is recognised that has no id of that system yet.
    pub(super) match_by: Option<By>,
    external_id: Origin,
    columns: Vec<ColumnPlan>,
    fields: Vec<FieldPlan>,
    lines: Vec<Vec<FieldPlan>>,
    past: PastPlan,
}

/// A column of the file.
#[derive(Debug)]
struct ColumnPlan {
    name: String,
    values: Option<compile::ValueMap>,
}

/// A field with the rules for its value, of which the first one holds whose condition does.
#[derive(Debug)]
struct FieldPlan {
    field: &'static Field,
    cases: Vec<Case>,
}

/// Where a text comes from.
#[derive(Debug)]
enum Origin {
    Column(usize),
    Constant(String),
    Template(Vec<Piece<usize>>),
}

impl Mapping {
    /// Reads a mapping. Errors: it is no TOML, has unknown keys, or the kind of record cannot be imported.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let written: Written = toml::from_str(text).map_err(|error| {
            MappingError::at("", MappingProblem::Written { message: error.to_string().trim().to_owned() })
        })?;
        let described = KINDS.iter().map(|kind| describe(*kind));
        let Some(description) = described.clone().find(|description| description.name == written.kind) else {
            let known: Vec<&str> = described.map(|description| description.name).collect();
            let problem = MappingProblem::UnknownKind { kind: written.kind, known: known.join(", ") };
            return Err(MappingError::at("kind", problem));
        };
        let options = source_options(&written)?;
        Ok(Self { written, description, options })
    }

    /// The kind of record that the rows become.
    pub const fn kind(&self) -> RecordKind {
        self.description.kind
    }

    /// What the mapping says about the reading of the file.
    pub const fn source_options(&self) -> SourceOptions {
        self.options
    }

    /// Compiles the mapping for a file with those columns.
    pub(super) fn plan(&self, columns: &[String]) -> Result<Plan, MappingError> {
        compile::plan(self, columns)
    }
}

fn source_options(written: &Written) -> Result<SourceOptions, MappingError> {
    let section = &written.source;
    let value = |value: &str, expected| MappingProblem::Value { value: value.to_owned(), expected };
    let mut options = SourceOptions { header_row: section.header_row, ..SourceOptions::default() };
    if let Some(name) = &section.encoding {
        let problem = || MappingError::at("source.encoding", value(name, expected::ENCODING));
        options.encoding = Some(name.parse::<Encoding>().map_err(|()| problem())?);
    }
    if let Some(name) = &section.delimiter {
        let problem = || MappingError::at("source.delimiter", value(name, expected::DELIMITER));
        options.delimiter = Some(name.parse().map_err(|()| problem())?);
    }
    Ok(options)
}
