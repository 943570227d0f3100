//! A list is one statement: the columns that were asked for, with the to-one relations that were asked for.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, Cond, Expr, ExprTrait, JoinType, Query, SelectStatement, SimpleExpr},
};
use tundish_domain::records::{Description, Field, FieldKind, FieldValue, RecordAction, RecordKind, Write};
use uuid::Uuid;

use super::{
    Fields, Filter, OrderBy, Page, PageRequest, Record, Scope, StoreError, describe,
    page::Order,
    record::field_columns,
    scope::{col, never},
    search, values,
};

/// What is asked of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Positions of the fields in the description; the id is always read.
    pub fields: Vec<usize>,
    /// Referenced records that are read with it, by the position of the reference.
    pub related: Vec<(usize, Selection)>,
    /// Whether `viewerCan` is asked for.
    pub actions: bool,
}

impl Selection {
    /// Every field of a record, nothing of related ones.
    pub fn all(description: &'static Description) -> Self {
        Self { fields: (0..description.fields.len()).collect(), ..Self::default() }
    }

    /// Asks for a field, once.
    pub fn add(&mut self, position: usize) {
        if !self.fields.contains(&position) {
            self.fields.push(position);
        }
    }

    /// Asks for a referenced record.
    pub fn relate(&mut self, position: usize, selection: Self) {
        match self.related.iter_mut().find(|(known, _)| *known == position) {
            None => self.related.push((position, selection)),
            Some((_, known)) => {
                selection.fields.into_iter().for_each(|field| known.add(field));
                selection.related.into_iter().for_each(|(field, inner)| known.relate(field, inner));
                known.actions |= selection.actions;
            }
        }
    }
}

/// A record as far as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: Uuid,
    fields: Vec<Option<Option<FieldValue>>>,
    related: Vec<(usize, Option<Arc<Row>>)>,
    actions: Option<Vec<RecordAction>>,
}

impl Row {
    /// A row with every field of a record.
    pub(crate) fn complete<R: Record>(record: &R) -> Self {
        Self {
            kind: R::DESCRIPTION.kind,
            id: record.record_id(),
            fields: R::DESCRIPTION.fields.iter().map(|field| Some(record.value(field))).collect(),
            related: Vec::new(),
            actions: None,
        }
    }

    /// The description of its kind.
    pub fn description(&self) -> &'static Description {
        describe(self.kind)
    }

    /// The value at a position of the description: outer `None` if it was not asked for, inner if it is empty.
    pub fn at(&self, position: usize) -> Option<Option<&FieldValue>> {
        self.fields.get(position)?.as_ref().map(Option::as_ref)
    }

    /// The value of a field that was asked for; `None` too if it was not.
    pub fn get(&self, key: &str) -> Option<&FieldValue> {
        self.at(self.description().position(key)?).flatten()
    }

    /// The referenced record at a position: outer `None` if it was not asked for, inner if there is none to be seen.
    pub fn related(&self, position: usize) -> Option<Option<&Arc<Self>>> {
        self.related.iter().find(|(known, _)| *known == position).map(|(_, row)| row.as_ref())
    }

    /// What the viewer may do with it; `None` if it was not asked for.
    pub fn actions(&self) -> Option<&[RecordAction]> {
        self.actions.as_deref()
    }
}

/// A list to read.
#[derive(Clone, Debug)]
pub struct List {
    /// Which rows.
    pub filter: Filter,
    /// Full-text search, besides.
    pub search: Option<String>,
    /// In which order; the id decides ties.
    pub order: Vec<OrderBy>,
    /// Which part.
    pub page: PageRequest,
    /// Which columns.
    pub selection: Selection,
}

/// The actions that `viewerCan` tells of.
const TOLD: &[RecordAction] =
    &[RecordAction::Update, RecordAction::Assign, RecordAction::Delete, RecordAction::Restore];

impl List {
    /// Everything of the record, newest first, first page.
    pub fn new(description: &'static Description) -> Self {
        Self {
            filter: Filter::everything(),
            search: None,
            order: OrderBy::on(description, "id", true).into_iter().collect(),
            page: PageRequest::default(),
            selection: Selection::all(description),
        }
    }
}

/// A statement under construction, and how to read its rows.
pub(crate) struct Plan {
    pub(crate) select: SelectStatement,
    kind: RecordKind,
    selection: Selection,
    actions: Vec<RecordAction>,
    joined: Vec<String>,
}

/// The alias of a referenced record: the path to it, so that statements of one shape have one text.
fn alias(table: &str, field: &Field) -> String {
    format!("{table}_{}", field.key)
}

