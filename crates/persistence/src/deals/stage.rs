//! A step of a pipeline.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::{
    entity::prelude::*,
    sea_query::{Alias, ExprTrait, Query},
};
use tundish_domain::{
    deals::StageKind,
    kernel::ids::{PipelineId, StageId},
    records::{Collection, Description, Field, RecordKind as Kind},
};

use crate::records::{StoreError, col, record};

/// A step of a pipeline.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StageId,
    pub pipeline_id: PipelineId,
    pub name: String,
    pub translations: String,
    pub kind: StageKind,
    pub probability: i64,
    pub position: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Stages, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Stage,
    name: "Stage",
    table: "stage",
    doc: "A step of a pipeline.",
    fields: &[
        Field::id(),
        Field::reference("pipeline", "pipeline_id", Kind::Pipeline, "The pipeline.").required().on_create(),
        Field::name("Its name."),
        Field::translations(),
        Field::enumeration(
            "kind",
            "kind",
            "StageKind",
            StageKind::NAMES,
            StageKind::DOCS,
            "Whether deals in it are open, won or lost.",
        )
        .defaulted(),
        Field::scaled(
            "probability",
            "probability",
            4,
            0,
            10_000,
            "How likely a deal in it is won: a decimal fraction from 0 to 1. Weights amounts.",
        )
        .required()
        .defaulted(),
        Field::integer("position", "position", 0, 100_000, "Its place in the pipeline.").required().defaulted(),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[Collection { key: "deals", kind: Kind::Deal, field: "stage" }],
    deletable: true,
    history: false,
    small: true,
};

record!(Model, Entity, DESCRIPTION);

impl crate::records::UnitOfWork {
    /// How many live deals are in a stage.
    pub async fn deals_in(&self, stage: StageId) -> Result<u64, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("deal", "id").count())
            .from(Alias::new("deal"))
            .and_where(col("deal", "stage_id").eq(stage.0))
            .and_where(col("deal", "deleted_at").is_null());
        let row = self.db()?.query_one(&select).await?;
        Ok(row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))?.unsigned_abs())
    }
}
