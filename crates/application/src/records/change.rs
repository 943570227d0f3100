//! Creating, updating, deleting and restoring: the same for every record. What is special to a kind of record stands in
//! its room, as its [`Editable`].

use std::{future::Future, sync::Arc};

use futures::future::BoxFuture;
use tundish_domain::{
    organisation::rights::{Way, may_create, ways},
    records::{EventAction, FieldKind, FieldValue, RecordAction, RecordKind},
};
use tundish_persistence::{
    Database,
    activities::{Note, Task},
    customers::{Account, Contact},
    deals::Deal,
    records::{Checked, Fields, Inserts, Record, Refused, Replay, UnitOfWork},
};
use uuid::Uuid;

use super::{Actor, Changes, Code, Failure, Input, Outcome, Text, UserError, input::path};

/// The longest idempotency key, in characters.
const KEY_MAX: usize = 200;

/// What is special to a kind of record that people create and change.
pub trait Editable: Record {
    /// A new one as its maker gets it, before what was entered is put in.
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self>;

    /// The rules of the record's room: completes the new state, or says what is wrong with it.
    fn rules(
        &mut self,
        before: Option<&Self>,
        changes: &Changes,
        uow: &UnitOfWork,
    ) -> impl Future<Output = Outcome<()>> + Send {
        let _ = (before, changes, uow);
        async { Ok(()) }
    }

    /// Rows that are entered together with a new record.
    fn beside(&self, uow: &UnitOfWork, rows: &mut Inserts) {
        let _ = (uow, rows);
    }

    /// What is written after a new record.
    fn created(&self, uow: &UnitOfWork) -> impl Future<Output = Outcome<()>> + Send {
        let _ = uow;
        async { Ok(()) }
    }

    /// What is written beside a changed record.
    fn updated(&self, before: &Self, uow: &UnitOfWork) -> impl Future<Output = Outcome<()>> + Send {
        let _ = (before, uow);
        async { Ok(()) }
    }

    /// What keeps a record from the recycle bin, besides what belongs to it.
    fn deleting(&self, uow: &UnitOfWork) -> impl Future<Output = Outcome<()>> + Send {
        let _ = uow;
        async { Ok(()) }
    }

    /// What keeps a record in the recycle bin.
    fn restoring(&self, uow: &UnitOfWork) -> impl Future<Output = Outcome<()>> + Send {
        let _ = uow;
        async { Ok(()) }
    }

    /// What is written beside a record that came back.
    fn restored(&self, uow: &UnitOfWork) -> impl Future<Output = Outcome<()>> + Send {
        let _ = uow;
        async { Ok(()) }
    }
}

/// Claims an idempotency key. `Some` is the record of the first time.
pub(crate) async fn claim(
    uow: &UnitOfWork,
    operation: &str,
    key: Option<&str>,
    digest: &str,
    result: Uuid,
) -> Outcome<Option<Uuid>> {
    let Some(key) = key else { return Ok(None) };
    if key.chars().count() > KEY_MAX || key.contains('\0') {
        return Err(Failure::at(Code::TooLong, "idempotencyKey", Text::KeyTooLong { max: KEY_MAX }));
    }
    match uow.claim(operation, key, digest, result).await? {
        Replay::New => Ok(None),
        Replay::Done(id) => Ok(Some(id)),
        Replay::Reused => Err(Failure::at(Code::IdempotencyKeyReused, "idempotencyKey", Text::KeyReused)),
    }
}

/// Forgets the idempotency keys that are remembered no longer.
pub async fn forget_keys(database: &Arc<Database>) -> Outcome<()> {
    let uow = Actor::operator(database).await?.begin().await?;
    uow.forget_keys().await?;
    uow.commit().await?;
    Ok(())
}

/// Creates a record.
pub async fn create<R: Editable>(actor: &Actor, input: &Input, key: Option<&str>) -> Outcome<Uuid> {
    again_if_overtaken(move || create_once::<R>(actor, input, key)).await
}

