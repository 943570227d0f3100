//! A way of selling, with its stages.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::PipelineId,
    records::{Description, Field, RecordKind},
};

use crate::records::record;

/// A way of selling, with its stages.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pipeline")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PipelineId,
    pub name: String,
    pub translations: String,
    pub position: i64,
    pub active: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Pipelines, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: RecordKind::Pipeline,
    name: "Pipeline",
    table: "pipeline",
    doc: "A way of selling, with its stages.",
    fields: &[
        Field::id(),
        Field::name("Its name."),
        Field::translations(),
        Field::integer("position", "position", 0, 100_000, "Its place among the pipelines.").required().defaulted(),
        Field::boolean("active", "active", "Whether new deals can enter it.").defaulted(),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: true,
};

record!(Model, Entity, DESCRIPTION);
