//! Notes and tasks.

use async_graphql::{Context, ID, Object as GraphqlObject};

use crate::{
    models::{Note, Task},
    records::{
        context::{own_id, writer},
        mutations::{record_mutations, record_queries},
        object::{GraphqlRecord, NoExtra},
        payload::{Payload, payload},
    },
};

impl GraphqlRecord for Note {
    type Extra = NoExtra;
}

impl GraphqlRecord for Task {
    type Extra = NoExtra;
}

record_queries! {
    /// Queries of notes.
    NoteQueries for Note {
        one "note": "A note by its id; null if there is none that the viewer may see.";
        list "notes": "The notes that the viewer may see.";
    }
}

record_queries! {
    /// Queries of tasks.
    TaskQueries for Task {
        one "task": "A task by its id; null if there is none that the viewer may see.";
        list "tasks": "The tasks that the viewer may see.";
    }
}

record_mutations! {
    /// Mutations of notes.
    NoteMutations for Note {
        create "createNote": "Writes a note about a deal, an account or a contact.";
        update "updateNote": "Changes a note.";
        delete "deleteNote": "Puts a note into the recycle bin.";
        restore "restoreNote": "Takes a note out of the recycle bin.";
    }
}

record_mutations! {
    /// Mutations of tasks.
    TaskMutations for Task {
        create "createTask": "Enters something to do; without an owner it is the viewer's.";
        update "updateTask": "Changes a task.";
        delete "deleteTask": "Puts a task into the recycle bin.";
        restore "restoreTask": "Takes a task out of the recycle bin.";
    }
}

/// What is done with activities.
#[derive(Default)]
pub struct ActivityMutations;

/// What is done with activities.
#[GraphqlObject]
impl ActivityMutations {
    /// Marks a task as done now, or as open again.
    async fn complete_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task's id.")] id: ID,
        #[graphql(desc = "Whether it is done.", default = true)] done: bool,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Task>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        let key = idempotency_key.as_deref();
        let outcome = tundish_application::activities::complete_task(&actor, id, done, key).await;
        payload(ctx, outcome, Some(id)).await.map(Some)
    }
}
