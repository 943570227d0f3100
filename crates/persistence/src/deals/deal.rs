//! A chance to sell something to a customer.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    deals::{ForecastCategory, StageKind},
    kernel::ids::{AccountId, DealId, PipelineId, StageId, TeamId, UserId},
    records::{Collection, Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A chance to sell something to a customer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DealId,
    pub name: String,
    pub account_id: Option<AccountId>,
    pub owner_id: Option<UserId>,
    pub pipeline_id: PipelineId,
    pub stage_id: StageId,
    pub state: StageKind,
    pub amount: Option<i64>,
    pub amount_currency: Option<String>,
    pub amount_base: Option<i64>,
    pub expected_close_date: Option<NaiveDate>,
    pub closed_date: Option<NaiveDate>,
    pub category: ForecastCategory,
    pub source: Option<String>,
    pub lost_reason: Option<String>,
    pub started_date: Option<NaiveDate>,
    pub stage_entered_date: Option<NaiveDate>,
    pub closed_owner_id: Option<UserId>,
    pub closed_team_id: Option<TeamId>,
    pub description: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub deletion_id: Option<Uuid>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Deals, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Deal,
    name: "Deal",
    table: "deal",
    doc: "A chance to sell something to a customer.",
    fields: &[
        Field::id(),
        Field::name("What is being sold, in the seller's words."),
        Field::reference("account", "account_id", Kind::Account, "The customer; null: not known yet."),
        Field::reference("owner", "owner_id", Kind::User, "Who works on it; null: nobody."),
        Field::reference("pipeline", "pipeline_id", Kind::Pipeline, "The way of selling.")
            .required()
            .on_create()
            .defaulted(),
        Field::reference("stage", "stage_id", Kind::Stage, "Where in the pipeline it stands; changed by `moveDeal`.")
            .required()
            .on_create()
            .defaulted(),
        Field::enumeration(
            "state",
            "state",
            "StageKind",
            StageKind::NAMES,
            StageKind::DOCS,
            "Whether it is open, won or lost: its stage's kind.",
        )
        .system(),
        Field::money("amount", "amount", "What the customer will pay, or paid; null: not known yet."),
        Field::date(
            "expectedCloseDate",
            "expected_close_date",
            "The day on which the customer will probably decide; null: unknown.",
        ),
        Field::date(
            "closedDate",
            "closed_date",
            "The day on which it was won or lost, in the company's zone; null while open.",
        )
        .system(),
        Field::enumeration(
            "category",
            "category",
            "ForecastCategory",
            ForecastCategory::NAMES,
            ForecastCategory::DOCS,
            "How sure its owner is, for the forecast.",
        )
        .defaulted(),
        Field::choice(
            "source",
            "source",
            "source",
            "Where it came from, a key of the choices `source`; null: unknown.",
        ),
        Field::choice(
            "lostReason",
            "lost_reason",
            "lostReason",
            "Why it was lost, a key of the choices `lostReason`; null unless lost.",
        )
        .system(),
        Field::date("startedDate", "started_date", "The day on which it began, in the company's zone; null: unknown.")
            .system(),
        Field::date(
            "stageEnteredDate",
            "stage_entered_date",
            "The day on which it came into its stage, in the company's zone; null: unknown.",
        )
        .system(),
        Field::reference(
            "closedOwner",
            "closed_owner_id",
            Kind::User,
            "Who owned it when it closed: figures by person count it there; null while open.",
        )
        .system(),
        Field::reference(
            "closedTeam",
            "closed_team_id",
            Kind::Team,
            "The owner's team when it closed: figures by team count it there; null while open.",
        )
        .system(),
        Field::long_text("description", "description", "What else is known; null: nothing."),
        Field::created_at(),
        Field::updated_at(),
        Field::deleted_at(),
        Field::version(),
    ],
    collections: &[
        Collection { key: "lineItems", kind: Kind::DealLine, field: "deal" },
        Collection { key: "buyingRoles", kind: Kind::DealContact, field: "deal" },
        Collection { key: "tasks", kind: Kind::Task, field: "deal" },
        Collection { key: "notes", kind: Kind::Note, field: "deal" },
    ],
    deletable: true,
    history: true,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
