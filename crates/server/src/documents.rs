//! Documents that were parsed before. Programs send the same few again and again, with other variables; parsing one costs
//! more than finding what it asks for.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use async_graphql::{
    ServerError,
    parser::{parse_query, types::ExecutableDocument},
};

/// How many documents are kept.
const KEPT: usize = 1_000;
/// The longest document that is kept, in bytes.
const LENGTH_MAX: usize = 10_000;

/// The documents that are known, by their text.
#[derive(Default)]
pub struct Documents(RwLock<HashMap<Box<str>, Arc<ExecutableDocument>>>);

impl Documents {
    /// The document of a text, or why it is none.
    pub fn parse(&self, text: &str) -> Result<Arc<ExecutableDocument>, String> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(text).map(Arc::clone);
        known.map_or_else(|| parse_query(text).map(Arc::new).map_err(|error| ServerError::from(error).message), Ok)
    }

    /// Remembers a document that was found good.
    pub fn keep(&self, text: &str, document: Arc<ExecutableDocument>) {
        if text.len() > LENGTH_MAX || self.0.read().unwrap_or_else(PoisonError::into_inner).contains_key(text) {
            return;
        }
        let mut documents = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Whoever sends ever new documents fills it; then it begins anew, which costs the others one parsing each.
        if documents.len() >= KEPT {
            documents.clear();
        }
        documents.insert(text.into(), document);
    }
}

#[cfg(test)]
mod tests {
    use super::{Documents, KEPT};

    #[test]
    fn known_documents_are_the_same_and_their_number_is_bounded() {
        let documents = Documents::default();
        let first = documents.parse("{ viewer { id } }").unwrap();
        documents.keep("{ viewer { id } }", first.clone());
        let again = documents.parse("{ viewer { id } }").unwrap();
        assert_eq!(format!("{first:?}"), format!("{again:?}"));
        assert!(documents.parse("{ viewer {").is_err());
        for number in 0..=KEPT {
            let text = format!("{{ a{number}: viewer {{ id }} }}");
            documents.keep(&text, documents.parse(&text).unwrap());
        }
        assert!(documents.0.read().unwrap().len() <= KEPT);
    }
}
