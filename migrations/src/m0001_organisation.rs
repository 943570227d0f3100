//! Company, people, teams, choices, rates, sign-in.

use sea_orm_migration::prelude::*;

use crate::table::{Table, both, either, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "company")
            .name("name")
            .text("base_currency", true)
            .text("time_zone", true)
            .integer("fiscal_year_start_month", true)
            .text("default_language", true)
            .record()
            .create()
            .await?;
        // The references between people and teams go round in a circle; the one that closes it has no foreign key.
        Table::new(manager, "team")
            .name("name")
            .reference("parent_id", "team", false)
            .id("manager_id", false)
            .record()
            .deletable()
            .create()
            .await?;
        Table::new(manager, "user")
            .name("name")
            .text("email", false)
            .text("language", false)
            .text("time_zone", false)
            .text("role", true)
            .reference("team_id", "team", false)
            .flag("active")
            .record()
            .create()
            .await?;
        both(manager, "CREATE UNIQUE INDEX user_email ON \"user\" (email)").await?;
        Table::new(manager, "choice")
            .text("list", true)
            .text("key", true)
            .name("name")
            .text("translations", true)
            .integer("position", true)
            .flag("active")
            .record()
            .create()
            .await?;
        index(manager, "choice", &["list", "key"], true).await?;
        Table::new(manager, "exchange_rate")
            .text("currency", true)
            .date("date", true)
            .integer("rate", true)
            .record()
            .deletable()
            .create()
            .await?;
        both(
            manager,
            "CREATE UNIQUE INDEX exchange_rate_currency_date ON exchange_rate (currency, date) WHERE deleted_at IS NULL",
        )
        .await?;

        Table::bare(manager, "credential")
            .reference("user_id", "user", true)
            .text("password_hash", true)
            .create()
            .await?;
        both(manager, "CREATE UNIQUE INDEX credential_user ON credential (user_id)").await?;
        Table::new(manager, "session")
            .reference("user_id", "user", true)
            .text("token_digest", true)
            .text("user_agent", false)
            .text("address", false)
            .instant("last_seen_at", true)
            .instant("expires_at", true)
            .instant("revoked_at", false)
            .record()
            .create()
            .await?;
        index(manager, "session", &["token_digest"], true).await?;
        Table::new(manager, "access_token")
            .reference("user_id", "user", true)
            .text("name", true)
            .text("scope", true)
            .text("token_digest", true)
            .instant("expires_at", true)
            .instant("last_used_at", false)
            .instant("revoked_at", false)
            .record()
            .create()
            .await?;
        index(manager, "access_token", &["token_digest"], true).await?;
        // Raised by every change of the small tables, so that each node knows when its memory is old.
        both(manager, "CREATE TABLE directory (version BIGINT NOT NULL)").await?;
        both(manager, "INSERT INTO directory (version) VALUES (1)").await?;
        either(manager, "", BEGIN_UNIT).await?;
        Ok(())
    }
}

/// What begins a unit of work on `PostgreSQL`: its share in a lock that a unit which is alone has as a whole, and the version of
/// the small tables behind that. One call is one way there and back, and each statement in it sees what was committed before.
/// The number of the lock is arbitrary.
const BEGIN_UNIT: &str = "CREATE FUNCTION begin_unit(alone BOOLEAN) RETURNS BIGINT LANGUAGE plpgsql AS $$ BEGIN \
    IF alone THEN PERFORM pg_advisory_xact_lock(7310579846222); ELSE PERFORM pg_advisory_xact_lock_shared(7310579846222); END IF; \
    RETURN (SELECT version FROM directory); END $$";
