//! Imports: rows of a file become records, with their past.
//!
//! [`source`] reads the file, [`Mapping`] says what its columns mean, [`run`] carries it out: in batches, each in one unit
//! of work together with the position it has come to, so that an interrupted import goes on behind its last batch. A row
//! is recognised by the id that it has in the system it comes from, so that a repeated import changes nothing. A row that
//! cannot be taken is refused with every reason, before anything of it is written, and the others go on.

mod batch;
mod kinds;
mod links;
mod lookups;
mod mapping;
mod reading;
mod refused;
mod resolve;
pub mod source;
mod write;

use std::{
    future::Future,
    io::{self, Read},
    ops::ControlFlow,
};

use serde::{Deserialize, Serialize};
use tundish_domain::{
    organisation::{Language, rights::may_create},
    records::{EventOrigin, RecordKind},
};
use tundish_persistence::records::UnitOfWork;

pub use mapping::{Mapping, MappingError, MappingProblem};
pub use refused::RefusedRows;

use super::{Actor, Failure, Outcome, UserError};
use batch::Engine;
use reading::Reading;

/// How an import is carried out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Nothing is written; the progress tells what would be.
    pub dry_run: bool,
    /// What an interrupted run had done: it goes on behind that.
    pub resume: Progress,
}

/// How far an import has come. Every row that was read was created, updated, unchanged or refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Rows with data that were read; the number of the last one.
    pub read: u64,
    /// Bytes of the file that were read.
    pub bytes: u64,
    /// Rows that became new records.
    pub created: u64,
    /// Rows that changed a record.
    pub updated: u64,
    /// Rows that say what is known already.
    pub unchanged: u64,
    /// Rows that were refused.
    pub refused: u64,
    /// Rows that were read a second time, for their references to other rows of the file.
    pub links_read: u64,
    /// Rows whose references to other rows of the file were set after all rows had been read.
    pub linked: u64,
    /// Rows that were taken, but whose references to other rows lead nowhere; they are told as refused rows too.
    pub unlinked: u64,
}

/// A row that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its number among the rows with data, from 1.
    pub row: u64,
    /// Its cells as they stand in the file.
    pub cells: Vec<String>,
    /// Why: the path of each is the column, or the field where it comes from no column.
    pub reasons: Vec<UserError>,
}

impl Refusal {
    /// The reasons in one line.
    pub fn reason(&self, language: Language) -> String {
        self.reasons.iter().map(|reason| reason.placed(language)).collect::<Vec<_>>().join(" ")
    }
}

/// Who is told of the progress.
pub trait Watcher: Send {
    /// The file was opened; its columns.
    fn opened(&mut self, columns: &[String]) {
        let _ = columns;
    }

    /// A batch is done. Called inside its unit of work: what is written here is committed with it. `Break` ends the
    /// import behind this batch.
    fn batch_done(
        &mut self,
        uow: &UnitOfWork,
        progress: &Progress,
        refused: &[Refusal],
    ) -> impl Future<Output = Outcome<ControlFlow<()>>> + Send;
}

/// How an import ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All rows were read.
    Done(Progress),
    /// The watcher ended it.
    Stopped(Progress),
}

/// Imports a file; `open` opens it from its beginning, once, or twice where rows refer to others of the file. The importer
/// is the actor of every change.
///
/// Errors: [`Failure::Forbidden`]; [`Failure::Refused`] where the file cannot be read or the mapping does not fit it.
pub async fn run<R: Read + Send + 'static>(
    actor: &Actor,
    mapping: &Mapping,
    open: impl Fn() -> io::Result<R> + Send + Sync,
    options: Options,
    watcher: &mut impl Watcher,
) -> Outcome<Ending> {
    if !may_create(actor.viewer().role, RecordKind::Import) {
        return Err(Failure::Forbidden);
    }
    let start = options.resume.read;
    let (columns, rows) = Reading::open(&open, mapping, start).await?;
    let plan = mapping.plan(&columns)?;
    watcher.opened(&columns);
    let actor = Actor::of_user(actor.database(), actor.viewer().user, EventOrigin::Import).await?;
    let mut engine = Engine::new(actor, plan, options);
    if kinds::write_all(mapping.kind(), &mut engine, rows, watcher).await?.is_break() {
        return Ok(Ending::Stopped(engine.progress));
    }
    if engine.has_links() {
        let (_, rows) = Reading::open(&open, mapping, engine.progress.links_read).await?;
        if kinds::link_all(mapping.kind(), &mut engine, rows, watcher).await?.is_break() {
            return Ok(Ending::Stopped(engine.progress));
        }
    }
    Ok(Ending::Done(engine.progress))
}
