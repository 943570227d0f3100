//! The stage visits, made again from the events and compared.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement},
};
use tundish_domain::{
    deals::StageKind,
    records::{EventAction, EventOrigin, FieldValue, RecordKind},
};
use uuid::Uuid;

use super::{Check, Doctor, tell};
use crate::{
    deals::Deal,
    records::{Event, Fields, StoreError, UnitOfWork, col},
};

const TABLE: &str = "stage_visit";
const COLUMNS: [&str; 11] = [
    "deal_id",
    "pipeline_id",
    "stage_id",
    "entered_at",
    "entered_date",
    "left_at",
    "left_date",
    "to_stage_id",
    "advanced",
    "owner_id",
    "team_id",
];

/// A stay in a stage, as its row says it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stay {
    deal: Uuid,
    pipeline: Uuid,
    stage: Uuid,
    entered: Option<(DateTime<Utc>, NaiveDate)>,
    left: Option<(DateTime<Utc>, NaiveDate)>,
    to: Option<Uuid>,
    advanced: bool,
    owner: Option<Uuid>,
    team: Option<Uuid>,
}

impl Stay {
    fn read(row: &QueryResult) -> Result<Self, StoreError> {
        let both = |at: Option<DateTime<Utc>>, date: Option<NaiveDate>| at.zip(date);
        Ok(Self {
            deal: row.try_get_by_index(0)?,
            pipeline: row.try_get_by_index(1)?,
            stage: row.try_get_by_index(2)?,
            entered: both(row.try_get_by_index(3)?, row.try_get_by_index(4)?),
            left: both(row.try_get_by_index(5)?, row.try_get_by_index(6)?),
            to: row.try_get_by_index(7)?,
            advanced: row.try_get_by_index(8)?,
            owner: row.try_get_by_index(9)?,
            team: row.try_get_by_index(10)?,
        })
    }

    fn values(&self, id: Uuid) -> [Expr; 12] {
        [
            Expr::val(self.deal),
            Expr::val(self.pipeline),
            Expr::val(self.stage),
            Expr::val(self.entered.map(|(at, _)| at)),
            Expr::val(self.entered.map(|(_, date)| date)),
            Expr::val(self.left.map(|(at, _)| at)),
            Expr::val(self.left.map(|(_, date)| date)),
            Expr::val(self.to),
            Expr::val(self.advanced),
            Expr::val(self.owner),
            Expr::val(self.team),
            Expr::val(id),
        ]
    }
}

/// What the small tables said when an event was written, by their own events.
#[derive(Default)]
struct Then {
    changes: HashMap<(Uuid, String), Vec<(i64, Option<FieldValue>)>>,
    company: Option<Uuid>,
}

impl Then {
    fn read(events: Vec<Event>) -> Self {
        let mut then = Self::default();
        for event in events {
            if event.kind == RecordKind::Company {
                then.company = Some(event.record_id);
            }
            for change in event.changes {
                then.changes.entry((event.record_id, change.field)).or_default().push((event.id, change.to));
            }
        }
        then
    }

    fn value(&self, record: Uuid, key: &str, event: i64) -> Option<&FieldValue> {
        let changes = self.changes.get(&(record, key.to_owned()))?;
        changes.iter().rev().find(|(id, _)| *id < event)?.1.as_ref()
    }

    fn team(&self, owner: Option<Uuid>, event: i64) -> Option<Uuid> {
        self.value(owner?, "team", event)?.as_id()
    }

    fn day(&self, instant: DateTime<Utc>, event: i64) -> NaiveDate {
        let zone = self.company.and_then(|company| self.value(company, "timeZone", event)?.as_text()?.parse().ok());
        instant.with_timezone(&zone.unwrap_or(Tz::UTC)).date_naive()
    }

    /// Whether going there from a stage is progress: won, or a later open stage of the same pipeline.
    fn advances(&self, from: Uuid, to: Uuid, event: i64) -> bool {
        let place = |stage: Uuid| {
            let position = match self.value(stage, "position", event) {
                Some(FieldValue::Integer(position)) => *position,
                _ => 0,
            };
            (self.value(stage, "pipeline", event).and_then(FieldValue::as_id), position)
        };
        let kind = self.value(to, "kind", event).and_then(FieldValue::as_text).and_then(StageKind::parse);
        let ((old, before), (new, after)) = (place(from), place(to));
        kind == Some(StageKind::Won) || (kind == Some(StageKind::Open) && old == new && before < after)
    }

