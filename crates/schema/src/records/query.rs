//! Any record by its id; search over all of them.

use async_graphql::{Context, ID, Object as GraphqlObject, SimpleObject};
use tundish_application::store::records::{DESCRIPTIONS, describe};
use tundish_domain::records::RecordKind;

use super::{
    context::{actor, coded, store},
    event::node,
    object::{Node, selection},
};

/// Queries over all kinds of records.
#[derive(Default)]
pub struct RecordsQuery;

/// A record that was found.
#[derive(SimpleObject)]
pub struct SearchHit {
    /// The record.
    node: Node,
    /// Its kind.
    kind: RecordKind,
    /// Its title; of a note, the beginning of its first line.
    title: String,
}

/// The most ids of `nodes`.
const NODES_MAX: usize = 200;
/// The most hits of a search.
const HITS_MAX: i32 = 100;
/// The kinds that are searched where none is asked for.
const SEARCHED: &[RecordKind] = &[
    RecordKind::Account,
    RecordKind::Contact,
    RecordKind::Deal,
    RecordKind::Product,
    RecordKind::Note,
    RecordKind::Task,
];

/// Queries over all kinds of records.
#[GraphqlObject]
impl RecordsQuery {
    /// Any record that the viewer may see, by its id alone; null if there is none.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The record's id.")] id: ID,
    ) -> async_graphql::Result<Option<Node>> {
        let Ok(id) = id.parse() else { return Ok(None) };
        let kind = actor(ctx)?.scope().kind(id).await.map_err(|error| store(ctx, error))?;
        match kind {
            Some(kind) => node(ctx, kind, id).await,
            None => Ok(None),
        }
    }

    /// Several records, in the order of their ids; null where there is none that the viewer may see.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The records' ids, at most 200.")] ids: Vec<ID>,
    ) -> async_graphql::Result<Vec<Option<Node>>> {
        if ids.len() > NODES_MAX {
            return Err(coded(format!("nodes takes at most {NODES_MAX} ids"), "BAD_USER_INPUT"));
        }
        let mut nodes = Vec::with_capacity(ids.len());
        for id in ids {
            nodes.push(self.node(ctx, id).await?);
        }
        Ok(nodes)
    }

    /// Full-text search over what the viewer may see, best first: words, parts of Chinese text, pinyin and its initials.
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to look for, at most 200 characters.")] query: String,
        #[graphql(desc = "The kinds to look among; absent: accounts, contacts, deals, products, notes and tasks.")]
        kinds: Option<Vec<RecordKind>>,
        #[graphql(desc = "How many hits at most, 1 to 100; absent: 20.")] first: Option<i32>,
    ) -> async_graphql::Result<Vec<SearchHit>> {
        let first = first.unwrap_or(20);
        if !(1..=HITS_MAX).contains(&first) {
            return Err(coded(format!("first is from 1 to {HITS_MAX}"), "BAD_USER_INPUT"));
        }
        if query.chars().count() > 200 {
            return Err(coded("a search has at most 200 characters", "BAD_USER_INPUT"));
        }
        let scope = actor(ctx)?.scope();
        let mut kinds = kinds.unwrap_or_else(|| SEARCHED.to_vec());
        kinds.sort_unstable();
        kinds.dedup();
        let hits = scope
            .search(&query, &kinds, u64::try_from(first).unwrap_or(20))
            .await
            .map_err(|error| store(ctx, error))?;
        let mut rows = std::collections::HashMap::new();
        let asked = ctx.field().selection_set().find(|field| field.name() == "node");
        for description in DESCRIPTIONS {
            let ids: Vec<_> = hits.iter().filter(|hit| hit.kind == description.kind).map(|hit| hit.id).collect();
            if ids.is_empty() {
                continue;
            }
            let selection = asked.map_or_else(Default::default, |field| selection(field, describe(description.kind)));
            let found = scope.rows(description, &ids, selection).await.map_err(|error| store(ctx, error))?;
            rows.extend(found.into_iter().map(|row| (row.id, row)));
        }
        Ok(hits
            .into_iter()
            .filter_map(|hit| {
                Some(SearchHit { node: Node::new(rows.remove(&hit.id)?)?, kind: hit.kind, title: hit.title })
            })
            .collect())
    }
}