async fn create_once<R: Editable>(actor: &Actor, input: &Input, key: Option<&str>) -> Outcome<Uuid> {
    if !may_create(actor.viewer().role, R::DESCRIPTION.kind) {
        return Err(Failure::Forbidden);
    }
    let uow = actor.begin_for(R::DESCRIPTION).await?;
    let id = uow.new_id();
    if let Some(done) = claim(&uow, &format!("create{}", R::DESCRIPTION.name), key, &input.digest(), id).await? {
        // Answered when what it repeats is on the disk.
        uow.commit().await?;
        return Ok(done);
    }
    create_in::<R>(&uow, id, input).await?;
    uow.commit().await?;
    Ok(id)
}

/// Carries out a use case; where somebody else was faster with what must be unique, once more: then it is there to be seen.
pub(crate) async fn again_if_overtaken<T, F>(carry_out: impl Fn() -> F + Send + Sync) -> Outcome<T>
where
    F: Future<Output = Outcome<T>> + Send,
{
    match carry_out().await {
        Err(failure) if failure.is_overtaken() => carry_out().await,
        outcome => outcome,
    }
}

/// Creates a record inside a unit of work.
pub(crate) async fn create_in<R: Editable>(uow: &UnitOfWork, id: Uuid, input: &Input) -> Outcome<R> {
    let changes = input.check(uow).await?;
    let mut record = R::blank(uow, id)?;
    changes.apply(&mut record)?;
    refuse_retired(None, &record, &changes, uow)?;
    let missing: Vec<UserError> = R::DESCRIPTION
        .fields
        .iter()
        .filter(|field| !field.nullable && changes.has(field.key) && record.value(field).is_none())
        .map(|field| UserError::at(Code::Required, &path(field), Text::Required))
        .collect();
    if !missing.is_empty() {
        return Err(Failure::Refused(missing));
    }
    record.rules(None, &changes, uow).await?;
    let mut beside = Inserts::default();
    record.beside(uow, &mut beside);
    let record = uow.insert_beside(record, beside).await?;
    record.created(uow).await?;
    // What one creates must be one's own to change, else it is made in somebody else's name.
    if !uow.may::<R>(id, RecordAction::Update).await? {
        return Err(Failure::at(Code::Forbidden, "ownerId", Text::CreateForbidden));
    }
    Ok(record)
}

/// Changes fields of a record. With `if_version`, what others changed since then is merged where the fields differ, and
/// refused where they are the same.
pub async fn update<R: Editable>(
    actor: &Actor,
    id: Uuid,
    input: &Input,
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    let once = move || async move {
        let uow = actor.begin_for(R::DESCRIPTION).await?;
        update_in::<R>(&uow, id, input, if_version, key).await?;
        uow.commit().await?;
        Ok(id)
    };
    again_if_overtaken(once).await
}

