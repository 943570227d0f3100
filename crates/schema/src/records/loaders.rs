//! Nested lists in one statement per level.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::Arc,
};

use async_graphql::dataloader::Loader;
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
        let Some(scope) = self.0.actor().map(|actor| actor.scope()) else { return Ok(HashMap::new()) };
        let mut levels: HashMap<&str, Vec<&NestedKey>> = HashMap::new();
        for key in keys {
            levels.entry(&key.request.signature).or_default().push(key);
        }
        let mut loaded = HashMap::with_capacity(keys.len());
        for level in levels.into_values() {
            let Some(first) = level.first() else { continue };
            let request = &first.request;
            let parents: Vec<Uuid> = level.iter().map(|key| key.parent).collect();
            let pages = scope
                .nested(describe(request.kind), request.key, &parents, request.list.clone())
                .await
                .map_err(Arc::new)?;
            for (parent, page) in pages {
                loaded.insert(NestedKey { parent, request: Arc::clone(request) }, Arc::new(page));
            }
        }
        Ok(loaded)
    }
}
