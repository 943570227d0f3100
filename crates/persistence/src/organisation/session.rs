//! A browser's sign-in.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use tundish_domain::{
    kernel::ids::{SessionId, UserId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::record;

/// A browser's sign-in.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub user_id: UserId,
    pub token_digest: String,
    pub user_agent: Option<String>,
    pub address: Option<String>,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Sessions, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Session,
    name: "Session",
    table: "session",
    doc: "A browser's sign-in.",
    fields: &[
        Field::id(),
        Field::reference("user", "user_id", Kind::User, "Who signed in.").required().system(),
        Field::text("userAgent", "user_agent", "What the browser calls itself; null: nothing.").system().sensitive(),
        Field::text("address", "address", "The network address at sign-in; null: unknown.").system().sensitive(),
        Field::date_time("lastSeenAt", "last_seen_at", "When it was last used, to the minute.").required().system(),
        Field::date_time("expiresAt", "expires_at", "When it ends by itself.").required().system(),
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
