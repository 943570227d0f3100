//! Notes and tasks.

use sea_orm_migration::prelude::*;

use crate::table::{Table, both};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, content) in [("note", "body"), ("task", "title")] {
            let mut columns = Table::new(manager, table)
                .text(content, true)
                .reference("deal_id", "deal", false)
                .reference("account_id", "account", false)
                .reference("contact_id", "contact", false)
                .reference("owner_id", "user", false)
                .record()
                .deletable();
            if table == "task" {
                columns = columns.date("due_date", false).instant("completed_at", false);
            }
            columns.create().await?;
        }
        both(
            manager,
            "CREATE INDEX task_open ON task (deal_id, due_date) WHERE completed_at IS NULL AND deleted_at IS NULL",
        )
        .await?;
        Ok(())
    }
}