/// Changes fields of a record inside a unit of work.
pub(crate) async fn update_in<R: Editable>(
    uow: &UnitOfWork,
    id: Uuid,
    input: &Input,
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<()> {
    let digest = format!("{id} {}", input.digest());
    // What was done the first time may have taken the right to do it: the record has another owner now.
    if claim(uow, &format!("update{}", R::DESCRIPTION.name), key, &digest, id).await?.is_some() {
        return Ok(());
    }
    let record = uow.checked::<R>(id, RecordAction::Update).await??;
    let changes = input.check(uow).await?;
    if let Some(error) = changes.fields().find(|field| field.write != tundish_domain::records::Write::Always) {
        return Err(Failure::BadInput(format!("{} is fixed at creation", error.key)));
    }
    let keys: Vec<&str> = changes.fields().map(|field| field.key).collect();
    refuse_stale(uow, &*record, &keys, if_version).await?;
    change(uow, record, &changes).await?;
    Ok(())
}

/// Puts checked changes into a record and saves it, by the rules of its room.
pub(crate) async fn change<R: Editable>(uow: &UnitOfWork, record: Checked<R>, changes: &Changes) -> Outcome<R> {
    let before: R = (*record).clone();
    let mut after = before.clone();
    changes.apply(&mut after)?;
    refuse_retired(Some(&before), &after, changes, uow)?;
    after.rules(Some(&before), changes, uow).await?;
    if let Some(owner) = R::DESCRIPTION.field("owner")
        && before.value(owner) != after.value(owner)
        && !uow.may::<R>(before.record_id(), RecordAction::Assign).await?
    {
        return Err(Failure::at(Code::Forbidden, "ownerId", Text::AssignForbidden));
    }
    let saved = uow.save(record, after, EventAction::Updated).await?;
    if saved.changed {
        saved.record.updated(&before, uow).await?;
    }
    refuse_smuggling(&before, &saved.record, uow).await?;
    Ok(saved.record)
}

/// Refuses to move a record below another one where nobody could create it: what one changes must stay one's own to change,
/// where the right to do so comes from what it belongs to.
async fn refuse_smuggling<R: Record>(before: &R, after: &R, uow: &UnitOfWork) -> Outcome<()> {
    let ways = ways(uow.viewer().role, R::DESCRIPTION.kind, RecordAction::Update);
    let through = ways.iter().filter_map(|way| match way {
        Way::As(key, _) => R::DESCRIPTION.field(key),
        _ => None,
    });
    let moved = through.into_iter().find(|field| before.value(field) != after.value(field));
    match moved {
        Some(field) if !uow.may::<R>(after.record_id(), RecordAction::Update).await? => {
            Err(Failure::at(Code::Forbidden, &path(field), Text::AssignForbidden))
        }
        _ => Ok(()),
    }
}

/// Refuses choices that can no longer be chosen, where the record does not have them already.
fn refuse_retired<R: Record>(before: Option<&R>, after: &R, changes: &Changes, uow: &UnitOfWork) -> Outcome<()> {
    let mut errors = Vec::new();
    for field in changes.fields() {
        let FieldKind::Choice { list } = field.kind else { continue };
        let Some(FieldValue::Text(key)) = after.value(field) else { continue };
        let known = before.and_then(|before| before.value(field));
        if known.as_ref().and_then(FieldValue::as_text) != Some(&key) && !uow.directory().can_choose(list, &key) {
            errors.push(UserError::at(Code::Invalid, &path(field), Text::ChoiceRetired { key }));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Failure::Refused(errors)) }
}

/// Refuses a change of fields, or of parts by the key under which events tell of them, that somebody else changed since
/// `if_version`.
pub(crate) async fn refuse_stale<R: Record>(
    uow: &UnitOfWork,
    record: &R,
    keys: &[&str],
    if_version: Option<i64>,
) -> Outcome<()> {
    let current = record.record_version();
    let Some(known) = if_version.filter(|known| *known != current) else { return Ok(()) };
    if known > current || known < 1 {
        return Err(Failure::BadInput(format!(
            "ifVersion {known} is not a version of this record, whose latest is {current}"
        )));
    }
    let changed = uow.changed_since(record.record_id(), known).await?;
    let stale: Vec<String> = keys
        .iter()
        .filter(|key| changed.iter().any(|other| other == *key))
        .map(|key| R::DESCRIPTION.field(key).map_or_else(|| (*key).to_owned(), path))
        .collect();
    if stale.is_empty() { Ok(()) } else { Err(Failure::Stale(stale)) }
}

/// Puts a record into the recycle bin, with what belongs to it if `cascade`; without, it is refused while anything does.
/// Stages and teams take nothing along: what is in them is moved first.
pub async fn delete<R: Editable>(actor: &Actor, id: Uuid, cascade: bool, if_version: Option<i64>) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin_for(R::DESCRIPTION).await?;
        delete_in::<R>(&uow, id, cascade, if_version).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}

/// Puts a record into the recycle bin inside a unit of work.
pub(crate) async fn delete_in<R: Editable>(
    uow: &UnitOfWork,
    id: Uuid,
    cascade: bool,
    if_version: Option<i64>,
) -> Outcome<()> {
    let record = uow.checked::<R>(id, RecordAction::Delete).await??;
    if if_version.is_some_and(|known| known != record.record_version()) {
        return Err(Failure::Stale(Vec::new()));
    }
    remove(uow, record, cascade, uow.new_id()).await
}