    /// The stays that the events of a deal, in the order in which they were written, tell of.
    fn stays(&self, events: &[Event]) -> Vec<Stay> {
        let mut stays: Vec<Stay> = Vec::new();
        let mut owner = None;
        for event in events {
            let to = |key: &str| event.changes.iter().find(|change| change.field == key).map(|change| &change.to);
            let handed = to("owner");
            if let Some(new) = handed {
                owner = new.as_ref().and_then(FieldValue::as_id);
            }
            let moment = (event.effective_at, self.day(event.effective_at, event.id));
            let Some(stage) = to("stage").and_then(|stage| stage.as_ref()?.as_id()) else {
                if handed.is_some()
                    && let Some(stay) = stays.last_mut()
                {
                    stay.owner = owner;
                    stay.team = self.team(owner, event.id);
                }
                continue;
            };
            if let Some(stay) = stays.last_mut() {
                stay.left = Some(moment);
                stay.to = Some(stage);
                stay.advanced = self.advances(stay.stage, stage, event.id);
            }
            // An import that does not know when a deal began says so by an event that holds since it was written.
            let unknown = event.action == EventAction::Created
                && event.origin == EventOrigin::Import
                && event.effective_at == event.recorded_at;
            stays.push(Stay {
                deal: event.record_id,
                pipeline: self.value(stage, "pipeline", event.id).and_then(FieldValue::as_id).unwrap_or_default(),
                stage,
                entered: Some(moment).filter(|_| !unknown),
                left: None,
                to: None,
                advanced: false,
                owner,
                team: self.team(owner, event.id),
            });
        }
        stays
    }
}

impl Doctor<'_> {
    pub(super) async fn visits(&mut self) -> Result<(), StoreError> {
        let small = [RecordKind::Company, RecordKind::User, RecordKind::Stage].map(RecordKind::as_str);
        let then = Then::read(
            self.events(|select| {
                select.and_where(col("event", "kind").is_in(small));
            })
            .await?,
        );
        let mut after = None;
        loop {
            let deals: Vec<Deal> = self.batch(after).await?;
            let Some(last) = deals.last() else { return Ok(()) };
            after = Some(last.record_id());
            let ids: Vec<Uuid> = deals.iter().map(Fields::record_id).collect();
            let mut told: HashMap<Uuid, Vec<Event>> = HashMap::new();
            let among = self.database.dialect().among(col("event", "record_id"), &ids);
            for event in self
                .events(|select| {
                    select.and_where(among);
                })
                .await?
            {
                told.entry(event.record_id).or_default().push(event);
            }
            let mut kept = self.kept_stays(&ids).await?;
            let mut wrong = Vec::new();
            for deal in &deals {
                let events = told.remove(&deal.record_id()).unwrap_or_default();
                // Of an erased person's deal the events no longer tell.
                if events.iter().any(|event| event.changes.is_empty() && event.action == EventAction::Created) {
                    continue;
                }
                let stays = then.stays(&events);
                let rows = kept.remove(&deal.record_id()).unwrap_or_default();
                if !same(&stays, &rows) {
                    let (events, rows) = (stays.len(), rows.len());
                    let what = format!("{}: its events tell of {events} stays, {rows} are kept", tell(deal));
                    self.derived(Check::Visits, what);
                    wrong.push((deal.record_id(), stays));
                }
            }
            if let Some(uow) = self.held() {
                replace(uow, wrong).await?;
            }
        }
    }

    async fn events(&self, which: impl FnOnce(&mut SelectStatement)) -> Result<Vec<Event>, StoreError> {
        let mut select = crate::records::events();
        which(&mut select);
        select.order_by((Alias::new("event"), Alias::new("id")), Order::Asc);
        self.rows(&select).await?.iter().map(Event::read).collect()
    }

    async fn kept_stays(&self, deals: &[Uuid]) -> Result<HashMap<Uuid, Vec<Stay>>, StoreError> {
        let mut select = Query::select();
        select
            .columns(COLUMNS.map(Alias::new))
            .from(Alias::new(TABLE))
            .and_where(self.database.dialect().among(col(TABLE, "deal_id"), deals));
        let mut kept: HashMap<Uuid, Vec<Stay>> = HashMap::new();
        for row in self.rows(&select).await? {
            let stay = Stay::read(&row)?;
            kept.entry(stay.deal).or_default().push(stay);
        }
        Ok(kept)
    }
}

async fn replace(uow: &UnitOfWork, wrong: Vec<(Uuid, Vec<Stay>)>) -> Result<(), StoreError> {
    for (deal, stays) in wrong {
        let mut delete = Query::delete();
        delete.from_table(Alias::new(TABLE)).and_where(col(TABLE, "deal_id").eq(deal));
        uow.db()?.execute(&delete).await?;
        for stay in stays {
            let mut insert = Query::insert();
            insert
                .into_table(Alias::new(TABLE))
                .columns(COLUMNS.iter().chain(&["id"]).map(|column| Alias::new(*column)))
                .values_panic(stay.values(uow.new_id()));
            uow.db()?.execute(&insert).await?;
        }
    }
    Ok(())
}

/// Whether they are the same stays, in whatever order.
fn same(one: &[Stay], other: &[Stay]) -> bool {
    one.len() == other.len()
        && one.iter().all(|stay| {
            let count = |stays: &[Stay]| stays.iter().filter(|other| *other == stay).count();
            count(one) == count(other)
        })
}
