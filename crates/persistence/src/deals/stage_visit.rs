//! A deal's stay in a stage: the only source of `entered`, `advanced`, `conversionRate` and days.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use tundish_domain::kernel::ids::{DealId, PipelineId, StageId, TeamId, UserId};

use crate::records::{Inserts, StoreError, UnitOfWork, col, rows_at_once};

const TABLE: &str = "stage_visit";

/// The beginning of a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The deal.
    pub deal: DealId,
    /// The pipeline of the stage.
    pub pipeline: PipelineId,
    /// The stage.
    pub stage: StageId,
    /// When it came, with the day in the company's zone; `None`: unknown, never counted as entered.
    pub entered: Option<(DateTime<Utc>, NaiveDate)>,
    /// The deal's owner then.
    pub owner: Option<UserId>,
    /// The owner's team then.
    pub team: Option<TeamId>,
}

/// The end of a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The deal.
    pub deal: DealId,
    /// When it went.
    pub left_at: DateTime<Utc>,
    /// The day of that, in the company's zone.
    pub left_date: NaiveDate,
    /// Where it went.
    pub to: StageId,
    /// Whether that is a later open stage of the same pipeline, or won.
    pub advanced: bool,
}

/// A stay, with its end if it has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Its beginning.
    pub arrival: Arrival,
    /// Its end; `None`: it lasts.
    pub departure: Option<Departure>,
}

impl UnitOfWork {
    /// Notes stays of the past and of the present: for imports.
    pub async fn insert_visits(&self, visits: &[Visit]) -> Result<(), StoreError> {
        let columns = [
            "id",
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
        for chunk in visits.chunks(rows_at_once(columns.len())) {
            let mut insert = Query::insert();
            insert.into_table(Alias::new(TABLE)).columns(columns.map(Alias::new));
            for Visit { arrival, departure } in chunk {
                insert.values_panic([
                    self.new_id().into(),
                    arrival.deal.0.into(),
                    arrival.pipeline.0.into(),
                    arrival.stage.0.into(),
                    Expr::val(arrival.entered.map(|(instant, _)| instant)),
                    Expr::val(arrival.entered.map(|(_, date)| date)),
                    Expr::val(departure.map(|departure| departure.left_at)),
                    Expr::val(departure.map(|departure| departure.left_date)),
                    Expr::val(departure.map(|departure| departure.to.0)),
                    departure.is_some_and(|departure| departure.advanced).into(),
                    Expr::val(arrival.owner.map(|owner| owner.0)),
                    Expr::val(arrival.team.map(|team| team.0)),
                ]);
            }
            self.db()?.execute(&insert).await?;
        }
        Ok(())
    }

    /// Notes that a deal came into a stage.
    pub async fn arrive(&self, arrival: Arrival) -> Result<(), StoreError> {
        let mut inserts = Inserts::default();
        self.arrival(arrival, &mut inserts);
        inserts.write(self.db()?, self.dialect()).await
    }

    /// The row of a deal's coming into a stage.
    pub fn arrival(&self, arrival: Arrival, inserts: &mut Inserts) {
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(TABLE))
            .columns(
                [
                    "id",
                    "deal_id",
                    "pipeline_id",
                    "stage_id",
                    "entered_at",
                    "entered_date",
                    "advanced",
                    "owner_id",
                    "team_id",
                ]
                .map(Alias::new),
            )
            .values_panic([
                self.new_id().into(),
                arrival.deal.0.into(),
                arrival.pipeline.0.into(),
                arrival.stage.0.into(),
                Expr::val(arrival.entered.map(|(instant, _)| instant)),
                Expr::val(arrival.entered.map(|(_, date)| date)),
                false.into(),
                Expr::val(arrival.owner.map(|owner| owner.0)),
                Expr::val(arrival.team.map(|team| team.0)),
            ]);
        inserts.push(insert);
    }

    /// Notes that a deal left the stage in which it is.
    pub async fn depart(&self, departure: Departure) -> Result<(), StoreError> {
        let mut update = Query::update();
        update
            .table(Alias::new(TABLE))
            .value(Alias::new("left_at"), departure.left_at)
            .value(Alias::new("left_date"), departure.left_date)
            .value(Alias::new("to_stage_id"), departure.to.0)
            .value(Alias::new("advanced"), departure.advanced)
            .and_where(col(TABLE, "deal_id").eq(departure.deal.0))
            .and_where(col(TABLE, "left_at").is_null());
        self.db()?.execute(&update).await?;
        Ok(())
    }

    /// Hands the present stay to a new owner: visits keep owner and team of their time, and the present one's time is now.
    pub async fn reassign_visit(
        &self,
        deal: DealId,
        owner: Option<UserId>,
        team: Option<TeamId>,
    ) -> Result<(), StoreError> {
        let mut update = Query::update();
        update
            .table(Alias::new(TABLE))
            .value(Alias::new("owner_id"), owner.map(|owner| owner.0))
            .value(Alias::new("team_id"), team.map(|team| team.0))
            .and_where(col(TABLE, "deal_id").eq(deal.0))
            .and_where(col(TABLE, "left_at").is_null());
        self.db()?.execute(&update).await?;
        Ok(())
    }
}
