//! What a follower may see of events, and what has gone out of sight by them.

use std::collections::{HashMap, HashSet};

use tundish_domain::{
    organisation::{
        Role,
        rights::{Way, ways},
    },
    records::{EventAction, FieldKind, FieldValue, RecordAction, RecordKind},
};
use tundish_persistence::records::{Event, FieldChange, Viewer, describe};
use uuid::Uuid;

use super::{Actor, Outcome};

/// The kinds of records of which some may go out of sight, or come into it, with an event of a record of another kind, be
/// it that they are seen by way of that record or that it says who sees whose.
pub(super) fn others_concerned(event: &Event) -> &'static [RecordKind] {
    use RecordKind::{Account, Contact, Deal, Note, Target, Task};
    let changes = |keys: &[&str]| event.changes.iter().any(|change| keys.contains(&change.field.as_str()));
    match event.kind {
        // What is new has led to nothing yet.
        _ if event.action == EventAction::Created => &[],
        RecordKind::User if changes(&["team", "roleKey"]) => &[Account, Contact, Deal, Note, Task, Target],
        RecordKind::Team if changes(&["parent", "manager"]) => &[Account, Contact, Deal, Note, Task, Target],
        Account if changes(&["owner"]) => &[Contact, Note, Task],
        Deal if changes(&["owner", "account"]) || event.action == EventAction::Deleted => {
            &[Account, Contact, Note, Task]
        }
        _ => &[],
    }
}

/// What somebody sees of the records of some events, now.
pub(super) struct Sight<'a> {
    viewer: &'a Viewer,
    /// Those that he may see, and those that he might if they did not lie in the recycle bin.
    alive: HashSet<Uuid>,
    visible: HashSet<Uuid>,
}

impl<'a> Sight<'a> {
    pub(super) async fn of(actor: &'a Actor, events: &[Event]) -> Outcome<Self> {
        let mut looked_at: HashMap<RecordKind, Vec<Uuid>> = HashMap::new();
        for event in events {
            looked_at.entry(event.kind).or_default().push(event.record_id);
            for (kind, left) in event.changes.iter().filter_map(|change| left(event.kind, change)) {
                looked_at.entry(kind).or_default().push(left);
            }
        }
        let scope = actor.scope().newest();
        let mut sight = Self { viewer: actor.viewer(), alive: HashSet::new(), visible: HashSet::new() };
        for (kind, ids) in looked_at {
            sight.visible.extend(scope.with_deleted().visible(kind, &ids).await?);
            sight.alive.extend(scope.visible(kind, &ids).await?);
        }
        Ok(sight)
    }

    /// The event as it may be told: as it is; as `HIDDEN` where the record went out of sight by it; or not at all.
    pub(super) fn show(&self, event: Event) -> Option<Event> {
        let deletion = event.action == EventAction::Deleted;
        if self.sees(&event) || (deletion && self.visible.contains(&event.record_id)) {
            return Some(event);
        }
        self.lost(&event).then(|| untold(event, EventAction::Hidden))
    }

    /// Whether other records than the event's own have gone out of sight by it, or come into it.
    pub(super) fn moved_by(&self, event: &Event) -> bool {
        let manager = self.viewer.role == Role::Manager;
        match event.kind {
            RecordKind::User if event.record_id == self.viewer.user.0 => true,
            RecordKind::User | RecordKind::Team => manager,
            _ if self.viewer.role == Role::Administrator => false,
            RecordKind::Deal if event.action == EventAction::Deleted => self.visible.contains(&event.record_id),
            _ if !self.sees(event) => self.lost(event),
            // What was seen by way of it only.
            _ => event
                .changes
                .iter()
                .filter_map(|change| left(event.kind, change))
                .any(|(_, left)| !self.alive.contains(&left)),
        }
    }

    fn sees(&self, event: &Event) -> bool {
        self.alive.contains(&event.record_id)
    }

    /// Whether the viewer saw the record before this event and, not seeing it now, lost sight of it by it: it was
    /// somebody's of whose he sees all, or belonged to what he sees.
    fn lost(&self, event: &Event) -> bool {
        let new = event.action == EventAction::Created;
        !new && event.changes.iter().any(|change| {
            if change.field == "owner" {
                return match change.from.as_ref().and_then(FieldValue::as_id) {
                    Some(owner) => self.viewer.people.iter().any(|person| person.0 == owner),
                    None => self.viewer.role != Role::Representative,
                };
            }
            let by = |way: &Way| matches!(way, Way::As(key, RecordAction::Read) if *key == change.field);
            left(event.kind, change).is_some_and(|(_, left)| self.alive.contains(&left))
                && ways(self.viewer.role, event.kind, RecordAction::Read).iter().any(by)
        })
    }
}

/// The record to which a record no longer belongs.
fn left(kind: RecordKind, change: &FieldChange) -> Option<(RecordKind, Uuid)> {
    match describe(kind).field(&change.field)?.kind {
        FieldKind::Reference(parent) if !describe(parent).small => {
            Some((parent, change.from.as_ref().and_then(FieldValue::as_id)?))
        }
        _ => None,
    }
}

/// Stands for what is not told: the record's id only, or, as `RELOAD`, that of one of the records.
pub(super) fn untold(event: Event, action: EventAction) -> Event {
    Event { action, changes: Vec::new(), actor: None, ..event }
}
