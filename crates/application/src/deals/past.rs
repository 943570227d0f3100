//! The past of deals that come from elsewhere: the stages through which they went, and what they were worth then.
//!
//! Only an import may set it. A day is the beginning of that day in the company's zone; what is not known is not
//! invented: a deal whose beginning is unknown begins now, in a stay of which nobody knows when it began.

use chrono::{DateTime, NaiveDate, Utc};
use tundish_domain::{
    deals::StageKind,
    kernel::{
        ids::StageId,
        period::{date_of, start_of_day},
    },
    records::{EventAction, FieldValue},
};
use tundish_persistence::{
    deals::{Arrival, Deal, Departure, Stage, Visit},
    records::{Fields, Record, State, UnitOfWork},
};

use super::{moving::advances, settle, team_of, value};
use crate::records::{Code, Failure, Outcome, Text};

/// What is known of a deal's past.
#[derive(Clone, Debug, Default)]
pub(crate) struct Past {
    /// When it began.
    pub(crate) started: Option<NaiveDate>,
    /// When it was won or lost.
    pub(crate) closed: Option<NaiveDate>,
    /// What it was worth before it closed.
    pub(crate) open_amount: Option<FieldValue>,
    /// The stages into which it came, with the days, in their order.
    pub(crate) steps: Vec<(StageId, NaiveDate)>,
}

fn refuse(key: &str, text: Text) -> Failure {
    Failure::at(Code::Invalid, key, text)
}

/// The beginning of a day in the company's zone.
fn beginning(day: NaiveDate, uow: &UnitOfWork) -> DateTime<Utc> {
    start_of_day(day, uow.directory().time_zone())
}

fn stage_of(id: StageId, uow: &UnitOfWork) -> Outcome<Stage> {
    uow.directory().stage(id).cloned().ok_or_else(|| Failure::at(Code::NotFound, "stage", Text::UnknownRecord))
}

/// The states of a new deal in the order of time, the present one last, and its stays.
pub(crate) async fn arrive(mut deal: Deal, past: &Past, uow: &UnitOfWork) -> Outcome<(Vec<State<Deal>>, Vec<Visit>)> {
    let stage = stage_of(deal.stage_id, uow)?;
    let mut steps = past.steps.clone();
    let entered = if stage.kind == StageKind::Open {
        if past.closed.is_some() {
            return Err(refuse("closedDate", Text::CloseOfOpenDeal));
        }
        match steps.pop() {
            Some((last, day)) if last == stage.id => Some(day),
            Some(_) => return Err(refuse("stage", Text::HistoryEndsElsewhere)),
            None => None,
        }
    } else {
        Some(past.closed.ok_or_else(|| refuse("closedDate", Text::CloseUnknown))?)
    };
    let days: Vec<NaiveDate> = steps.iter().map(|(_, day)| *day).chain(entered).collect();
    in_order(past.started.into_iter().chain(days.iter().copied()), uow)?;
    deal.started_date = past.started.or_else(|| steps.first().map(|(_, day)| *day)).or({
        // A deal that closed at an unknown time after its beginning did not begin on the day of closing.
        if stage.kind == StageKind::Open { entered } else { None }
    });
    deal.stage_entered_date = entered;
    deal.closed_date = past.closed;
    value(&mut deal, uow).await?;
    let mut states = Vec::with_capacity(steps.len() + 1);
    let mut visits = Vec::with_capacity(steps.len() + 1);
    let team = team_of(deal.owner_id, uow);
    let arrival = |stage: StageId, entered: Option<NaiveDate>| Arrival {
        deal: deal.id,
        pipeline: deal.pipeline_id,
        stage,
        entered: entered.map(|day| (beginning(day, uow), day)),
        owner: deal.owner_id,
        team,
    };
    for (index, (step, day)) in steps.iter().enumerate() {
        let mut record = deal.clone();
        record.stage_id = *step;
        record.stage_entered_date = Some(*day);
        settle(&mut record, StageKind::Open, uow);
        if stage.kind != StageKind::Open
            && let Some(amount) = Deal::DESCRIPTION.field("amount")
        {
            // What it closed with was not known before.
            record.set_value(amount, past.open_amount.as_ref())?;
        }
        states.push(State { record, effective: beginning(*day, uow), action: action(index), parts: Vec::new() });
        let (next, left) = match steps.get(index + 1) {
            Some((next, day)) => (stage_of(*next, uow)?, *day),
            None => (stage.clone(), entered.unwrap_or(*day)),
        };
        let departure = Departure {
            deal: deal.id,
            left_at: beginning(left, uow),
            left_date: left,
            to: next.id,
            advanced: advances(*step, &next, uow),
        };
        visits.push(Visit { arrival: arrival(*step, Some(*day)), departure: Some(departure) });
    }
    visits.push(Visit { arrival: arrival(stage.id, entered), departure: None });
    let effective = entered.map_or_else(|| uow.now(), |day| beginning(day, uow));
    states.push(State { action: action(states.len()), record: deal, effective, parts: Vec::new() });
    Ok((states, visits))
}

