//! Files that were sent, and what becomes of them.

use sea_orm_migration::prelude::*;

use crate::table::{Table, either, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The size is known when the last piece has come.
        Table::new(manager, "upload")
            .reference("owner_id", "user", true)
            .text("name", true)
            .integer("size", false)
            .instant("created_at", true)
            .create()
            .await?;
        index(manager, "upload", &["created_at"], false).await?;
        either(
            manager,
            "CREATE TABLE upload_piece (upload_id BLOB NOT NULL REFERENCES upload (id), position BIGINT NOT NULL, bytes BLOB NOT NULL, \
             PRIMARY KEY (upload_id, position))",
            "CREATE TABLE upload_piece (upload_id UUID NOT NULL REFERENCES upload (id), position BIGINT NOT NULL, bytes BYTEA NOT NULL, \
             PRIMARY KEY (upload_id, position))",
        )
        .await?;

        // An upload goes before the import that it was for, so there is no foreign key.
        Table::new(manager, "import")
            .text("name", true)
            .text("target", true)
            .text("state", true)
            .flag("dry_run")
            .integer("rows_read", true)
            .integer("rows_created", true)
            .integer("rows_updated", true)
            .integer("rows_unchanged", true)
            .integer("rows_refused", true)
            .integer("rows_unlinked", true)
            .integer("links_read", true)
            .integer("rows_linked", true)
            .integer("bytes_read", true)
            .integer("bytes_total", true)
            .text("failure", false)
            .reference("started_by_id", "user", true)
            .instant("finished_at", false)
            .id("upload_id", true)
            .text("mapping", true)
            .text("columns", true)
            .record()
            .create()
            .await?;
        index(manager, "import", &["state"], false).await?;
        either(
            manager,
            "CREATE TABLE import_refused (import_id BLOB NOT NULL REFERENCES import (id), row_number BIGINT NOT NULL, reason TEXT NOT NULL, \
             cells TEXT NOT NULL, PRIMARY KEY (import_id, row_number))",
            "CREATE TABLE import_refused (import_id UUID NOT NULL REFERENCES import (id), row_number BIGINT NOT NULL, reason TEXT NOT NULL, \
             cells TEXT NOT NULL, PRIMARY KEY (import_id, row_number))",
        )
        .await
    }
}
