//! What happens, as it happens.

use async_graphql::{Context, ID, Subscription};
use futures::{Stream, StreamExt};
use tundish_domain::records::RecordKind;
use uuid::Uuid;

use super::{
    context::{coded, request},
    event::RecordEvent,
};

/// Subscriptions over all kinds of records.
#[derive(Default)]
pub struct RecordsSubscription;

/// The most ids of a subscription.
const IDS_MAX: usize = 1_000;

/// Subscriptions over all kinds of records.
#[Subscription]
impl RecordsSubscription {
    /// What happens to the records that the viewer may see, in order. Whoever comes back gives the last `seq` and misses
    /// nothing. A record of which the viewer loses sight is told once, as `HIDDEN`, with its id only. Where too much happens
    /// at once, or records go out of sight because of what they belong to, or because teams or roles change, one `RELOAD`
    /// stands for it, also if `kinds` or `ids` do not name its record.
    async fn record_events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these kinds; absent: all.")] kinds: Option<Vec<RecordKind>>,
        #[graphql(desc = "Only these records, at most 1000; absent: all.")] ids: Option<Vec<ID>>,
        #[graphql(desc = "Only events behind this one; absent: those from now on.")] after_seq: Option<String>,
    ) -> async_graphql::Result<impl Stream<Item = async_graphql::Result<RecordEvent>>> {
        let request = request(ctx);
        if request.actor().is_none() {
            return Err(coded("sign in first", "UNAUTHENTICATED"));
        }
        if ids.as_ref().is_some_and(|ids| ids.len() > IDS_MAX) {
            return Err(coded(format!("ids takes at most {IDS_MAX} ids"), "BAD_USER_INPUT"));
        }
        let after = match after_seq.map(|seq| seq.parse::<i64>()) {
            None => None,
            Some(Ok(seq)) if seq >= 0 => Some(seq),
            Some(_) => return Err(coded("afterSeq is the seq of an event", "BAD_USER_INPUT")),
        };
        let ids: Option<Vec<Uuid>> = ids.map(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect());
        let access = request.credential.clone().ok_or_else(|| coded("sign in first", "UNAUTHENTICATED"))?;
        let stream = tundish_application::records::follow(access, kinds, ids, after);
        let request = std::sync::Arc::clone(ctx.data_unchecked::<std::sync::Arc<super::context::Request>>());
        Ok(stream.then(move |event| {
            let request = std::sync::Arc::clone(&request);
            async move {
                let event = match request.renew().await {
                    Ok(()) => event,
                    Err(failure) => Err(failure),
                };
                event.map(RecordEvent::new).map_err(|failure| request.failure(failure))
            }
        }))
    }
}
