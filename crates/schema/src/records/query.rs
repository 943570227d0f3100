//! Any record by its id; search over all of them.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, Object as GraphqlObject, SelectionField, SimpleObject};
use tundish_application::store::records::{DESCRIPTIONS, Row, Scope};
use tundish_domain::records::RecordKind;
use uuid::Uuid;

use super::{
    context::{actor, coded, store},
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

/// What is asked of records of several kinds, in one statement a kind; only those that may be read.
async fn rows(
    ctx: &Context<'_>,
    scope: &Scope,
    records: &[(RecordKind, Uuid)],
    asked: Option<SelectionField<'_>>,
) -> async_graphql::Result<HashMap<Uuid, Arc<Row>>> {
    let mut rows = HashMap::new();
    for description in DESCRIPTIONS {
        let of_kind = records.iter().filter(|(kind, _)| *kind == description.kind);
        let ids: Vec<Uuid> = of_kind.map(|(_, id)| *id).collect();
        if !ids.is_empty() {
            let selection = asked.map_or_else(Default::default, |field| selection(field, description));
            let found = scope.rows(description, &ids, selection).await.map_err(|error| store(ctx, error))?;
            rows.extend(found.into_iter().map(|row| (row.id, row)));
        }
    }
    Ok(rows)
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
        Ok(self.nodes(ctx, vec![id]).await?.pop().flatten())
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
        let scope = actor(ctx)?.scope();
        let ids: Vec<Option<Uuid>> = ids.iter().map(|id| id.parse().ok()).collect();
        let known: Vec<Uuid> = ids.iter().flatten().copied().collect();
        let kinds = scope.kinds(&known).await.map_err(|error| store(ctx, error))?;
        let rows = rows(ctx, &scope, &kinds, Some(ctx.field())).await?;
        Ok(ids.iter().map(|id| Node::new(Arc::clone(rows.get(&(*id)?)?))).collect())
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
        let asked = ctx.field().selection_set().find(|field| field.name() == "node");
        let found: Vec<(RecordKind, Uuid)> = hits.iter().map(|hit| (hit.kind, hit.id)).collect();
        let mut rows = rows(ctx, &scope, &found, asked).await?;
        Ok(hits
            .into_iter()
            .filter_map(|hit| {
                Some(SearchHit { node: Node::new(rows.remove(&hit.id)?)?, kind: hit.kind, title: hit.title })
            })
            .collect())
    }
}
