//! The job that carries an import out: from where its record says that it stands, batch by batch.

use std::{
    fs::File,
    io::{self, Seek, Write},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures::future::BoxFuture;
use tokio::sync::watch;
use tundish_domain::{
    kernel::ids::{ImportId, UploadId},
    organisation::{Language, rights::may_create},
    records::{EventAction, EventOrigin, ImportState, RecordAction, RecordKind},
};
use tundish_persistence::{
    Database,
    records::{Checked, Import, Job, Pace, Refused, RefusedRow, StoreError, Try, UnitOfWork},
};

use crate::records::{Actor, Failure, Outcome, Text, forget_keys, import::Progress, uploads};

/// How often unused uploads and old idempotency keys are swept away.
const SWEEP: Duration = Duration::from_hours(1);

/// What turns rows into records.
pub trait ImportEngine: Send + Sync + 'static {
    /// Reads a file and writes its rows, batch by batch, each in a unit of work of its own, in the actor's name.
    fn run<'a>(&'a self, actor: &'a Actor, run: EngineRun, hook: &'a dyn ImportHook) -> BoxFuture<'a, Outcome<()>>;
}

/// What an engine is to do.
pub struct EngineRun {
    /// What becomes of the columns: TOML.
    pub mapping: String,
    /// The file, at its beginning.
    pub file: File,
    /// Whether no record is written.
    pub dry_run: bool,
    /// What is done: it goes on behind that.
    pub resume: Progress,
}

/// What an engine tells while it runs.
pub trait ImportHook: Send + Sync {
    /// The names of the file's columns, before the first row.
    fn columns(&self, columns: &[String]);

    /// A batch has been written, but for the rows that cannot be taken; told inside its unit, before the commit. A failure
    /// means: give up this batch and end. Of a dry run, the unit has nothing else in it, and is committed all the same.
    fn batch_done<'a>(
        &'a self,
        uow: &'a UnitOfWork,
        progress: &'a Progress,
        refused: &'a [RefusedRow],
    ) -> BoxFuture<'a, Outcome<()>>;
}

/// How far an import had come when it was last written.
fn progress_of(import: &Import) -> Progress {
    let count = |rows: i64| u64::try_from(rows).unwrap_or_default();
    Progress {
        read: count(import.rows_read),
        bytes: count(import.bytes_read),
        created: count(import.rows_created),
        updated: count(import.rows_updated),
        unchanged: count(import.rows_unchanged),
        refused: count(import.rows_refused),
        links_read: count(import.links_read),
        linked: count(import.rows_linked),
        unlinked: count(import.rows_unlinked),
    }
}

fn write_progress(progress: &Progress, import: &mut Import) {
    let count = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
    import.rows_read = count(progress.read);
    import.bytes_read = count(progress.bytes);
    import.rows_created = count(progress.created);
    import.rows_updated = count(progress.updated);
    import.rows_unchanged = count(progress.unchanged);
    import.rows_refused = count(progress.refused);
    import.links_read = count(progress.links_read);
    import.rows_linked = count(progress.linked);
    import.rows_unlinked = count(progress.unlinked);
}

/// Does jobs and sweeps away unused uploads and old idempotency keys, until told to stop.
pub async fn work(database: Arc<Database>, engine: Arc<dyn ImportEngine>, pace: Pace, stop: watch::Receiver<bool>) {
    let sweeping = async {
        loop {
            if let Err(failure) = uploads::sweep_uploads(&database).await {
                tracing::error!(?failure, "unused uploads could not be swept away");
            }
            if let Err(failure) = forget_keys(&database).await {
                tracing::error!(?failure, "old idempotency keys could not be swept away");
            }
            tokio::time::sleep(SWEEP).await;
        }
    };
    let jobs = Arc::clone(&database);
    let doing = Arc::clone(&database).work(
        pace,
        stop,
        Arc::new(move |attempt: Try| {
            let (database, engine) = (Arc::clone(&jobs), Arc::clone(&engine));
            Box::pin(async move {
                match attempt.job {
                    Job::RunImport(id) => run(&database, &*engine, id, attempt.last).await,
                }
            })
        }),
    );
    tokio::select! { () = doing => {}, () = sweeping => {} }
}

/// One try of an import. What the user can mend ends it as failed; what is our fault is tried again.
async fn run(database: &Arc<Database>, engine: &dyn ImportEngine, id: ImportId, last: bool) -> Result<(), String> {
    let text = |failure: Failure| format!("{failure:?}");
    let system = Actor::operator(database).await.map_err(text)?;
    let Some(import) = begin(&system, id).await.map_err(text)? else { return Ok(()) };
    let hook = Hook::new(&import);
    let outcome = carry_out(database, engine, &import, &hook).await;
    if hook.superseded.load(Ordering::Acquire) {
        return Ok(());
    }
    match outcome {
        Ok(()) => end(&system, id, ImportState::Done, None).await.map_err(text),
        Err(Failure::Internal(error)) if !last => Err(error.to_string()),
        Err(failure) if !last && failure.is_overtaken() => Err(text(failure)),
        Err(failure) => {
            let told = explain(&failure, language(database, &import).await);
            end(&system, id, ImportState::Failed, Some(told)).await.map_err(text)?;
            if matches!(failure, Failure::Internal(_)) { Err(text(failure)) } else { Ok(()) }
        }
    }
}

