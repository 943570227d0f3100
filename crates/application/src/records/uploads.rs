//! Files that people send, kept for a day until something uses them.

use std::sync::Arc;

use chrono::TimeDelta;
use futures::future::BoxFuture;
use tundish_domain::{kernel::ids::UploadId, organisation::rights::may_create, records::RecordKind};
use tundish_persistence::{
    Database,
    records::{UnitOfWork, Upload},
};

use super::{Actor, Code, Failure, Outcome, Text};

/// The most bytes of a file.
pub const UPLOAD_MAX: u64 = 100 * 1024 * 1024;
/// How long a file waits to be used.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// How much longer its pieces stay, so that nothing is swept away under a use that has just begun.
const GRACE: TimeDelta = TimeDelta::hours(1);
/// The bytes that are kept together: more would be memory, fewer commits.
const PIECE: usize = 256 * 1024;
/// The longest name of a file, in characters.
const NAME_MAX: usize = 200;

/// Where the bytes of uploads are kept, in pieces. Who sent them, and when, stands in the database in any case.
pub trait UploadStore: Send + Sync {
    /// Keeps the piece at that position, from 0.
    fn keep<'a>(
        &'a self,
        uow: &'a UnitOfWork,
        upload: UploadId,
        position: i64,
        bytes: &'a [u8],
    ) -> BoxFuture<'a, Outcome<()>>;

    /// The piece at that position; `None` behind the last one.
    fn piece(&self, upload: UploadId, position: i64) -> BoxFuture<'_, Outcome<Option<Vec<u8>>>>;

    /// Forgets an upload with all its pieces.
    fn forget<'a>(&'a self, uow: &'a UnitOfWork, upload: UploadId) -> BoxFuture<'a, Outcome<()>>;
}

/// Keeps the bytes in the database, beside everything else.
impl UploadStore for Database {
    fn keep<'a>(
        &'a self,
        uow: &'a UnitOfWork,
        upload: UploadId,
        position: i64,
        bytes: &'a [u8],
    ) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(async move { Ok(uow.keep_piece(upload, position, bytes).await?) })
    }

    fn piece(&self, upload: UploadId, position: i64) -> BoxFuture<'_, Outcome<Option<Vec<u8>>>> {
        Box::pin(async move { Ok(Self::piece(self, upload, position).await?) })
    }

    fn forget<'a>(&'a self, uow: &'a UnitOfWork, upload: UploadId) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(async move { Ok(uow.forget_upload(upload).await?) })
    }
}

/// The store of a database's uploads.
pub(crate) fn store(database: &Database) -> &dyn UploadStore {
    database
}

/// A file that is arriving. What never ends is swept away like what is never used.
pub struct Arriving {
    actor: Actor,
    upload: Upload,
    piece: Vec<u8>,
    position: i64,
}

impl Arriving {
    /// Begins to take a file. For those who may import: nothing else uses files yet.
    pub async fn begin(actor: &Actor, name: &str) -> Outcome<Self> {
        if !may_create(actor.viewer().role, RecordKind::Import) {
            return Err(Failure::Forbidden);
        }
        let name: String = name.trim().chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
        if name.is_empty() {
            return Err(Failure::at(Code::Required, "name", Text::Required));
        }
        let uow = actor.begin().await?;
        let id = UploadId(uow.new_id());
        uow.begin_upload(id, &name).await?;
        uow.commit().await?;
        Ok(Self { actor: actor.clone(), upload: Upload { id, name, size: 0 }, piece: Vec::new(), position: 0 })
    }

    /// Takes the next bytes, as many as came.
    pub async fn take(&mut self, mut bytes: &[u8]) -> Outcome<()> {
        let size = u64::try_from(self.upload.size).unwrap_or_default() + bytes.len() as u64;
        if size > UPLOAD_MAX {
            self.give_up().await?;
            return Err(Failure::at(Code::TooLong, "body", Text::FileTooLarge { megabytes: UPLOAD_MAX / 1024 / 1024 }));
        }
        self.upload.size = i64::try_from(size).unwrap_or(i64::MAX);
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
            if self.piece.len() == PIECE {
                self.keep().await?;
            }
        }
        Ok(())
    }

    /// The file has arrived.
    pub async fn end(mut self) -> Outcome<Upload> {
        if !self.piece.is_empty() {
            self.keep().await?;
        }
        let uow = self.actor.begin().await?;
        uow.end_upload(self.upload.id, self.upload.size).await?;
        uow.commit().await?;
        Ok(self.upload)
    }

    async fn keep(&mut self) -> Outcome<()> {
        let uow = self.actor.begin().await?;
        store(self.actor.database()).keep(&uow, self.upload.id, self.position, &self.piece).await?;
        uow.commit().await?;
        self.position += 1;
        self.piece.clear();
        Ok(())
    }

    /// The file is not wanted after all.
    async fn give_up(&self) -> Outcome<()> {
        let uow = self.actor.begin().await?;
        store(self.actor.database()).forget(&uow, self.upload.id).await?;
        uow.commit().await?;
        Ok(())
    }
}

/// The actor's own upload of that id, for a use that begins inside a unit of work.
pub(crate) async fn own(uow: &UnitOfWork, upload: UploadId) -> Outcome<Option<Upload>> {
    Ok(uow.own_upload(upload, uow.now() - KEPT).await?)
}

/// The first bytes of the actor's own upload of that id, at least `least` of them unless the file is shorter.
pub(crate) async fn beginning(actor: &Actor, upload: UploadId, least: usize) -> Outcome<Option<Vec<u8>>> {
    let since = actor.database().now() - KEPT;
    if actor.scope().own_upload(upload.0, since).await?.is_none() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let mut position = 0;
    while bytes.len() < least
        && let Some(piece) = store(actor.database()).piece(upload, position).await?
    {
        bytes.extend(piece);
        position += 1;
    }
    Ok(Some(bytes))
}

/// Sweeps away what nothing has used.
pub async fn sweep_uploads(database: &Arc<Database>) -> Outcome<()> {
    let actor = Actor::operator(database).await?;
    let uow = actor.begin().await?;
    for upload in uow.idle_uploads(uow.now() - KEPT - GRACE).await? {
        store(database).forget(&uow, upload).await?;
    }
    uow.commit().await?;
    Ok(())
}
