//! Moving a deal through its stages, winning, losing and reopening it.

use tundish_domain::{
    deals::StageKind,
    kernel::ids::StageId,
    records::{EventAction, RecordAction},
};
use tundish_persistence::{
    activities::Note,
    deals::{Arrival, Deal, Departure, Stage},
    records::{Record, UnitOfWork},
};
use uuid::Uuid;

use super::{settle, team_of, value};
use crate::records::{
    Actor, Code, Failure, Input, InputValue, Outcome, Text, again_if_overtaken, claim, create_in, digest, refuse_stale,
};

/// Where a deal goes, and what is said about it.
#[derive(Clone, Debug, Default)]
pub struct Move {
    /// The stage, of any pipeline.
    pub stage: Uuid,
    /// The amount, where it becomes known: when it is won.
    pub amount: Option<InputValue>,
    /// Why it was lost.
    pub lost_reason: Option<String>,
    /// A note about it.
    pub note: Option<String>,
}

/// Moves a deal to another stage. To a won or lost one closes it today; from there to an open one reopens it.
pub async fn move_deal(
    actor: &Actor,
    id: Uuid,
    to: &Move,
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin().await?;
        let deal = uow.checked::<Deal>(id, RecordAction::Update).await??;
        if claim(&uow, "moveDeal", key, &digest(&format!("{id} {to:?}")), id).await?.is_some() {
            // Answered when what it repeats is on the disk.
            uow.commit().await?;
            return Ok(id);
        }
        let entered = [("amount", to.amount.is_some()), ("lostReason", to.lost_reason.is_some()), ("stage", true)];
        let keys: Vec<&str> = entered.into_iter().filter_map(|(key, entered)| entered.then_some(key)).collect();
        refuse_stale(&uow, &*deal, &keys, if_version).await?;
        let Some(stage) = uow.directory().stage(StageId(to.stage)).cloned() else {
            return Err(Failure::at(Code::NotFound, "stageId", Text::UnknownRecord));
        };
        let leads_on = uow.directory().pipeline(stage.pipeline_id).is_some_and(|pipeline| pipeline.active);
        // What is in a pipeline goes its way to the end, also after it was closed for others.
        if stage.pipeline_id != deal.pipeline_id && !leads_on {
            return Err(Failure::at(Code::Invalid, "stageId", Text::PipelineInactive));
        }
        let before: Deal = (*deal).clone();
        let mut after = before.clone();
        let entered = Input::new().with(Deal::DESCRIPTION, "amount", to.amount.clone());
        if to.amount.is_some() {
            entered.check(&uow).await?.apply(&mut after)?;
        }
        let moved = before.stage_id != stage.id;
        if moved {
            after.stage_id = stage.id;
            after.pipeline_id = stage.pipeline_id;
            after.stage_entered_date = Some(uow.today());
            if before.state != stage.kind || stage.kind == StageKind::Open {
                settle(&mut after, stage.kind, &uow);
            }
        }
        if let Some(reason) = &to.lost_reason {
            lose_because(&mut after, reason, &uow)?;
        }
        if moved || to.amount.is_some() {
            value(&mut after, &uow).await?;
        }
        let saved = uow.save(deal, after, EventAction::Moved).await?;
        if moved {
            visit(&before, &saved.record, &stage, &uow).await?;
        }
        if let Some(body) = &to.note {
            write_note(&uow, id, body).await?;
        }
        uow.commit().await?;
        Ok(id)
    })
    .await
}

fn lose_because(deal: &mut Deal, reason: &str, uow: &UnitOfWork) -> Outcome<()> {
    if deal.state != StageKind::Lost {
        return Err(Failure::at(Code::Invalid, "lostReason", Text::LostReasonOnlyWhenLost));
    }
    if !uow.directory().has_choice("lostReason", reason) {
        let key = reason.chars().take(100).collect();
        return Err(Failure::at(Code::Invalid, "lostReason", Text::UnknownChoice { key }));
    }
    if deal.lost_reason.as_deref() != Some(reason) && !uow.directory().can_choose("lostReason", reason) {
        return Err(Failure::at(Code::Invalid, "lostReason", Text::ChoiceRetired { key: reason.to_owned() }));
    }
    deal.lost_reason = Some(reason.to_owned());
    Ok(())
}

/// Whether going from one stage to another is progress: to a later open one of the same pipeline, or won.
pub(super) fn advances(from: StageId, to: &Stage, uow: &UnitOfWork) -> bool {
    let from = uow.directory().stage(from);
    let later = from.is_some_and(|from| from.pipeline_id == to.pipeline_id && from.position < to.position);
    to.kind == StageKind::Won || (to.kind == StageKind::Open && later)
}

/// Ends the stay in the old stage and begins the one in the new stage.
async fn visit(before: &Deal, after: &Deal, stage: &Stage, uow: &UnitOfWork) -> Outcome<()> {
    uow.depart(Departure {
        deal: after.id,
        left_at: uow.now(),
        left_date: uow.today(),
        to: stage.id,
        advanced: advances(before.stage_id, stage, uow),
    })
    .await?;
    uow.arrive(Arrival {
        deal: after.id,
        pipeline: stage.pipeline_id,
        stage: stage.id,
        entered: Some((uow.now(), uow.today())),
        owner: after.owner_id,
        team: team_of(after.owner_id, uow),
    })
    .await?;
    Ok(())
}

async fn write_note(uow: &UnitOfWork, deal: Uuid, body: &str) -> Outcome<()> {
    let input = Input::new().with(Note::DESCRIPTION, "body", InputValue::Text(body.to_owned())).with(
        Note::DESCRIPTION,
        "deal",
        InputValue::Id(deal),
    );
    create_in::<Note>(uow, uow.new_id(), &input).await.map_err(|failure| match failure {
        Failure::Refused(mut errors) => {
            errors.iter_mut().for_each(|error| error.path = vec!["note".to_owned()]);
            Failure::Refused(errors)
        }
        other => other,
    })?;
    Ok(())
}
