//! Relay connections.

use std::{borrow::Cow, marker::PhantomData, sync::Arc};

use async_graphql::{Context, Object, SelectionField, SimpleObject, TypeName};
use tundish_application::store::records::{
    Cursor, Filter, List, OrderBy, PAGE_DEFAULT, PAGE_MAX, Page, PageRequest, Record, Row, Scope, Selection,
};
use tundish_domain::records::Description;
use uuid::Uuid;

use super::{
    context::{coded, nested, scope, store},
    filter::FilterInput,
    loaders::{NestedKey, NestedList},
    object::{GraphqlRecord, Object as RecordObject, select_into},
    order::OrderInput,
    relative::Today,
};

/// The arguments of a list.
pub(crate) struct ListArguments<R> {
    pub(crate) filter: Option<FilterInput<R>>,
    pub(crate) search: Option<String>,
    pub(crate) order_by: Option<Vec<OrderInput<R>>>,
    pub(crate) first: Option<i32>,
    pub(crate) after: Option<String>,
    pub(crate) last: Option<i32>,
    pub(crate) before: Option<String>,
}

impl<R> Default for ListArguments<R> {
    fn default() -> Self {
        Self { filter: None, search: None, order_by: None, first: None, after: None, last: None, before: None }
    }
}

/// The longest search.
const SEARCH_MAX: usize = 200;
/// The most keys of an order.
const ORDER_MAX: usize = 5;

/// A part of a list.
pub struct Connection<R> {
    page: Arc<Page<Arc<Row>>>,
    scope: Scope,
    filter: Filter,
    search: Option<String>,
    kind: PhantomData<fn() -> R>,
}

/// A record's place in a list.
pub struct Edge<R> {
    cursor: String,
    row: Arc<Row>,
    kind: PhantomData<fn() -> R>,
}

/// Where a part of a list lies.
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether records follow. Going backwards: whether `before` was given.
    has_next_page: bool,
    /// Whether records come before. Going forwards: whether `after` was given.
    has_previous_page: bool,
    /// The cursor of the first record here; null if there is none.
    start_cursor: Option<String>,
    /// The cursor of the last record here; null if there is none.
    end_cursor: Option<String>,
}

impl PageInfo {
    /// Where a part with those cursors lies.
    pub(crate) fn of(cursors: &[&str], has_previous_page: bool, has_next_page: bool) -> Self {
        let own = |cursor: Option<&&str>| cursor.map(|cursor| (*cursor).to_owned());
        Self { has_next_page, has_previous_page, start_cursor: own(cursors.first()), end_cursor: own(cursors.last()) }
    }
}

impl<R: Record> TypeName for Connection<R> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", R::DESCRIPTION.name).into()
    }
}

impl<R: Record> TypeName for Edge<R> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", R::DESCRIPTION.name).into()
    }
}

/// A part of a list.
#[Object(name_type)]
impl<R: GraphqlRecord> Connection<R> {
    /// The records with their cursors.
    async fn edges(&self) -> Vec<Edge<R>> {
        let cursors = self.page.cursors.iter();
        let rows = self.page.rows.iter();
        rows.zip(cursors)
            .map(|(row, cursor)| Edge { cursor: cursor.encode(), row: Arc::clone(row), kind: PhantomData })
            .collect()
    }

    /// The records.
    async fn nodes(&self) -> Vec<RecordObject<R>> {
        self.page.rows.iter().map(|row| RecordObject::new(Arc::clone(row))).collect()
    }

    /// Where this part lies.
    async fn page_info(&self) -> PageInfo {
        let ends = [self.page.cursors.first(), self.page.cursors.last()].map(|cursor| cursor.map(Cursor::encode));
        let ends: Vec<&str> = ends.iter().flatten().map(String::as_str).collect();
        PageInfo::of(&ends, self.page.has_previous, self.page.has_next)
    }

