//! Deals, their parts, pipelines and stages.

mod deal;
mod mutations;

pub(crate) use deal::DealQueries;
pub(crate) use mutations::{DealMutations, DealRecordMutations, PipelineMutations, StageMutations};

use std::sync::Arc;

use async_graphql::{Context, Object as GraphqlObject};
use tundish_application::store::records::Row;

use crate::{
    models::{DealContact, DealLine, Pipeline, Stage},
    records::{
        context::actor,
        object::{GraphqlRecord, NoExtra, Object},
        translation::label,
    },
};

/// What is computed of a pipeline.
pub struct PipelineExtra(Arc<Row>);

impl From<Arc<Row>> for PipelineExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Pipeline {
    type Extra = PipelineExtra;
    const NEEDS: &'static [(&'static str, &'static [&'static str])] = &[("label", &["name", "translations"])];
}

/// What is computed of a pipeline.
#[GraphqlObject]
impl PipelineExtra {
    /// Its name in the viewer's language.
    async fn label(&self, ctx: &Context<'_>) -> String {
        row_label(ctx, &self.0)
    }

    /// Its stages, in their order.
    async fn stages(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<Stage>>> {
        let actor = actor(ctx)?;
        let directory = actor.directory();
        let stages = directory.stages(self.0.id.into());
        Ok(stages.filter_map(|stage| directory.row(stage.id.0).cloned()).map(Object::new).collect())
    }
}

/// What is computed of a stage.
pub struct StageExtra(Arc<Row>);

impl From<Arc<Row>> for StageExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Stage {
    type Extra = StageExtra;
    const NEEDS: &'static [(&'static str, &'static [&'static str])] = &[("label", &["name", "translations"])];
}

/// What is computed of a stage.
#[GraphqlObject]
impl StageExtra {
    /// Its name in the viewer's language.
    async fn label(&self, ctx: &Context<'_>) -> String {
        row_label(ctx, &self.0)
    }
}

impl GraphqlRecord for DealLine {
    type Extra = NoExtra;
}

impl GraphqlRecord for DealContact {
    type Extra = NoExtra;
}

/// The name of a configured thing in the viewer's language.
pub(crate) fn row_label(ctx: &Context<'_>, row: &Row) -> String {
    let text = |key: &str| row.get(key).and_then(tundish_domain::records::FieldValue::as_text);
    label(ctx, text("name"), text("translations"))
}
