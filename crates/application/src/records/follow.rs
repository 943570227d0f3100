//! Following what happens, with the rights of the moment.

use std::{collections::HashSet, sync::Arc};

use futures::{Stream, stream};
use tokio::sync::watch;
use tundish_domain::records::{EventAction, RecordKind};
use tundish_persistence::{Database, records::Event};
use uuid::Uuid;

use super::{
    Outcome,
    sight::{Sight, others_concerned, untold},
};
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
            let mut events = self.database.events_after(self.after, BATCH).await?;
            let past = self.after < self.history;
            if past {
                // Only what comes from now on may be coalesced.
                events.retain(|event| event.seq.is_some_and(|seq| seq <= self.history));
            }
            let Some(last) = events.last().and_then(|event| event.seq) else {
                if self.news.changed().await.is_err() {
                    return Ok(None);
                }
                continue;
            };
            self.after = last;
            let mut shown = self.shown(events).await?;
            if !past && shown.len() > COALESCED {
                shown = shown.pop().map(|event| untold(event, EventAction::Reload)).into_iter().collect();
            }
            self.ready = shown.into_iter();
        }
    }

    fn follows(&self, event: &Event) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&event.kind))
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&event.record_id))
    }

    /// Whether records that are followed may be seen, or not be seen, by way of the event's record.
    fn concerns_others(&self, event: &Event) -> bool {
        let concerned = others_concerned(event);
        !concerned.is_empty()
            && self.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|kind| concerned.contains(kind)))
    }

    /// What of a batch the holder may see. Where other records than those of the events went out of sight, one `RELOAD` comes
    /// before the first such event: all of the batch has happened already, so whoever loads then loads what is left.
    async fn shown(&self, events: Vec<Event>) -> Outcome<Vec<Event>> {
        // Whoever follows deals only must hear too that the own session has ended.
        let admission = [RecordKind::Session, RecordKind::AccessToken, RecordKind::User];
        let admitted = events.iter().any(|event| admission.contains(&event.kind));
        let events: Vec<Event> =
            events.into_iter().filter(|event| self.follows(event) || self.concerns_others(event)).collect();
        if events.is_empty() && !admitted {
            return Ok(events);
        }
        let (actor, _) = self.credential.actor().await?;
        let sight = Sight::of(&actor, &events).await?;
        let (mut shown, mut told) = (Vec::with_capacity(events.len()), false);
        for event in events {
            if !told && self.concerns_others(&event) && sight.moved_by(&event) {
                told = true;
                shown.push(untold(event.clone(), EventAction::Reload));
            }
            if self.follows(&event) {
                shown.extend(sight.show(event));
            }
        }
        Ok(shown)
    }
}