async fn remove<R: Editable>(uow: &UnitOfWork, record: Checked<R>, cascade: bool, deletion: Uuid) -> Outcome<()> {
    record.deleting(uow).await?;
    let mut belonging = 0;
    for collection in R::DESCRIPTION.collections {
        // Parts go with what they belong to.
        if matches!(collection.kind, RecordKind::DealLine | RecordKind::DealContact | RecordKind::ContactPoint) {
            continue;
        }
        let ids = uow.live_members(collection, record.record_id()).await?;
        // Notes and tasks say something about a record; they are no reason to keep it.
        if !cascade && !matches!(collection.kind, RecordKind::Note | RecordKind::Task) || R::DESCRIPTION.small {
            belonging += ids.len();
            continue;
        }
        for id in ids {
            remove_member(uow, collection.kind, id, deletion).await?;
        }
    }
    if belonging > 0 {
        return Err(if R::DESCRIPTION.small {
            Failure::at(Code::InUse, "id", Text::StillUsed { count: belonging })
        } else {
            Failure::at(Code::InUse, "cascade", Text::HasChildren { count: belonging })
        });
    }
    uow.delete(record, deletion).await?;
    Ok(())
}

fn remove_member(uow: &UnitOfWork, kind: RecordKind, id: Uuid, deletion: Uuid) -> BoxFuture<'_, Outcome<()>> {
    async fn one<R: Editable>(uow: &UnitOfWork, id: Uuid, deletion: Uuid) -> Outcome<()> {
        // It may have gone already, by another way.
        match uow.checked::<R>(id, RecordAction::Delete).await? {
            Ok(record) => remove(uow, record, true, deletion).await,
            Err(Refused::NotFound) if uow.is_deleted::<R>(id).await? => Ok(()),
            Err(_) => Err(Failure::at(Code::Forbidden, "cascade", Text::ChildrenForbidden)),
        }
    }
    Box::pin(async move {
        match kind {
            RecordKind::Account => one::<Account>(uow, id, deletion).await,
            RecordKind::Contact => one::<Contact>(uow, id, deletion).await,
            RecordKind::Deal => one::<Deal>(uow, id, deletion).await,
            RecordKind::Note => one::<Note>(uow, id, deletion).await,
            RecordKind::Task => one::<Task>(uow, id, deletion).await,
            // Nothing else is taken along by anything.
            _ => Err(Failure::at(Code::InUse, "cascade", Text::HasChildren { count: 1 })),
        }
    })
}

/// Takes a record out of the recycle bin, with what went there together with it.
pub async fn restore<R: Editable>(actor: &Actor, id: Uuid) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin_for(R::DESCRIPTION).await?;
        let record = uow.checked::<R>(id, RecordAction::Restore).await??;
        restore_in(&uow, record).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}

/// Takes a record out of the recycle bin inside a unit of work.
pub(crate) async fn restore_in<R: Editable>(uow: &UnitOfWork, record: Checked<R>) -> Outcome<()> {
    let deletion = uow.deletion_of(&record)?;
    bring_back(uow, record).await?;
    if let Some(deletion) = deletion {
        restore_together::<Account>(uow, deletion).await?;
        restore_together::<Contact>(uow, deletion).await?;
        restore_together::<Deal>(uow, deletion).await?;
        restore_together::<Note>(uow, deletion).await?;
        restore_together::<Task>(uow, deletion).await?;
    }
    Ok(())
}

async fn bring_back<R: Editable>(uow: &UnitOfWork, record: Checked<R>) -> Outcome<()> {
    record.restoring(uow).await?;
    uow.restore(record).await?.restored(uow).await
}

async fn restore_together<R: Editable>(uow: &UnitOfWork, deletion: Uuid) -> Outcome<()> {
    for record in uow.deleted_together::<R>(deletion).await? {
        bring_back(uow, record).await?;
    }
    Ok(())
}
