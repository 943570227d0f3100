//! The timeline of a record: its events, notes and tasks together, newest first.

use std::sync::Arc;

use async_graphql::{Context, SimpleObject, Union};
use chrono::{DateTime, Utc};
use tundish_application::store::records::{Filter, List, OrderBy, PageRequest, Record, Row, Selection, Test};
use tundish_domain::records::FieldValue;
use uuid::Uuid;

use super::{
    connection::PageInfo,
    context::{coded, scope, store},
    event::RecordEvent,
    object::Object,
};
use crate::models::{Note, Task};

/// Something on a timeline.
#[derive(Union)]
pub enum TimelineItem {
    /// Something that happened to the record.
    Event(RecordEvent),
    /// A text about it.
    Note(Object<Note>),
    /// Something to do, or done.
    Task(Object<Task>),
}

/// A place on a timeline.
#[derive(SimpleObject)]
pub struct TimelineEdge {
    /// The place, to go on from.
    cursor: String,
    /// What stands there.
    node: TimelineItem,
}

/// A page of a timeline.
#[derive(SimpleObject)]
pub struct Timeline {
    /// What stands there, with its places.
    edges: Vec<TimelineEdge>,
    /// Where this part lies.
    page_info: PageInfo,
}

/// The most items of a page.
const PAGE_MAX: i32 = 200;
/// How many items may share a millisecond and still be told apart by the cursor.
const SIMULTANEOUS: u32 = 50;

/// The place of an item: its time, then events before notes before tasks, then its id.
type Place = (DateTime<Utc>, u8, String);

/// The events, notes and tasks of a record that the viewer sees, newest first, behind a cursor.
pub(crate) async fn timeline(
    ctx: &Context<'_>,
    key: &'static str,
    id: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> async_graphql::Result<Timeline> {
    let first = first.unwrap_or(50);
    let Some(size) = u32::try_from(first).ok().filter(|_| (1..=PAGE_MAX).contains(&first)) else {
        return Err(coded(format!("first is from 1 to {PAGE_MAX}"), "BAD_USER_INPUT"));
    };
    let start: Option<Place> = after.as_deref().map(decode).transpose()?;
    let until = start.as_ref().map(|(instant, ..)| *instant);
    let scope = scope(ctx)?;
    let limit = size + 1 + SIMULTANEOUS;
    let events = scope.record_events(id, until, limit.into()).await.map_err(|error| store(ctx, error))?;
    let mut items: Vec<(Place, TimelineItem)> = events
        .into_iter()
        .map(|event| {
            ((event.recorded_at, 2, format!("{:020}", event.id)), TimelineItem::Event(RecordEvent::new(event)))
        })
        .collect();
    for row in activities::<Note>(ctx, key, id, until, limit).await? {
        items.push((place(&row, 1), TimelineItem::Note(Object::new(row))));
    }
    for row in activities::<Task>(ctx, key, id, until, limit).await? {
        items.push((place(&row, 0), TimelineItem::Task(Object::new(row))));
    }
    items.retain(|(place, _)| start.as_ref().is_none_or(|start| place < start));
    items.sort_by(|(left, _), (right, _)| right.cmp(left));
    let more = items.len() > size as usize;
    items.truncate(size as usize);
    let edges: Vec<TimelineEdge> =
        items.into_iter().map(|(place, node)| TimelineEdge { cursor: encode(&place), node }).collect();
    Ok(Timeline {
        page_info: PageInfo::of(
            &edges.iter().map(|edge| edge.cursor.as_str()).collect::<Vec<_>>(),
            after.is_some(),
            more,
        ),
        edges,
    })
}

async fn activities<R: Record>(
    ctx: &Context<'_>,
    key: &'static str,
    id: Uuid,
    until: Option<DateTime<Utc>>,
    size: u32,
) -> async_graphql::Result<Vec<Arc<Row>>> {
    let mut filter = Filter::refers(R::DESCRIPTION, key, id);
    if let Some(until) = until {
        filter = filter.and(Filter::on(R::DESCRIPTION, "createdAt", Test::Lte(FieldValue::DateTime(until))));
    }
    let list = List {
        filter,
        search: None,
        order: OrderBy::on(R::DESCRIPTION, "createdAt", true).into_iter().collect(),
        page: PageRequest { size, ..PageRequest::default() },
        selection: Selection { actions: true, ..Selection::all(R::DESCRIPTION) },
    };
    let page = scope(ctx)?.list(R::DESCRIPTION, list).await.map_err(|error| store(ctx, error))?;
    Ok(page.rows)
}

fn place(row: &Row, rank: u8) -> Place {
    let instant = match row.get("createdAt") {
        Some(FieldValue::DateTime(instant)) => *instant,
        _ => DateTime::<Utc>::MIN_UTC,
    };
    (instant, rank, row.id.to_string())
}

fn encode((instant, rank, id): &Place) -> String {
    format!("{}.{rank}.{id}", instant.timestamp_millis())
}

fn decode(cursor: &str) -> async_graphql::Result<Place> {
    let malformed = || coded("the cursor does not belong to this timeline", "BAD_USER_INPUT");
    let mut parts = cursor.splitn(3, '.');
    let mut part = || parts.next().ok_or_else(malformed);
    let millis: i64 = part()?.parse().map_err(|_| malformed())?;
    let rank: u8 = part()?.parse().map_err(|_| malformed())?;
    let id = part()?.to_owned();
    Ok((DateTime::from_timestamp_millis(millis).ok_or_else(malformed)?, rank, id))
}