impl Plan {
    /// Selects from the readable rows of a record.
    pub(crate) fn new(scope: &Scope, description: &'static Description, selection: Selection) -> Self {
        let table = description.table;
        let mut plan = Self {
            select: Query::select(),
            kind: description.kind,
            selection,
            actions: Vec::new(),
            joined: Vec::new(),
        };
        scope.source(&mut plan.select, description, table);
        plan.select.cond_where(scope.readable(description, table));
        plan.select.expr(col(table, "id"));
        let selection = std::mem::take(&mut plan.selection);
        plan.columns(scope, description, table, &selection);
        if selection.actions && scope.past.is_none() {
            plan.actions(scope, description, table);
        }
        plan.selection = selection;
        plan
    }

    fn columns(&mut self, scope: &Scope, description: &'static Description, table: &str, selection: &Selection) {
        for field in selection.fields.iter().filter_map(|position| description.fields.get(*position)) {
            for column in field_columns(field) {
                self.select.expr(col(table, &column));
            }
        }
        for (position, inner) in &selection.related {
            let Some(field) = description.fields.get(*position) else { continue };
            let FieldKind::Reference(kind) = field.kind else { continue };
            let target = describe(kind);
            let alias = self.join(scope, target, table, field);
            self.select.expr(col(&alias, "id"));
            self.columns(scope, target, &alias, inner);
        }
    }

    /// Joins the record that a field refers to, as far as it may be read; once.
    fn join(&mut self, scope: &Scope, target: &'static Description, table: &str, field: &Field) -> String {
        let alias = alias(table, field);
        if !self.joined.contains(&alias) {
            let now = scope.present();
            let on = Cond::all().add(col(&alias, "id").eq(col(table, field.column))).add(now.reach(
                target,
                RecordAction::Read,
                &alias,
            ));
            self.select.join_as(JoinType::LeftJoin, Alias::new(target.table), Alias::new(&alias), on);
            self.joined.push(alias.clone());
        }
        alias
    }

    fn actions(&mut self, scope: &Scope, description: &'static Description, table: &str) {
        for action in TOLD {
            let restore = *action == RecordAction::Restore;
            let possible = match action {
                RecordAction::Delete | RecordAction::Restore => description.deletable,
                RecordAction::Assign => description.field("owner").is_some_and(|owner| owner.write == Write::Always),
                _ => true,
            };
            if !possible {
                continue;
            }
            let mut condition = Cond::all();
            if let Some(rights) = scope.rights(description, *action, table) {
                if rights == never() {
                    continue;
                }
                condition = condition.add(rights);
            }
            if description.deletable {
                let deleted = col(table, "deleted_at");
                condition = condition.add(if restore { deleted.is_not_null() } else { deleted.is_null() });
            }
            let told: SimpleExpr =
                Expr::case(condition.add(Expr::val(1).eq(1)), Expr::val(true)).finally(Expr::val(false)).into();
            self.select.expr(told);
            self.actions.push(*action);
        }
    }

    /// Adds order and start.
    pub(crate) fn page(&mut self, scope: &Scope, order: &[OrderBy], page: &PageRequest) -> Result<Order, StoreError> {
        let description = describe(self.kind);
        let table = description.table;
        for by in order {
            if let Some(field) = by.through
                && let FieldKind::Reference(kind) = field.kind
            {
                self.join(scope, describe(kind), table, field);
            }
        }
        let order = Order::new(order, table, |field| alias(table, field));
        order.apply(&mut self.select, page)?;
        Ok(order)
    }

    /// Reads a page, with one row more, which tells that there is more.
    async fn fetch(&self, scope: &Scope, order: &Order, request: &PageRequest) -> Result<Page<Arc<Row>>, StoreError> {
        let statement = scope.database.dialect().limited(&self.select, u64::from(request.size) + 1);
        page(self, order, request, &scope.reader().query_all_raw(statement).await?)
    }

    /// Adds conditions.
    pub(crate) fn restrict(&mut self, scope: &Scope, filter: &Filter, search: Option<&str>) {
        let description = describe(self.kind);
        if !filter.is_everything() {
            self.select.cond_where(filter.condition(scope, description.table));
        }
        if let Some(query) = search {
            self.select.and_where(search::condition(
                scope.database.dialect(),
                description.kind,
                query,
                description.table,
            ));
        }
    }

    /// Reads a row; `at` ends behind the record's columns.
    pub(crate) fn read(&self, row: &QueryResult, at: &mut usize) -> Result<Row, StoreError> {
        let read = read(row, describe(self.kind), &self.selection, at)?;
        let Some(mut read) = read else { return Err(StoreError::Misfit("id".to_owned())) };
        if self.selection.actions {
            let mut actions = Vec::with_capacity(self.actions.len());
            for action in &self.actions {
                if row.try_get_by_index::<bool>(*at)? {
                    actions.push(*action);
                }
                *at += 1;
            }
            read.actions = Some(actions);
        }
        Ok(read)
    }
}

