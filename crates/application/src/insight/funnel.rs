//! The funnel of a pipeline.

use std::collections::BTreeMap;

use tokio::sync::OnceCell;
use tundish_domain::{
    deals::StageKind,
    insight::{Closed, OpenSum, StageFlow},
    kernel::{
        ids::{PipelineId, StageId},
        period::Period,
    },
};
use tundish_persistence::{
    deals::{Deal, Passage, Visits, attribution, within},
    records::{Filter, Record},
};

use super::Basis;
use crate::records::{Actor, Failure, Outcome};

/// The funnel of a pipeline in a period.
pub struct Funnel {
    basis: Basis,
    pipeline: PipelineId,
    stages: Vec<StageId>,
    period: Option<Period>,
    weighted: bool,
    open: OnceCell<BTreeMap<StageId, OpenSum>>,
    flows: OnceCell<BTreeMap<StageId, StageFlow>>,
    closed: OnceCell<Closed>,
}

/// A figure of the whole funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunnelFigure {
    /// Deals won in the period.
    Won,
    /// Deals lost in the period.
    Lost,
    /// Both.
    Closed,
}

/// A figure of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageFigure {
    /// Deals open in the stage.
    Open,
    /// Deals with visits that a figure counts.
    Visited(Passage),
}

impl Funnel {
    /// The funnel of a pipeline. Without a period what happened counts whenever it did. Weighted amounts are summed up if
    /// `weighted` says so, and 0 otherwise. Failure: [`Failure::NotFound`].
    pub fn new(
        actor: &Actor,
        basis: Basis,
        pipeline: PipelineId,
        period: Option<Period>,
        weighted: bool,
    ) -> Outcome<Self> {
        let directory = actor.directory();
        directory.pipeline(pipeline).ok_or(Failure::NotFound)?;
        let open = directory.stages(pipeline).filter(|stage| stage.kind == StageKind::Open);
        Ok(Self {
            basis,
            pipeline,
            stages: open.map(|stage| stage.id).collect(),
            period,
            weighted,
            open: OnceCell::new(),
            flows: OnceCell::new(),
            closed: OnceCell::new(),
        })
    }

    /// The deals that it is counted from.
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The pipeline.
    pub const fn pipeline(&self) -> PipelineId {
        self.pipeline
    }

    /// The open stages, in their order.
    pub fn stages(&self) -> &[StageId] {
        &self.stages
    }

    /// What is open in a stage, without regard to the period.
    pub async fn open(&self, stage: StageId) -> Outcome<OpenSum> {
        let Basis { scope, filter } = &self.basis;
        let open = self.open.get_or_try_init(|| scope.open_by_stage(self.pipeline, filter, self.weighted)).await?;
        Ok(open.get(&stage).copied().unwrap_or_default())
    }

    /// What went through a stage in the period.
    pub async fn flow(&self, stage: StageId) -> Outcome<StageFlow> {
        let Basis { scope, filter } = &self.basis;
        let flows = self.flows.get_or_try_init(|| scope.stage_flows(self.pipeline, filter, self.period)).await?;
        Ok(flows.get(&stage).cloned().unwrap_or_default())
    }

    /// What closed in the period.
    pub async fn closed(&self) -> Outcome<&Closed> {
        let read = async || {
            let groups = self.basis.scope.closed_deals(&self.of_pipeline(), self.period).await?;
            Outcome::Ok(Closed::of(&groups))
        };
        self.closed.get_or_try_init(read).await
    }

    fn of_pipeline(&self) -> Filter {
        Filter::refers(Deal::DESCRIPTION, "pipeline", self.pipeline.0).and(self.basis.filter.clone())
    }

    /// The deals behind a figure of the whole funnel.
    pub fn deals(&self, figure: FunnelFigure) -> Filter {
        let closed = match figure {
            FunnelFigure::Won => attribution::closed_as(StageKind::Won, self.of_pipeline()),
            FunnelFigure::Lost => attribution::closed_as(StageKind::Lost, self.of_pipeline()),
            FunnelFigure::Closed => attribution::closed(self.of_pipeline()),
        };
        closed.and(within("closedDate", self.period))
    }

    /// The deals behind a figure of a stage.
    pub fn deals_of(&self, stage: StageId, figure: StageFigure) -> Filter {
        match figure {
            StageFigure::Open => {
                attribution::open(Filter::refers(Deal::DESCRIPTION, "stage", stage.0).and(self.of_pipeline()))
            }
            StageFigure::Visited(passage) => Filter::Visited(Box::new(Visits {
                pipeline: self.pipeline,
                stage: Some(stage),
                passage,
                period: self.period,
                filter: self.basis.filter.clone(),
            })),
        }
    }
}
