//! A personal access token for programs.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{AccessTokenId, UserId},
    organisation::TokenScope,
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A personal access token for programs.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccessTokenId,
    pub user_id: UserId,
    pub name: String,
    pub scope: TokenScope,
    pub token_digest: String,
    pub expires_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// AccessTokens, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::AccessToken,
    name: "AccessToken",
    table: "access_token",
    doc: "A personal access token for programs.",
    fields: &[
        Field::id(),
        Field::reference("user", "user_id", Kind::User, "In whose name it acts.").required().system(),
        Field::text("name", "name", "What it is for.").required().title(),
        Field::enumeration("scope", "scope", "TokenScope", TokenScope::NAMES, TokenScope::DOCS, "What it may do.")
            .on_create(),
        Field::date_time("expiresAt", "expires_at", "When it ends by itself.").required().on_create(),
        Field::date_time("lastUsedAt", "last_used_at", "When it was last used, to the minute; null: never.").system(),
        Field::date_time("revokedAt", "revoked_at", "When it was ended; null while it holds.").system(),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);
