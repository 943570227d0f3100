//! What the records have in common: events, search, idempotency, external ids, uploads.

use sea_orm_migration::prelude::*;

use crate::table::{Table, either, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        either(
            manager,
            "CREATE TABLE event (id INTEGER PRIMARY KEY AUTOINCREMENT, seq BIGINT, recorded_at TEXT NOT NULL, effective_at TEXT NOT NULL, \
             origin TEXT NOT NULL, kind TEXT NOT NULL, record_id BLOB NOT NULL, action TEXT NOT NULL, actor_id BLOB, version BIGINT NOT NULL, \
             payload TEXT NOT NULL, digest TEXT NOT NULL)",
            "CREATE TABLE event (id BIGSERIAL PRIMARY KEY, seq BIGINT, recorded_at TIMESTAMPTZ NOT NULL, effective_at TIMESTAMPTZ NOT NULL, \
             origin TEXT NOT NULL, kind TEXT NOT NULL, record_id UUID NOT NULL, action TEXT NOT NULL, actor_id UUID, version BIGINT NOT NULL, \
             payload TEXT NOT NULL, digest TEXT NOT NULL)",
        )
        .await?;
        index(manager, "event", &["seq"], true).await?;
        index(manager, "event", &["record_id", "id"], false).await?;
        either(
            manager,
            "",
            "CREATE INDEX event_unnumbered ON event (id) WHERE seq IS NULL; \
             CREATE TABLE event_sequence (last BIGINT NOT NULL); INSERT INTO event_sequence (last) VALUES (0)",
        )
        .await?;

        either(
            manager,
            "CREATE TABLE search_row (id INTEGER PRIMARY KEY, record_id BLOB NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL); \
             CREATE VIRTUAL TABLE search_text USING fts5(title, body, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61')",
            "CREATE TABLE search_row (id BIGSERIAL PRIMARY KEY, record_id UUID NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, document TSVECTOR NOT NULL); \
             CREATE INDEX search_row_document ON search_row USING gin (document)",
        )
        .await?;
        index(manager, "search_row", &["record_id"], true).await?;

        Table::bare(manager, "idempotency_key")
            .id("actor_id", true)
            .text("operation", true)
            .text("key", true)
            .text("digest", true)
            .id("result_id", true)
            .instant("created_at", true)
            .create()
            .await?;
        index(manager, "idempotency_key", &["actor_id", "operation", "key"], true).await?;
        index(manager, "idempotency_key", &["created_at"], false).await?;
        Table::bare(manager, "external_id")
            .text("kind", true)
            .text("source", true)
            .text("external_id", true)
            .id("record_id", true)
            .create()
            .await?;
        index(manager, "external_id", &["kind", "source", "external_id"], true).await?;
        index(manager, "external_id", &["record_id"], false).await?;
        Ok(())
    }
}
