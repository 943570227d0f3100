//! Runs of imports: looking at a file, starting, cancelling, and the job that carries them out.

mod engine;
mod job;
mod refused;

use std::io::Cursor;

use tundish_domain::{
    kernel::ids::{ImportId, UploadId},
    organisation::rights::may_create,
    records::{EventAction, ImportState, RecordAction, RecordKind},
};
use tundish_persistence::records::{DESCRIPTIONS, Import, Job};
use uuid::Uuid;

pub use engine::Engine;
pub use job::{EngineRun, ImportEngine, ImportHook, work};
pub use refused::RefusedRows;
pub use tundish_persistence::records::{Pace, RefusedRow};

use super::{
    Actor, Code, Failure, Outcome, Text, claim, digest,
    import::source::{Preview, Source, SourceOptions},
    uploads,
};

/// How much of a file is looked at in order to show its first rows.
const LOOK: usize = 8 * 1024 * 1024;
/// The most rows that are shown of a file.
pub const PREVIEW_MAX: usize = 100;
/// The longest mapping, in bytes.
const MAPPING_MAX: usize = 200_000;

/// The first rows of the actor's own upload; `None` if there is none of that id.
pub async fn preview(actor: &Actor, upload: UploadId, rows: usize) -> Outcome<Option<Preview>> {
    let Some(beginning) = uploads::beginning(actor, upload, LOOK).await? else { return Ok(None) };
    let opened = Source::open(Cursor::new(beginning), SourceOptions::default());
    let preview = opened.and_then(|source| source.preview(rows.min(PREVIEW_MAX)));
    preview.map(Some).map_err(|error| Failure::at(Code::Invalid, "uploadId", Text::FileUnreadable(error)))
}

/// Starts an import of the actor's own upload. Its record and its job come to be together; the file is read later.
pub async fn start(actor: &Actor, upload: Uuid, mapping: &str, dry_run: bool, key: Option<&str>) -> Outcome<Uuid> {
    if !may_create(actor.viewer().role, RecordKind::Import) {
        return Err(Failure::Forbidden);
    }
    if mapping.len() > MAPPING_MAX {
        return Err(Failure::at(Code::TooLong, "mapping", Text::TooLong { max: MAPPING_MAX }));
    }
    let target = target(mapping).ok_or_else(|| Failure::at(Code::Invalid, "mapping", Text::MappingTarget))?;
    let uow = actor.begin().await?;
    let id = uow.new_id();
    if let Some(done) = claim(&uow, "startImport", key, &digest(&format!("{upload} {dry_run} {mapping}")), id).await? {
        // Answered when what it repeats is on the disk.
        uow.commit().await?;
        return Ok(done);
    }
    let Some(upload) = uploads::own(&uow, UploadId(upload)).await? else {
        return Err(Failure::at(Code::NotFound, "uploadId", Text::FileGone));
    };
    let import = Import {
        id: ImportId(id),
        name: upload.name,
        target,
        state: ImportState::Waiting,
        dry_run,
        rows_read: 0,
        rows_created: 0,
        rows_updated: 0,
        rows_unchanged: 0,
        rows_refused: 0,
        rows_unlinked: 0,
        links_read: 0,
        rows_linked: 0,
        bytes_read: 0,
        bytes_total: upload.size,
        failure: None,
        started_by_id: actor.viewer().user,
        finished_at: None,
        upload_id: upload.id,
        mapping: mapping.to_owned(),
        columns: "[]".to_owned(),
        created_at: uow.now(),
        updated_at: uow.now(),
        version: 0,
    };
    uow.insert(import).await?;
    uow.enqueue(Job::RunImport(ImportId(id))).await?;
    uow.commit().await?;
    Ok(id)
}

/// The kind of record that a mapping fills: its key `kind`.
fn target(mapping: &str) -> Option<RecordKind> {
    // A NUL may stand in no text of the database; TOML has none either.
    let table: toml::Table = mapping.parse().ok().filter(|_| !mapping.contains('\0'))?;
    let name = table.get("kind")?.as_str()?;
    DESCRIPTIONS.iter().find(|description| description.name == name).map(|description| description.kind)
}

/// Stops an import. The batch that is being written is given up; what was written before stays.
pub async fn cancel(actor: &Actor, id: Uuid) -> Outcome<Uuid> {
    let uow = actor.begin().await?;
    let import = uow.checked::<Import>(id, RecordAction::Update).await??;
    if !import.state.may_become(ImportState::Cancelled) {
        return Err(Failure::at(Code::Invalid, "id", Text::ImportEnded));
    }
    let mut after = (*import).clone();
    after.state = ImportState::Cancelled;
    after.finished_at = Some(uow.now());
    uow.save(import, after, EventAction::Updated).await?;
    uow.commit().await?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::{RecordKind, target};

    #[test]
    fn a_mapping_names_its_target() {
        assert_eq!(target("kind = \"Account\""), Some(RecordKind::Account));
        for wrong in ["", "kind = 1", "kind = \"account\"", "kind = \"Nothing\"", "kind = "] {
            assert_eq!(target(wrong), None, "{wrong}");
        }
    }
}