const fn action(index: usize) -> EventAction {
    if index == 0 { EventAction::Created } else { EventAction::Moved }
}

/// Days must not go backwards, nor lie in the future.
fn in_order(days: impl Iterator<Item = NaiveDate>, uow: &UnitOfWork) -> Outcome<()> {
    let mut last: Option<NaiveDate> = None;
    for day in days {
        if let Some(earlier) = last.filter(|earlier| day < *earlier) {
            let text = Text::OutOfOrder { date: day.to_string(), earlier: earlier.to_string() };
            return Err(refuse("history", text));
        }
        if day > uow.today() {
            return Err(refuse("history", Text::InTheFuture { date: day.to_string() }));
        }
        last = Some(day);
    }
    Ok(())
}

/// A deal that is known already, on its way to a new state.
pub(crate) struct Turn {
    /// The new state.
    pub(crate) after: Deal,
    /// Since when.
    pub(crate) effective: DateTime<Utc>,
    /// What brings it there.
    pub(crate) action: EventAction,
    /// The stay that ends, and the one that begins.
    pub(crate) visit: Option<(Departure, Arrival)>,
}

/// Completes the new state of a deal that is known already. Its past is fixed: only what happened since its last change
/// can be added. `since` is when that was.
pub(crate) async fn turn(
    before: &Deal,
    mut after: Deal,
    past: &Past,
    since: Option<DateTime<Utc>>,
    uow: &UnitOfWork,
) -> Outcome<Turn> {
    let stage = stage_of(after.stage_id, uow)?;
    after.pipeline_id = stage.pipeline_id;
    if stage.kind == StageKind::Open && past.closed.is_some() {
        return Err(refuse("closedDate", Text::CloseOfOpenDeal));
    }
    if before.stage_id == after.stage_id {
        if let (Some(known), Some(told)) = (before.closed_date, past.closed)
            && known != told
        {
            return Err(refuse("closedDate", Text::CloseFixed { date: known.to_string() }));
        }
        return Ok(Turn { after, effective: uow.now(), action: EventAction::Updated, visit: None });
    }
    let day = match stage.kind {
        StageKind::Open => past.steps.last().filter(|(last, _)| *last == stage.id).map(|(_, day)| *day),
        _ => Some(past.closed.ok_or_else(|| refuse("closedDate", Text::CloseUnknown))?),
    };
    let known = since.map(|since| date_of(since, uow.directory().time_zone()));
    in_order(known.into_iter().chain(day), uow)?;
    let date = day.unwrap_or_else(|| uow.today());
    // On the day of the last change the new state follows that change.
    let effective = day.map_or_else(|| uow.now(), |day| beginning(day, uow)).max(since.unwrap_or_default());
    settle(&mut after, stage.kind, uow);
    after.stage_entered_date = Some(date);
    after.closed_date = past.closed;
    value(&mut after, uow).await?;
    let departure = Departure {
        deal: after.id,
        left_at: effective,
        left_date: date,
        to: stage.id,
        advanced: advances(before.stage_id, &stage, uow),
    };
    let arrival = Arrival {
        deal: after.id,
        pipeline: stage.pipeline_id,
        stage: stage.id,
        entered: Some((effective, date)),
        owner: after.owner_id,
        team: team_of(after.owner_id, uow),
    };
    Ok(Turn { after, effective, action: EventAction::Moved, visit: Some((departure, arrival)) })
}
