//! The timeline of a record: its events, notes and tasks together, newest first.

use std::{cmp::Ordering, sync::Arc};

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
/// The place of an item: its time, then events before notes before tasks, then its id, of events filled up with zeros.
type Place = (DateTime<Utc>, u8, String);

const TASKS: u8 = 0;
const NOTES: u8 = 1;
const EVENTS: u8 = 2;

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
    let scope = scope(ctx)?;
    let limit = size + 1;
    let behind = start.as_ref().map(events_behind).transpose()?;
    let events = scope.record_events(id, behind, limit.into()).await.map_err(|error| store(ctx, error))?;
    let mut items: Vec<(Place, TimelineItem)> = events
        .into_iter()
        .map(|event| {
            ((event.recorded_at, EVENTS, format!("{:020}", event.id)), TimelineItem::Event(RecordEvent::new(event)))
        })
        .collect();
    let of = Filter::refers(Note::DESCRIPTION, key, id).and(behind_of::<Note>(start.as_ref(), NOTES)?);
    for row in activities::<Note>(ctx, of, limit).await? {
        items.push((place(&row, NOTES), TimelineItem::Note(Object::new(row))));
    }
    let of = Filter::refers(Task::DESCRIPTION, key, id).and(behind_of::<Task>(start.as_ref(), TASKS)?);
    for row in activities::<Task>(ctx, of, limit).await? {
        items.push((place(&row, TASKS), TimelineItem::Task(Object::new(row))));
    }
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

/// Behind which instant and id a place's events lie.
fn events_behind((instant, rank, id): &Place) -> async_graphql::Result<(DateTime<Utc>, i64)> {
    // What shares the instant stands before notes and tasks.
    let id = if *rank == EVENTS { id.parse().map_err(|_| malformed())? } else { i64::MIN };
    Ok((*instant, id))
}

/// Which activities of a rank lie behind a place.
fn behind_of<R: Record>(start: Option<&Place>, rank: u8) -> async_graphql::Result<Filter> {
    let Some((instant, start, id)) = start else { return Ok(Filter::everything()) };
    let created =
        |test: fn(FieldValue) -> Test| Filter::on(R::DESCRIPTION, "createdAt", test(FieldValue::DateTime(*instant)));
    Ok(match rank.cmp(start) {
        Ordering::Less => created(Test::Lte),
        Ordering::Greater => created(Test::Lt),
        Ordering::Equal => {
            let id = FieldValue::Id(id.parse().map_err(|_| malformed())?);
            let same = created(Test::Eq).and(Filter::on(R::DESCRIPTION, "id", Test::Lt(id)));
            Filter::Any(vec![created(Test::Lt), same])
        }
    })
}

async fn activities<R: Record>(ctx: &Context<'_>, filter: Filter, size: u32) -> async_graphql::Result<Vec<Arc<Row>>> {
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

fn malformed() -> async_graphql::Error {
    coded("the cursor does not belong to this timeline", "BAD_USER_INPUT")
}

fn decode(cursor: &str) -> async_graphql::Result<Place> {
    let mut parts = cursor.splitn(3, '.');
    let mut part = || parts.next().ok_or_else(malformed);
    let millis: i64 = part()?.parse().map_err(|_| malformed())?;
    let rank: u8 = part()?.parse().map_err(|_| malformed())?;
    let id = part()?.to_owned();
    Ok((DateTime::from_timestamp_millis(millis).ok_or_else(malformed)?, rank, id))
}
