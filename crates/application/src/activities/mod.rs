//! Notes and tasks.

use tundish_domain::{
    kernel::ids::{NoteId, TaskId},
    records::{EventAction, RecordAction},
};
use tundish_persistence::{
    activities::{Note, Task},
    records::UnitOfWork,
};
use uuid::Uuid;

use crate::records::{Actor, Editable, Outcome, again_if_overtaken, claim, digest};

impl Editable for Note {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: NoteId(id),
            body: String::new(),
            deal_id: None,
            account_id: None,
            contact_id: None,
            owner_id: Some(uow.viewer().user),
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }
}

impl Editable for Task {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: TaskId(id),
            title: String::new(),
            due_date: None,
            completed_at: None,
            deal_id: None,
            account_id: None,
            contact_id: None,
            owner_id: Some(uow.viewer().user),
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }
}

/// Marks a task as done, or as open again.
pub async fn complete_task(actor: &Actor, id: Uuid, done: bool, key: Option<&str>) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin().await?;
        let task = uow.checked::<Task>(id, RecordAction::Update).await??;
        if claim(&uow, "completeTask", key, &digest(&format!("{id} {done}")), id).await?.is_some() {
            // Answered when what it repeats is on the disk.
            uow.commit().await?;
            return Ok(id);
        }
        let mut after = (*task).clone();
        after.completed_at = done.then(|| task.completed_at.unwrap_or_else(|| uow.now()));
        uow.save(task, after, EventAction::Updated).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}