fn read(
    row: &QueryResult,
    description: &'static Description,
    selection: &Selection,
    at: &mut usize,
) -> Result<Option<Row>, StoreError> {
    let id = row.try_get_by_index::<Option<Uuid>>(*at)?;
    *at += 1;
    let mut fields = vec![None; description.fields.len()];
    for (position, field) in selection.fields.iter().filter_map(|p| Some((*p, description.fields.get(*p)?))) {
        fields[position] = Some(values::decode(row, field.kind, at)?);
    }
    let mut related = Vec::with_capacity(selection.related.len());
    for (position, inner) in &selection.related {
        if let Some(FieldKind::Reference(kind)) = description.fields.get(*position).map(|field| field.kind) {
            related.push((*position, read(row, describe(kind), inner, at)?.map(Arc::new)));
        }
    }
    Ok(id.map(|id| Row { kind: description.kind, id, fields, related, actions: None }))
}

impl Scope {
    /// A page of a list: one statement.
    pub async fn list(&self, description: &'static Description, list: List) -> Result<Page<Arc<Row>>, StoreError> {
        let mut plan = Plan::new(self, description, list.selection);
        plan.restrict(self, &list.filter, list.search.as_deref());
        let order = plan.page(self, &list.order, &list.page)?;
        plan.fetch(self, &order, &list.page).await
    }

    /// How many rows the list has, counted no further than `at_most`.
    pub async fn count(
        &self,
        description: &'static Description,
        filter: &Filter,
        search: Option<&str>,
        at_most: Option<u64>,
    ) -> Result<u64, StoreError> {
        let mut plan = Plan::new(self, description, Selection::default());
        plan.restrict(self, filter, search);
        if let Some(limit) = at_most {
            plan.select.limit(limit);
        }
        let mut count = Query::select();
        count.expr(Expr::col(sea_orm::sea_query::Asterisk).count()).from_subquery(plan.select, Alias::new("counted"));
        let row = self.reader().query_one(&count).await?;
        Ok(row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))?.unsigned_abs())
    }

    /// The records of those ids that may be read, in any order.
    pub async fn rows(
        &self,
        description: &'static Description,
        ids: &[Uuid],
        selection: Selection,
    ) -> Result<Vec<Arc<Row>>, StoreError> {
        let mut plan = Plan::new(self, description, selection);
        plan.select.and_where(self.database.dialect().among(col(description.table, "id"), ids));
        let found = self.reader().query_all(&plan.select).await?;
        found.iter().map(|row| plan.read(row, &mut 0).map(Arc::new)).collect()
    }

    /// The first page of a list for each of several parents, in one statement: the rows whose field `key` refers to it.
    pub async fn nested(
        &self,
        description: &'static Description,
        key: &str,
        parents: &[Uuid],
        list: List,
    ) -> Result<Vec<(Uuid, Page<Arc<Row>>)>, StoreError> {
        let Some(field) = description.field(key) else { return Err(StoreError::Misfit(key.to_owned())) };
        let column = || col(description.table, field.column);
        let mut plan = Plan::new(self, description, list.selection);
        plan.restrict(self, &list.filter, list.search.as_deref());
        if let [parent] = parents {
            // Of one parent it is a list as any other, which ends at its limit.
            plan.select.and_where(column().eq(*parent));
            let order = plan.page(self, &list.order, &list.page)?;
            return Ok(vec![(*parent, plan.fetch(self, &order, &list.page).await?)]);
        }
        plan.select.and_where(self.database.dialect().among(column(), parents));
        let order = plan.page(self, &list.order, &list.page)?;
        let ranked = order.per_parent(plan.select.take(), description.table, field.column, &list.page);
        let mut rows: HashMap<Uuid, Vec<QueryResult>> = parents.iter().map(|parent| (*parent, Vec::new())).collect();
        for row in self.reader().query_all(&ranked).await? {
            if let Some(rows) = rows.get_mut(&row.try_get("", "__parent")?) {
                rows.push(row);
            }
        }
        rows.into_iter().map(|(parent, rows)| Ok((parent, page(&plan, &order, &list.page, &rows)?))).collect()
    }
}

/// Cuts the row too many, which only tells that there is more, and puts the rows into the list's order.
fn page(
    plan: &Plan,
    order: &Order,
    request: &PageRequest,
    found: &[QueryResult],
) -> Result<Page<Arc<Row>>, StoreError> {
    let more = found.len() > request.size as usize;
    let mut rows = Vec::with_capacity(found.len());
    let mut cursors = Vec::with_capacity(found.len());
    for result in found.iter().take(request.size as usize) {
        let mut at = 0;
        rows.push(Arc::new(plan.read(result, &mut at)?));
        cursors.push(order.cursor(result, at)?);
    }
    if request.backwards {
        rows.reverse();
        cursors.reverse();
    }
    let (has_previous, has_next) =
        if request.backwards { (more, request.before.is_some()) } else { (request.after.is_some(), more) };
    Ok(Page { rows, cursors, has_previous, has_next })
}
