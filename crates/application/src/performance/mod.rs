//! Targets.

use chrono::NaiveDate;
use tundish_domain::{
    kernel::ids::{TargetId, TeamId, UserId},
    organisation::rights::may_create,
    records::{EventAction, RecordAction, RecordKind},
};
use tundish_persistence::{performance::Target, records::Record};
use uuid::Uuid;

use crate::records::{Actor, Code, Failure, Input, InputValue, Outcome, Text, again_if_overtaken, claim, digest};

/// Sets, or with an amount of `None` takes back, the target of a person or of a team (just one of both) for a fiscal quarter.
pub async fn set_target(
    actor: &Actor,
    owner: Option<UserId>,
    team: Option<TeamId>,
    quarter_start: NaiveDate,
    amount: Option<InputValue>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    let amount = amount.as_ref();
    again_if_overtaken(move || set_target_once(actor, owner, team, quarter_start, amount, key)).await
}

async fn set_target_once(
    actor: &Actor,
    owner: Option<UserId>,
    team: Option<TeamId>,
    quarter_start: NaiveDate,
    amount: Option<&InputValue>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    if !may_create(actor.viewer().role, RecordKind::Target) {
        return Err(Failure::Forbidden);
    }
    let uow = actor.begin().await?;
    let (kind, id, path) = match (owner, team) {
        (Some(user), None) => (RecordKind::User, user.0, "ownerId"),
        (None, Some(team)) => (RecordKind::Team, team.0, "teamId"),
        _ => return Err(Failure::at(Code::Invalid, "ownerId", Text::EitherPersonOrTeam)),
    };
    if !uow.sees(kind, id).await? {
        return Err(Failure::at(Code::NotFound, path, Text::UnknownRecord));
    }
    if !starts_quarter(quarter_start, uow.directory().fiscal_year_start()) {
        return Err(Failure::at(Code::Invalid, "quarterStart", Text::NotAQuarterStart));
    }
    let known = uow.target(owner, team, quarter_start).await?;
    let id = known.map_or_else(|| uow.new_id(), |known| known.0);
    let input = digest(&format!("{owner:?} {team:?} {quarter_start} {amount:?}"));
    if let Some(done) = claim(&uow, "setTarget", key, &input, id).await? {
        // Answered when what it repeats is on the disk.
        uow.commit().await?;
        return Ok(done);
    }
    let entered = Input::new().with(Target::DESCRIPTION, "amount", amount.cloned()).check(&uow).await?;
    match known {
        Some(known) => {
            let before = uow.checked::<Target>(known.0, RecordAction::Update).await??;
            let mut after = (*before).clone();
            entered.apply(&mut after)?;
            uow.save(before, after, EventAction::Updated).await?;
        }
        None => {
            let mut target = Target {
                id: TargetId(id),
                owner_id: owner,
                team_id: team,
                quarter_start,
                amount: None,
                amount_currency: None,
                amount_base: None,
                created_at: uow.now(),
                updated_at: uow.now(),
                version: 0,
            };
            entered.apply(&mut target)?;
            let target = uow.insert(target).await?;
            if !uow.may::<Target>(target.id.0, RecordAction::Update).await? {
                return Err(Failure::at(Code::Forbidden, path, Text::CreateForbidden));
            }
        }
    }
    uow.commit().await?;
    Ok(id)
}

/// Whether a day is the first of a quarter of a fiscal year that begins with that month.
fn starts_quarter(date: NaiveDate, first_month: u32) -> bool {
    use chrono::Datelike;
    date.day() == 1 && (date.month() + 12 - first_month).is_multiple_of(3)
}