    /// How many records the whole list has. Counted when asked for, in a statement of its own, and no further than
    /// `atMost`: a list of more has just that count. `atMost: null` counts to the end.
    async fn total_count(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 10000, desc = "Where counting stops, from 1; null: nowhere.")] at_most: Option<i32>,
    ) -> async_graphql::Result<i64> {
        if at_most.is_some_and(|limit| limit < 1) {
            return Err(coded("atMost is at least 1", "BAD_USER_INPUT"));
        }
        let at_most = at_most.and_then(|limit| u64::try_from(limit).ok());
        let count = self
            .scope
            .count(R::DESCRIPTION, &self.filter, self.search.as_deref(), at_most)
            .await
            .map_err(|error| store(ctx, error))?;
        Ok(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A record's place in a list.
#[Object(name_type)]
impl<R: GraphqlRecord> Edge<R> {
    /// The place, to go on from.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The record.
    async fn node(&self) -> RecordObject<R> {
        RecordObject::new(Arc::clone(&self.row))
    }
}

/// What is asked of the records under a connection's field.
fn asked(field: SelectionField<'_>, description: &'static Description) -> Selection {
    let mut selection = Selection::default();
    for part in field.selection_set() {
        match part.name() {
            "nodes" => select_into(&mut selection, part, description),
            "edges" => part
                .selection_set()
                .filter(|inner| inner.name() == "node")
                .for_each(|node| select_into(&mut selection, node, description)),
            _ => {}
        }
    }
    selection
}

/// Checks the arguments of a list.
pub(crate) fn list<R: GraphqlRecord>(ctx: &Context<'_>, arguments: &ListArguments<R>) -> async_graphql::Result<List> {
    let bad = |text: String| Err(coded(text, "BAD_USER_INPUT"));
    let (size, backwards) = match (arguments.first, arguments.last) {
        (Some(_), Some(_)) => return bad("first and last exclude each other".to_owned()),
        (None, Some(last)) => (last, true),
        (first, None) => (first.unwrap_or(i32::try_from(PAGE_DEFAULT).unwrap_or(50)), false),
    };
    let Some(size) = u32::try_from(size).ok().filter(|size| (1..=PAGE_MAX).contains(size)) else {
        return bad(format!("first and last are from 1 to {PAGE_MAX}"));
    };
    if arguments.search.as_ref().is_some_and(|text| text.chars().count() > SEARCH_MAX) {
        return bad(format!("a search has at most {SEARCH_MAX} characters"));
    }
    let mut order: Vec<OrderBy> = arguments.order_by.iter().flatten().map(|order| order.by.clone()).collect();
    if order.len() > ORDER_MAX {
        return bad(format!("an order has at most {ORDER_MAX} keys"));
    }
    if order.is_empty() {
        order.extend(OrderBy::on(R::DESCRIPTION, "id", true));
    }
    let filter = match &arguments.filter {
        Some(filter) => filter.filter(&Today::of(ctx))?,
        None => Filter::everything(),
    };
    Ok(List {
        filter,
        search: arguments.search.clone().filter(|text| !text.trim().is_empty()),
        order,
        page: PageRequest { size, backwards, after: arguments.after.clone(), before: arguments.before.clone() },
        selection: asked(ctx.field(), R::DESCRIPTION),
    })
}

/// A list of what the viewer may see.
pub(crate) async fn connection<R: GraphqlRecord>(
    ctx: &Context<'_>,
    arguments: ListArguments<R>,
) -> async_graphql::Result<Connection<R>> {
    connection_in(ctx, scope(ctx)?, list(ctx, &arguments)?).await
}

/// A list within a scope, e.g. of the past.
pub(crate) async fn connection_in<R: GraphqlRecord>(
    ctx: &Context<'_>,
    scope: Scope,
    list: List,
) -> async_graphql::Result<Connection<R>> {
    visible_fields(&scope, R::DESCRIPTION, &list.filter, &list.order)?;
    let (filter, search) = (list.filter.clone(), list.search.clone());
    let page = scope.list(R::DESCRIPTION, list).await.map_err(|error| store(ctx, error))?;
    Ok(Connection { page: Arc::new(page), scope, filter, search, kind: PhantomData })
}

/// The rows of a list that belong to a parent, loaded for all parents of the level at once.
pub(crate) async fn nested_rows(
    ctx: &Context<'_>,
    description: &'static Description,
    key: &'static str,
    parent: Uuid,
    list: List,
) -> async_graphql::Result<Vec<Arc<Row>>> {
    Ok(nested_page(ctx, description, key, parent, list).await?.rows.clone())
}

async fn nested_page(
    ctx: &Context<'_>,
    description: &'static Description,
    key: &'static str,
    parent: Uuid,
    list: List,
) -> async_graphql::Result<Arc<Page<Arc<Row>>>> {
    let signature = format!("{} {key} {list:?}", description.name);
    let request = Arc::new(NestedList { kind: description.kind, key, list, signature });
    match nested(ctx).load_one(NestedKey { parent, request }).await {
        Ok(page) => Ok(page.unwrap_or_else(|| {
            Arc::new(Page { rows: Vec::new(), cursors: Vec::new(), has_previous: false, has_next: false })
        })),
        Err(error) => Err(shared(ctx, &error)),
    }
}

/// The records of a list that belong to a parent, loaded for all parents of the level at once.
pub(crate) async fn nested_connection<R: GraphqlRecord>(
    ctx: &Context<'_>,
    key: &'static str,
    parent: Uuid,
    arguments: ListArguments<R>,
) -> async_graphql::Result<Connection<R>> {
    let list = list(ctx, &arguments)?;
    let scope = scope(ctx)?;
    visible_fields(&scope, R::DESCRIPTION, &list.filter, &list.order)?;
    let filter = list.filter.clone().and(Filter::refers(R::DESCRIPTION, key, parent));
    let search = list.search.clone();
    let page = nested_page(ctx, R::DESCRIPTION, key, parent, list).await?;
    Ok(Connection { page, scope, filter, search, kind: PhantomData })
}

fn shared(ctx: &Context<'_>, error: &tundish_application::store::records::StoreError) -> async_graphql::Error {
    use tundish_application::store::records::StoreError;
    match error {
        StoreError::Cursor => store(ctx, StoreError::Cursor),
        other => store(ctx, StoreError::Misfit(other.to_string())),
    }
}

/// Whoever may not see a field does not find by it.
pub(crate) fn visible_fields(
    scope: &Scope,
    description: &'static Description,
    filter: &Filter,
    order: &[OrderBy],
) -> async_graphql::Result<()> {
    use tundish_application::store::records::describe;
    use tundish_domain::records::FieldKind;
    if scope.viewer().sees_managers_fields(None) {
        return Ok(());
    }
    let hidden =
        |description: &'static Description, key: &str| description.field(key).is_some_and(|field| field.managers_only);
    let mut keys = Vec::new();
    filter.keys("", &mut keys);
    let filtered = keys.iter().any(|path| {
        let mut current = description;
        path.split('.').any(|key| {
            let found = hidden(current, key);
            current = match current.field(key).map(|field| field.kind) {
                Some(FieldKind::Reference(kind)) => describe(kind),
                _ => current.collection(key).map_or(current, |collection| describe(collection.kind)),
            };
            found
        })
    });
    let sorted = order.iter().any(|by| by.field.managers_only);
    if filtered || sorted {
        Err(coded("the filter or the order uses a field that you may not see", "FORBIDDEN"))
    } else {
        Ok(())
    }
}
