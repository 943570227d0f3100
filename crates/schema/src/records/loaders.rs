//! Nested lists in one statement per level.

use std::{
    collections::HashMap,
    future::poll_fn,
    hash::{Hash, Hasher},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    time::Duration,
};

use async_graphql::dataloader::{DataLoader, Loader};
use futures::{
    Stream, StreamExt,
    channel::mpsc::{UnboundedReceiver, unbounded},
    future::{BoxFuture, try_join_all},
    stream,
};
use tundish_application::store::records::{List, Page, Row, StoreError, describe};
use tundish_domain::records::RecordKind;
use uuid::Uuid;

use super::context::Request;

/// Loads the lists of many parents at once.
pub struct Nested(pub Arc<Request>);

/// The list of one parent.
#[derive(Clone, Debug)]
pub(crate) struct NestedKey {
    pub(crate) parent: Uuid,
    pub(crate) request: Arc<NestedList>,
}

/// A nested list as it was asked for: the same for all parents of the level.
#[derive(Debug)]
pub(crate) struct NestedList {
    pub(crate) kind: RecordKind,
    pub(crate) key: &'static str,
    pub(crate) list: List,
    pub(crate) signature: String,
}

impl PartialEq for NestedKey {
    fn eq(&self, other: &Self) -> bool {
        self.parent == other.parent && self.request.signature == other.request.signature
    }
}

impl Eq for NestedKey {}

impl Hash for NestedKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parent.hash(state);
        self.request.signature.hash(state);
    }
}

impl Loader<NestedKey> for Nested {
    type Value = Arc<Page<Arc<Row>>>;
    type Error = Arc<StoreError>;

    async fn load(&self, keys: &[NestedKey]) -> Result<HashMap<NestedKey, Self::Value>, Self::Error> {
        let Some(scope) = &self.0.actor().map(|actor| actor.scope()) else { return Ok(HashMap::new()) };
        let mut levels: HashMap<&str, Vec<&NestedKey>> = HashMap::new();
        for key in keys {
            levels.entry(&key.request.signature).or_default().push(key);
        }
        let reading = levels.into_values().filter_map(|level| Some((&level.first()?.request, level))).map(
            |(request, level)| async move {
                let parents: Vec<Uuid> = level.iter().map(|key| key.parent).collect();
                let list = request.list.clone();
                Ok::<_, StoreError>((request, scope.nested(describe(request.kind), request.key, &parents, list).await?))
            },
        );
        let mut loaded = HashMap::with_capacity(keys.len());
        for (request, pages) in try_join_all(reading).await.map_err(Arc::new)? {
            for (parent, page) in pages {
                loaded.insert(NestedKey { parent, request: Arc::clone(request) }, Arc::new(page));
            }
        }
        Ok(loaded)
    }
}

/// The reads of nested lists that wait for [`execute`].
pub struct Reads(UnboundedReceiver<BoxFuture<'static, ()>>);

/// The loader of a request's nested lists, and the reads that it asks for.
pub fn loader(request: Arc<Request>) -> (DataLoader<Nested>, Reads) {
    let (reads, waiting) = unbounded();
    let read = move |read| {
        // The receiver lives as long as the operation.
        let _ = reads.unbounded_send(read);
    };
    (DataLoader::new(Nested(request), read).delay(Duration::ZERO), Reads(waiting))
}

/// Carries an operation out, with the reads that it asks for.
pub async fn execute<T>(operation: impl Future<Output = T>, mut reads: Reads) -> T {
    let operation = pin!(operation);
    next(operation, &mut reads).await
}

/// Carries out an operation that answers again and again: a subscription.
pub fn follow<T>(operation: impl Stream<Item = T> + Send + Unpin, reads: Reads) -> impl Stream<Item = T> + Send {
    stream::unfold((operation, reads), |(mut operation, mut reads)| async move {
        let answer = next(operation.next(), &mut reads).await?;
        Some((answer, (operation, reads)))
    })
}

/// Waits for an answer, and reads its nested lists whenever it can go no further: then all lists of a level have been asked
/// for, and one statement answers them.
async fn next<T>(answer: impl Future<Output = T>, reads: &mut Reads) -> T {
    let mut operation = pin!(answer);
    let mut reading = pin!(reads.0.by_ref().for_each_concurrent(None, |read| read));
    let mut read = false;
    poll_fn(|context| {
        let noted = Arc::new(Noted { woken: AtomicBool::new(false), task: context.waker().clone() });
        let waker = Waker::from(Arc::clone(&noted));
        if let Poll::Ready(done) = operation.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Poll::Ready(done);
        }
        // Within long lists an operation pauses and wakes itself: it has more to ask for.
        if !noted.woken.load(Ordering::Acquire) && !read {
            read = reading.as_mut().poll(context).is_ready();
        }
        Poll::Pending
    })
    .await
}

/// A waker that remembers whether it was used.
struct Noted {
    woken: AtomicBool,
    task: Waker,
}

impl Wake for Noted {
    fn wake(self: Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.task.wake_by_ref();
    }
}
