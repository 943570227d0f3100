//! Who comes in: sessions, tokens and passwords, looked up where nothing is a moment old.

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, Asterisk, Expr, ExprTrait, LockType, OnConflict, Order, Query, SelectStatement},
};
use tundish_domain::{
    kernel::ids::{AccessTokenId, SessionId, UserId},
    organisation::TokenScope,
    records::{Description, RecordAction},
};
use uuid::Uuid;

use crate::{
    Database,
    dialect::Dialect,
    organisation::{AccessToken, Session},
    records::{Checked, Record, Scope, StoreError, UnitOfWork, col},
};

/// A session or token that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// Whose.
    pub user: UserId,
    /// The session, if it is one.
    pub session: Option<SessionId>,
    /// The token, if it is one.
    pub token: Option<AccessTokenId>,
    /// What it may do.
    pub scope: TokenScope,
    /// When it was last noted as used.
    pub seen_at: Option<DateTime<Utc>>,
    /// The version of the directory at this moment.
    pub directory: i64,
}

impl Database {
    /// The live session with a token of that digest.
    pub async fn session(&self, digest: &str) -> Result<Option<Access>, StoreError> {
        let select = live("session", digest, "last_seen_at", self.now());
        let row = self.newest().query_one(&select).await?;
        row.map(|row| {
            let (id, access) = self.read(&row)?;
            Ok(Access { session: Some(SessionId(id)), ..access })
        })
        .transpose()
    }

    /// The live access token of that digest.
    pub async fn access_token(&self, digest: &str) -> Result<Option<Access>, StoreError> {
        let mut select = live("access_token", digest, "last_used_at", self.now());
        select.expr(col("access_token", "scope"));
        let row = self.newest().query_one(&select).await?;
        row.map(|row| {
            let (id, access) = self.read(&row)?;
            let scope = TokenScope::parse(&row.try_get::<String>("", "scope")?);
            let scope = scope.ok_or_else(|| StoreError::Misfit("scope".to_owned()))?;
            Ok(Access { token: Some(AccessTokenId(id)), scope, ..access })
        })
        .transpose()
    }

    /// The active person with that e-mail address, and the hash of the password.
    pub async fn credential(&self, email: &str) -> Result<Option<(UserId, String)>, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("user", "id"))
            .expr(col("credential", "password_hash"))
            .from(Alias::new("user"))
            .inner_join(Alias::new("credential"), col("credential", "user_id").eq(col("user", "id")))
            .and_where(col("user", "email").eq(email))
            .and_where(col("user", "active").eq(true));
        let row = self.newest().query_one(&select).await?;
        row.map(|row| Ok((UserId(row.try_get_by_index(0)?), row.try_get_by_index(1)?))).transpose()
    }

    /// The hash of a person's password, if there is one.
    pub async fn password(&self, user: UserId) -> Result<Option<String>, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("credential", "password_hash"))
            .from(Alias::new("credential"))
            .and_where(col("credential", "user_id").eq(user.0));
        Ok(self.newest().query_one(&select).await?.map(|row| row.try_get_by_index(0)).transpose()?)
    }

    fn read(&self, row: &QueryResult) -> Result<(Uuid, Access), StoreError> {
        self.refuse_newer(row.try_get("", "schema")?)?;
        let access = Access {
            user: UserId(row.try_get("", "user_id")?),
            session: None,
            token: None,
            scope: TokenScope::Write,
            seen_at: row.try_get("", "seen_at")?,
            directory: row.try_get("", "directory")?,
        };
        Ok((row.try_get("", "id")?, access))
    }
}

