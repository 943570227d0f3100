//! Deals: what is special to creating and changing them, moving them, their lines and their buying roles.

mod configuration;
mod moving;
mod parts;
mod past;

use chrono::NaiveDate;
use tundish_domain::{
    deals::{ForecastCategory, StageKind},
    kernel::{
        ids::{DealId, UserId},
        money::Money,
    },
};
use tundish_persistence::{
    deals::{Arrival, Deal},
    records::{Inserts, UnitOfWork},
};
use uuid::Uuid;

pub(crate) use configuration::first_configuration;
pub use moving::{Move, move_deal};
use parts::add_contacts;
pub use parts::{LINES_MAX, LineInput, ROLES_MAX, RoleInput, set_buying_roles, set_lines};
pub(crate) use parts::{lines_told, price};
pub(crate) use past::{Past, Turn, arrive, turn};

use crate::records::{
    Actor, Changes, Code, Editable, Failure, Input, Outcome, Text, again_if_overtaken, claim, create, create_in,
    digest, in_base,
};

impl Editable for Deal {
    /// In the first stage of the first pipeline, for its maker.
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        let directory = uow.directory();
        let first = directory
            .pipelines()
            .iter()
            .filter(|pipeline| pipeline.active)
            .find_map(|pipeline| directory.first_stage(pipeline.id));
        let Some(stage) = first else { return Err(Failure::at(Code::Required, "stageId", Text::Required)) };
        Ok(Self {
            id: DealId(id),
            name: String::new(),
            account_id: None,
            owner_id: Some(uow.viewer().user),
            pipeline_id: stage.pipeline_id,
            stage_id: stage.id,
            state: stage.kind,
            amount: None,
            amount_currency: None,
            amount_base: None,
            expected_close_date: None,
            closed_date: None,
            category: ForecastCategory::Pipeline,
            source: None,
            lost_reason: None,
            started_date: Some(uow.today()),
            stage_entered_date: Some(uow.today()),
            closed_owner_id: None,
            closed_team_id: None,
            description: None,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }

    async fn rules(&mut self, before: Option<&Self>, changes: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        if before.is_none() {
            place(self, changes, uow)?;
        }
        if changes.has("amount") && self.closed_date.is_some() {
            value(self, uow).await?;
        }
        Ok(())
    }

    fn beside(&self, uow: &UnitOfWork, rows: &mut Inserts) {
        uow.arrival(
            Arrival {
                deal: self.id,
                pipeline: self.pipeline_id,
                stage: self.stage_id,
                entered: Some((uow.now(), uow.today())),
                owner: self.owner_id,
                team: team_of(self.owner_id, uow),
            },
            rows,
        );
    }

    async fn updated(&self, before: &Self, uow: &UnitOfWork) -> Outcome<()> {
        if self.owner_id != before.owner_id {
            uow.reassign_visit(self.id, self.owner_id, team_of(self.owner_id, uow)).await?;
        }
        Ok(())
    }

    async fn restoring(&self, uow: &UnitOfWork) -> Outcome<()> {
        // Stages without live deals can be deleted.
        match uow.directory().stage(self.stage_id) {
            Some(_) => Ok(()),
            None => Err(Failure::at(Code::InUse, "id", Text::StageInRecycleBin)),
        }
    }
}

/// Creates a deal, with contacts of the customer.
pub async fn create_deal(actor: &Actor, input: &Input, contacts: &[Uuid], key: Option<&str>) -> Outcome<Uuid> {
    if contacts.is_empty() {
        return create::<Deal>(actor, input, key).await;
    }
    again_if_overtaken(move || async move {
        let uow = actor.begin().await?;
        let id = uow.new_id();
        let digest = digest(&format!("{} {contacts:?}", input.digest()));
        if let Some(done) = claim(&uow, "createDeal", key, &digest, id).await? {
            // Answered when what it repeats is on the disk.
            uow.commit().await?;
            return Ok(done);
        }
        let deal = create_in::<Deal>(&uow, id, input).await?;
        add_contacts(&uow, &deal, contacts).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}

/// Puts a new deal into the pipeline and stage that were asked for: a stage alone names its pipeline, a pipeline alone
/// means its first open stage.
fn place(deal: &mut Deal, changes: &Changes, uow: &UnitOfWork) -> Outcome<()> {
    let directory = uow.directory();
    if changes.has("pipeline") && !changes.has("stage") {
        let first = directory.first_stage(deal.pipeline_id).map(|stage| stage.id);
        deal.stage_id = first.ok_or_else(|| Failure::at(Code::Required, "stageId", Text::Required))?;
    }
    let Some(stage) = directory.stage(deal.stage_id) else {
        return Err(Failure::at(Code::NotFound, "stageId", Text::UnknownRecord));
    };
    if changes.has("pipeline") && stage.pipeline_id != deal.pipeline_id {
        return Err(Failure::at(Code::Invalid, "stageId", Text::StageOfOtherPipeline));
    }
    deal.pipeline_id = stage.pipeline_id;
    if !directory.pipeline(deal.pipeline_id).is_some_and(|pipeline| pipeline.active) {
        return Err(Failure::at(Code::Invalid, "pipelineId", Text::PipelineInactive));
    }
    settle(deal, stage.kind, uow);
    Ok(())
}

/// What a deal's state brings with it: the day of closing, and whose it was then.
fn settle(deal: &mut Deal, state: StageKind, uow: &UnitOfWork) {
    deal.state = state;
    if state == StageKind::Open {
        deal.closed_date = None;
        deal.closed_owner_id = None;
        deal.closed_team_id = None;
    } else {
        deal.closed_date = Some(uow.today());
        deal.closed_owner_id = deal.owner_id;
        deal.closed_team_id = team_of(deal.owner_id, uow);
    }
    if state != StageKind::Lost {
        deal.lost_reason = None;
    }
}

/// The deal's amount in the base currency.
async fn value(deal: &mut Deal, uow: &UnitOfWork) -> Outcome<()> {
    deal.amount_base = worth("amount", deal.amount, deal.amount_currency.as_deref(), deal.closed_date, uow).await?;
    Ok(())
}

/// What an amount of a deal is in the base currency: at the rate of the day of closing, or today's while it is open.
async fn worth(
    path: &str,
    minor: Option<i64>,
    currency: Option<&str>,
    closed: Option<NaiveDate>,
    uow: &UnitOfWork,
) -> Outcome<Option<i64>> {
    let (Some(minor), Some(Ok(currency))) = (minor, currency.map(str::parse)) else { return Ok(None) };
    let worth = in_base(uow, Money { minor, currency }, closed.unwrap_or_else(|| uow.today())).await?;
    worth.map(Some).map_err(|(code, text)| Failure::at(code, path, text))
}

/// The team of a person, today.
fn team_of(owner: Option<UserId>, uow: &UnitOfWork) -> Option<tundish_domain::kernel::ids::TeamId> {
    owner.and_then(|owner| uow.directory().user(owner)).and_then(|user| user.team_id)
}
