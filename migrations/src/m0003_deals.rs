//! Pipelines, stages, deals with their parts, their history and their stage visits, targets.

use sea_orm_migration::prelude::*;

use crate::table::{Table, both, either, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "pipeline")
            .name("name")
            .text("translations", true)
            .integer("position", true)
            .flag("active")
            .record()
            .create()
            .await?;
        Table::new(manager, "stage")
            .reference("pipeline_id", "pipeline", true)
            .name("name")
            .text("translations", true)
            .text("kind", true)
            .integer("probability", true)
            .integer("position", true)
            .record()
            .deletable()
            .create()
            .await?;
        deal(
            Table::new(manager, "deal")
                .name("name")
                .reference("account_id", "account", false)
                .reference("owner_id", "user", false)
                .reference("pipeline_id", "pipeline", true)
                .id("stage_id", true),
        )
        .create()
        .await?;
        deal(
            Table::bare(manager, "deal_history")
                .id("id", true)
                .name("name")
                .id("account_id", false)
                .id("owner_id", false)
                .id("pipeline_id", true)
                .id("stage_id", true),
        )
        .instant("valid_from", true)
        .instant("valid_to", false)
        .create()
        .await?;
        // A board column by amount; the id decides ties in the direction of the amount.
        either(
            manager,
            "CREATE INDEX deal_stage_amount ON deal (stage_id, amount_base DESC, id DESC)",
            "CREATE INDEX deal_stage_amount ON deal (stage_id, amount_base DESC NULLS LAST, id DESC)",
        )
        .await?;
        index(manager, "deal", &["name_sort", "id"], false).await?;
        // These hold all that figures read, so that the table itself is not looked at.
        both(manager, "CREATE INDEX deal_open ON deal (pipeline_id, stage_id, owner_id, amount_base, state, deleted_at) WHERE state = 'OPEN' AND deleted_at IS NULL").await?;
        both(
            manager,
            "CREATE INDEX deal_closed ON deal (closed_date, state, pipeline_id, started_date, amount_base, owner_id, \
             closed_owner_id, closed_team_id, deleted_at) WHERE state <> 'OPEN' AND deleted_at IS NULL",
        )
        .await?;
        both(
            manager,
            "CREATE INDEX deal_expected ON deal (expected_close_date) WHERE state = 'OPEN' AND deleted_at IS NULL",
        )
        .await?;
        index(manager, "deal_history", &["id", "valid_from"], false).await?;
        index(manager, "deal_history", &["valid_from", "valid_to"], false).await?;
        both(manager, "CREATE UNIQUE INDEX deal_history_current ON deal_history (id) WHERE valid_to IS NULL").await?;

        Table::new(manager, "stage_visit")
            .reference("deal_id", "deal", true)
            .id("pipeline_id", true)
            .id("stage_id", true)
            .date("entered_date", false)
            .instant("entered_at", false)
            .date("left_date", false)
            .instant("left_at", false)
            .id("to_stage_id", false)
            .flag("advanced")
            .id("owner_id", false)
            .id("team_id", false)
            .create()
            .await?;
        index(manager, "stage_visit", &["pipeline_id", "entered_date"], false).await?;
        index(manager, "stage_visit", &["pipeline_id", "left_date"], false).await?;
        both(manager, "CREATE UNIQUE INDEX stage_visit_current ON stage_visit (deal_id) WHERE left_at IS NULL").await?;

        Table::new(manager, "deal_line")
            .reference("deal_id", "deal", true)
            .reference("product_id", "product", true)
            .integer("quantity", true)
            .money("unit_price")
            .money("total")
            .integer("position", true)
            .record()
            .create()
            .await?;
        Table::new(manager, "deal_contact")
            .reference("deal_id", "deal", true)
            .reference("contact_id", "contact", true)
            .text("role", true)
            .record()
            .create()
            .await?;
        index(manager, "deal_contact", &["deal_id", "contact_id"], true).await?;
        Table::new(manager, "target")
            .reference("owner_id", "user", false)
            .reference("team_id", "team", false)
            .date("quarter_start", true)
            .money("amount")
            .record()
            .create()
            .await?;
        both(
            manager,
            "CREATE UNIQUE INDEX target_person ON target (owner_id, quarter_start) WHERE owner_id IS NOT NULL",
        )
        .await?;
        both(manager, "CREATE UNIQUE INDEX target_team ON target (team_id, quarter_start) WHERE team_id IS NOT NULL")
            .await?;
        Ok(())
    }
}

/// The columns that a deal and its history share, besides the references.
fn deal<'m, 'c>(table: Table<'m, 'c>) -> Table<'m, 'c> {
    table
        .text("state", true)
        .money("amount")
        .date("expected_close_date", false)
        .date("closed_date", false)
        .text("category", true)
        .text("source", false)
        .text("lost_reason", false)
        .date("started_date", false)
        .date("stage_entered_date", false)
        .id("closed_owner_id", false)
        .id("closed_team_id", false)
        .text("description", false)
        .record()
        .deletable()
}
