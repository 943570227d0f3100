//! Following what happens, with the rights of the moment.

use std::{collections::HashSet, sync::Arc};

use futures::{Stream, stream};
use tokio::sync::watch;
use tundish_domain::{
    organisation::Role,
    records::{EventAction, FieldValue, RecordKind},
};
use tundish_persistence::{
    Database,
    records::{Event, Viewer},
};
use uuid::Uuid;

use super::Outcome;
use crate::organisation::Credential;

/// How many events are read at once.
const BATCH: u64 = 500;
/// More new events than this at once are told as one `RELOAD`.
const COALESCED: usize = 100;

struct Follower {
    credential: Credential,
    database: Arc<Database>,
    news: watch::Receiver<i64>,
    kinds: Option<Vec<RecordKind>>,
    ids: Option<HashSet<Uuid>>,
    after: i64,
    /// Up to here nothing is coalesced: whoever comes back gets every event that he missed.
    history: i64,
    ready: std::vec::IntoIter<Event>,
}

/// The events that the holder of a credential may see, in order. The rights are looked up anew for every batch; when the
/// credential no longer holds, the stream ends with a failure.
pub fn follow(
    credential: Credential,
    kinds: Option<Vec<RecordKind>>,
    ids: Option<Vec<Uuid>>,
    after: Option<i64>,
) -> impl Stream<Item = Outcome<Event>> {
    let database = Arc::clone(credential.database());
    let news = database.news();
    let now = *news.borrow();
    let follower = Follower {
        credential,
        database,
        news,
        kinds,
        ids: ids.map(|ids| ids.into_iter().collect()),
        after: after.unwrap_or(now),
        history: now,
        ready: Vec::new().into_iter(),
    };
    stream::unfold(Some(follower), |state| async {
        let mut follower = state?;
        match follower.next().await {
            Ok(Some(event)) => Some((Ok(event), Some(follower))),
            Ok(None) => None,
            Err(failure) => Some((Err(failure), None)),
        }
    })
}

impl Follower {
    async fn next(&mut self) -> Outcome<Option<Event>> {
        loop {
            if let Some(event) = self.ready.next() {
                return Ok(Some(event));
            }
            self.news.borrow_and_update();
            let events = self.database.events_after(self.after, BATCH).await?;
            let Some(last) = events.last().and_then(|event| event.seq) else {
                if self.news.changed().await.is_err() {
                    return Ok(None);
                }
                continue;
            };
            let past = last <= self.history;
            self.after = last;
            let mut shown = self.shown(events).await?;
            if !past && shown.len() > COALESCED {
                shown = shown.pop().map(reload).into_iter().collect();
            }
            self.ready = shown.into_iter();
        }
    }

    /// What of a batch the holder may see.
    async fn shown(&self, events: Vec<Event>) -> Outcome<Vec<Event>> {
        let wanted = |event: &Event| {
            self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&event.kind))
                && self.ids.as_ref().is_none_or(|ids| ids.contains(&event.record_id))
        };
        // Whoever follows deals only must hear too that the own session has ended.
        let admission = [RecordKind::Session, RecordKind::AccessToken, RecordKind::User];
        let admitted = events.iter().any(|event| admission.contains(&event.kind));
        let events: Vec<Event> = events.into_iter().filter(wanted).collect();
        if events.is_empty() && !admitted {
            return Ok(events);
        }
        let (actor, _) = self.credential.actor().await?;
        let scope = actor.scope().newest();
        let (mut visible, mut alive) = (HashSet::new(), HashSet::new());
        for kind in RecordKind::ALL {
            let ids: Vec<Uuid> =
                events.iter().filter(|event| event.kind == *kind).map(|event| event.record_id).collect();
            if !ids.is_empty() {
                visible.extend(scope.with_deleted().visible(*kind, &ids).await?);
                alive.extend(scope.visible(*kind, &ids).await?);
            }
        }
        let show = |event: Event| {
            let deletion = event.action == EventAction::Deleted;
            if alive.contains(&event.record_id) || (deletion && visible.contains(&event.record_id)) {
                return Some(event);
            }
            lost_sight(&event, actor.viewer()).then(|| hide(event))
        };
        Ok(events.into_iter().filter_map(show).collect())
    }
}

/// Whether the viewer saw the record before this event and, not seeing it now, lost sight of it by it.
fn lost_sight(event: &Event, viewer: &Viewer) -> bool {
    event.changes.iter().filter(|change| change.field == "owner").any(|change| {
        match change.from.as_ref().and_then(FieldValue::as_id) {
            Some(owner) => viewer.people.iter().any(|person| person.0 == owner),
            None => viewer.role != Role::Representative,
        }
    })
}

/// All that may be told of a record out of sight.
fn hide(event: Event) -> Event {
    Event { action: EventAction::Hidden, changes: Vec::new(), actor: None, ..event }
}

/// Stands for many events; `record_id` and `kind` are those of the last one.
fn reload(event: Event) -> Event {
    Event { action: EventAction::Reload, changes: Vec::new(), actor: None, ..event }
}