/// Marks an import as running; `None` if it has ended, cancelled before its turn.
async fn begin(system: &Actor, id: ImportId) -> Outcome<Option<Import>> {
    let uow = system.begin().await?;
    let Some(import) = going(&uow, id, ImportState::Running).await? else { return Ok(None) };
    let mut after = (*import).clone();
    after.state = ImportState::Running;
    let saved = uow.save(import, after, EventAction::Updated).await?;
    uow.commit().await?;
    Ok(Some(saved.record))
}

/// The import, if that state may follow its own.
async fn going(uow: &UnitOfWork, id: ImportId, next: ImportState) -> Outcome<Option<Checked<Import>>> {
    match uow.checked::<Import>(id.0, RecordAction::Update).await? {
        Ok(import) => Ok(Some(import).filter(|import| import.state.may_become(next))),
        Err(Refused::NotFound | Refused::Forbidden) => Ok(None),
    }
}

async fn carry_out(database: &Arc<Database>, engine: &dyn ImportEngine, import: &Import, hook: &Hook) -> Outcome<()> {
    let actor = Actor::of_user(database, import.started_by_id, EventOrigin::Import).await?;
    if !may_create(actor.viewer().role, RecordKind::Import) {
        return Err(Failure::Forbidden);
    }
    let run = EngineRun {
        mapping: import.mapping.clone(),
        file: fetch(database, import.upload_id).await?,
        dry_run: import.dry_run,
        resume: progress_of(import),
    };
    engine.run(&actor, run, hook).await
}

/// The uploaded bytes as a file without a name: engines read to and fro, and memory holds one piece. It goes with the process.
async fn fetch(database: &Database, upload: UploadId) -> Outcome<File> {
    let failed = |error: io::Error| Failure::Internal(StoreError::Jobs(format!("the file of an import: {error}")));
    let mut file = tempfile::tempfile().map_err(failed)?;
    let mut position = 0;
    while let Some(piece) = uploads::store(database).piece(upload, position).await? {
        file.write_all(&piece).map_err(failed)?;
        position += 1;
    }
    file.rewind().map_err(failed)?;
    Ok(file)
}

/// Marks an import as ended, unless somebody has done so meanwhile. A file that has served its end goes.
async fn end(system: &Actor, id: ImportId, state: ImportState, failure: Option<String>) -> Outcome<()> {
    let uow = system.begin().await?;
    let Some(import) = going(&uow, id, state).await? else { return Ok(()) };
    if state == ImportState::Done && !import.dry_run {
        uploads::store(system.database()).forget(&uow, import.upload_id).await?;
    }
    let mut after = (*import).clone();
    after.state = state;
    after.failure = failure;
    after.finished_at = Some(uow.now());
    uow.save(import, after, EventAction::Updated).await?;
    uow.commit().await?;
    Ok(())
}

async fn language(database: &Arc<Database>, import: &Import) -> Language {
    let directory = database.current_directory().await;
    directory.viewer(import.started_by_id, None).map_or_else(|| directory.language(), |viewer| viewer.language)
}

/// What to say of a failure. Ours is told without its particulars, which are in the log.
fn explain(failure: &Failure, language: Language) -> String {
    match failure {
        Failure::Refused(errors) => errors.iter().map(|error| error.placed(language)).collect::<Vec<_>>().join("\n"),
        Failure::BadInput(text) => text.clone(),
        Failure::NotFound | Failure::Forbidden | Failure::Unauthenticated => Text::ImporterGone.in_language(language),
        Failure::Stale(_) => Text::Stale.in_language(language),
        Failure::Internal(_) => Text::ImportBroken.in_language(language),
    }
}

/// The rows that were read, and those that were read a second time, for their references to each other.
type Place = (i64, i64);

/// To where an import has come.
const fn place(import: &Import) -> Place {
    (import.rows_read, import.links_read)
}

/// Keeps the record in step with the engine.
struct Hook {
    import: ImportId,
    /// What the last batch left: the place that it came to, and the file's columns.
    left: Mutex<(Place, String)>,
    /// Somebody cancelled the import, or another process has gone on with it.
    superseded: AtomicBool,
}

impl Hook {
    fn new(import: &Import) -> Self {
        let left = Mutex::new((place(import), import.columns.clone()));
        Self { import: import.id, left, superseded: AtomicBool::new(false) }
    }

    fn left(&self) -> MutexGuard<'_, (Place, String)> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ImportHook for Hook {
    fn columns(&self, columns: &[String]) {
        self.left().1 = serde_json::json!(columns).to_string();
    }

    fn batch_done<'a>(
        &'a self,
        uow: &'a UnitOfWork,
        progress: &'a Progress,
        refused: &'a [RefusedRow],
    ) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(async move {
            let (last, columns) = self.left().clone();
            // Whoever else went on with it has moved its position: two runs cannot write the same rows.
            let going = going(uow, self.import, ImportState::Running).await?;
            let Some(import) = going.filter(|import| place(import) == last) else {
                self.superseded.store(true, Ordering::Release);
                return Err(Failure::NotFound);
            };
            let mut after = (*import).clone();
            write_progress(progress, &mut after);
            after.columns = columns;
            self.left().0 = place(&after);
            uow.save(import, after, EventAction::Updated).await?;
            uow.keep_refused(self.import, refused).await?;
            Ok(())
        })
    }
}