fn live(table: &'static str, digest: &str, seen: &str, now: DateTime<Utc>) -> SelectStatement {
    let mut select = Query::select();
    select
        .expr(col(table, "id"))
        .expr(col(table, "user_id"))
        .expr_as(col(table, seen), Alias::new("seen_at"))
        .expr_as(Expr::cust("(SELECT version FROM directory)"), Alias::new("directory"))
        .expr_as(Expr::cust(crate::schema::NEWEST), Alias::new("schema"))
        .from(Alias::new(table))
        .and_where(col(table, "token_digest").eq(digest))
        .and_where(col(table, "revoked_at").is_null())
        .and_where(col(table, "expires_at").gt(now));
    select
}

impl UnitOfWork {
    /// Notes that a session or token is in use. Neither event nor version: it says nothing that people did.
    pub async fn touch(&self, access: &Access) -> Result<(), StoreError> {
        let (table, column, id) = match (access.session, access.token) {
            (Some(session), _) => ("session", "last_seen_at", session.0),
            (None, Some(token)) => ("access_token", "last_used_at", token.0),
            (None, None) => return Ok(()),
        };
        let mut update = Query::update();
        update.table(Alias::new(table)).value(Alias::new(column), self.now()).and_where(col(table, "id").eq(id));
        self.db()?.execute(&update).await?;
        Ok(())
    }

    /// Sets the hash of a person's password.
    pub async fn set_password(&self, user: UserId, hash: &str) -> Result<(), StoreError> {
        let table = "credential";
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(table))
            .columns(["user_id", "password_hash"].map(Alias::new))
            .values_panic([user.0.into(), hash.into()])
            .on_conflict(
                OnConflict::column(Alias::new("user_id")).update_column(Alias::new("password_hash")).to_owned(),
            );
        self.db()?.execute(&insert).await?;
        Ok(())
    }

    /// The sessions of a person that were not ended, but one, in order to end them: for whoever may change what the person
    /// comes in by.
    pub async fn sessions_of(&self, user: UserId, but: Option<SessionId>) -> Result<Vec<Checked<Session>>, StoreError> {
        self.of("session", user, but.map(|but| but.0)).await
    }

    /// The access tokens of a person that were not ended, for the same.
    pub async fn access_tokens_of(&self, user: UserId) -> Result<Vec<Checked<AccessToken>>, StoreError> {
        self.of("access_token", user, None).await
    }

    async fn of<R: Record>(
        &self,
        table: &'static str,
        user: UserId,
        but: Option<Uuid>,
    ) -> Result<Vec<Checked<R>>, StoreError> {
        let mut select = Query::select();
        select
            .column(Asterisk)
            .from(Alias::new(table))
            .and_where(col(table, "user_id").eq(user.0))
            .and_where(col(table, "revoked_at").is_null());
        if let Some(but) = but {
            select.and_where(col(table, "id").ne(but));
        }
        if self.dialect() == Dialect::Postgres {
            select.lock(LockType::Update);
        }
        let rows = self.db()?.query_all(&select).await?;
        rows.iter().map(|row| Ok(Checked::new(R::from_query_result(row, "")?))).collect()
    }
}

impl Scope {
    /// The viewer's own sessions that hold, newest first.
    pub async fn own_sessions(&self) -> Result<Vec<Session>, StoreError> {
        self.own("session", Session::DESCRIPTION).await
    }

    /// The viewer's own access tokens that hold, newest first.
    pub async fn own_access_tokens(&self) -> Result<Vec<AccessToken>, StoreError> {
        self.own("access_token", AccessToken::DESCRIPTION).await
    }

    async fn own<R: Record>(
        &self,
        table: &'static str,
        description: &'static Description,
    ) -> Result<Vec<R>, StoreError> {
        let mut select = Query::select();
        select
            .column(Asterisk)
            .from(Alias::new(table))
            .cond_where(self.reach(description, RecordAction::Read, table))
            .and_where(col(table, "revoked_at").is_null())
            .and_where(col(table, "expires_at").gt(self.database.now()))
            .order_by((Alias::new(table), Alias::new("id")), Order::Desc);
        self.database.newest().query_all(&select).await?.iter().map(|row| Ok(R::from_query_result(row, "")?)).collect()
    }
}
