//! Signing in and out, sessions, personal access tokens, the own password.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tundish_domain::{
    kernel::ids::{AccessTokenId, SessionId, UserId},
    organisation::{Language, TokenScope},
    records::{EventAction, EventOrigin, RecordAction},
};
use tundish_persistence::{
    Database,
    organisation::{Access, AccessToken, Session},
    records::{Checked, Record, UnitOfWork},
};
use uuid::Uuid;

use super::{Gate, people::replace_password};
use crate::records::{Actor, Code, Failure, Input, InputValue, Outcome, Text, claim, digest};

/// How long a session lasts.
const SESSION: TimeDelta = TimeDelta::days(30);
/// How precisely the last use is kept.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

/// A new session.
pub struct SignedIn {
    /// The secret for the cookie.
    pub secret: String,
    /// The person, at work.
    pub actor: Actor,
    /// The session.
    pub session: SessionId,
}

/// A new access token.
pub struct NewToken {
    /// The token.
    pub id: AccessTokenId,
    /// What the program sends; `None` where a repeated call made no second one: it is never shown again.
    pub secret: Option<String>,
}

/// What a request shows in order to be let in.
#[derive(Clone)]
pub struct Credential {
    database: Arc<Database>,
    secret: Secret,
    language: Option<Language>,
}

#[derive(Clone)]
enum Secret {
    Session(String),
    Token(String),
}

impl Credential {
    /// A cookie's secret. The language is that of messages for whoever has not chosen one.
    pub fn session(database: Arc<Database>, secret: &str, language: Option<Language>) -> Self {
        Self { database, secret: Secret::Session(digest(secret)), language }
    }

    /// An access token.
    pub fn token(database: Arc<Database>, secret: &str, language: Option<Language>) -> Self {
        Self { database, secret: Secret::Token(digest(secret)), language }
    }

    /// Where it holds.
    pub const fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// The person behind it, with the rights of this moment.
    pub async fn actor(&self) -> Outcome<(Actor, Access)> {
        let access = match &self.secret {
            Secret::Session(digest) => self.database.session(digest).await?,
            Secret::Token(digest) => self.database.access_token(digest).await?,
        };
        Actor::of_access(&self.database, access, self.language).await
    }
}

impl Actor {
    async fn of_access(
        database: &Arc<Database>,
        access: Option<Access>,
        language: Option<Language>,
    ) -> Outcome<(Self, Access)> {
        let access = access.ok_or(Failure::Unauthenticated)?;
        let directory = database.directory(access.directory).await?;
        let viewer = Arc::new(directory.viewer(access.user, language).ok_or(Failure::Unauthenticated)?);
        let actor = Self::new(Arc::clone(database), directory, viewer, EventOrigin::User);
        if access.seen_at.is_none_or(|seen| database.now() - seen > SEEN_EVERY) {
            let uow = actor.begin().await?;
            uow.touch(&access).await?;
            uow.commit().await?;
        }
        Ok((actor, access))
    }

    /// A person by id, for the command line and imports.
    pub async fn of_user(database: &Arc<Database>, user: UserId, origin: EventOrigin) -> Outcome<Self> {
        let directory = database.fresh_directory().await?;
        let viewer = Arc::new(directory.viewer(user, None).ok_or(Failure::NotFound)?);
        Ok(Self::new(Arc::clone(database), directory, viewer, origin))
    }
}

/// Signs a person in by e-mail address and password. The answer is the same for unknown people and wrong passwords.
pub async fn sign_in(
    database: &Arc<Database>,
    gate: &Gate,
    email: &str,
    password: &str,
    address: &str,
    user_agent: Option<&str>,
    language: Option<Language>,
) -> Outcome<SignedIn> {
    let email = email.trim().to_lowercase();
    let email: String = email.chars().filter(|c| *c != '\0').take(200).collect();
    let now = database.now();
    gate.attempt(&email, address, now)
        .map_err(|seconds| Failure::at(Code::Throttled, "email", Text::Throttled { seconds }))?;
    let credential = database.credential(&email).await?;
    let right = gate.verify(password, credential.as_ref().map(|(_, hash)| hash.as_str())).await;
    let Some((user, _)) = credential.filter(|_| right) else {
        return Err(Failure::at(Code::InvalidCredentials, "email", Text::InvalidCredentials));
    };
    gate.right(&email, address);
    let directory = database.fresh_directory().await?;
    let viewer = Arc::new(directory.viewer(user, language).ok_or(Failure::Unauthenticated)?);
    let actor = Actor::new(Arc::clone(database), directory, viewer, EventOrigin::User);
    open_session(&actor, gate, address, user_agent).await
}

/// Opens a session for a person who has shown who he is.
pub(crate) async fn open_session(
    actor: &Actor,
    gate: &Gate,
    address: &str,
    user_agent: Option<&str>,
) -> Outcome<SignedIn> {
    let uow = actor.begin().await?;
    let (secret, token_digest) = gate.secret("");
    let session = uow
        .insert(Session {
            id: SessionId(uow.new_id()),
            user_id: actor.viewer().user,
            token_digest,
            user_agent: user_agent.map(|text| text.chars().filter(|c| *c != '\0').take(200).collect()),
            address: Some(address.to_owned()).filter(|address| !address.is_empty()),
            last_seen_at: uow.now(),
            expires_at: uow.now() + SESSION,
            revoked_at: None,
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 0,
        })
        .await?;
    uow.commit().await?;
    Ok(SignedIn { secret, actor: actor.clone(), session: session.id })
}

/// Ends the session of a request.
pub async fn sign_out(actor: &Actor, session: SessionId) -> Outcome<()> {
    revoke_session(actor, session.0).await
}

/// Ends one of the own sessions.
pub async fn revoke_session(actor: &Actor, id: Uuid) -> Outcome<()> {
    let uow = actor.begin().await?;
    revoke(&uow, id).await?;
    uow.commit().await?;
    Ok(())
}

async fn revoke(uow: &UnitOfWork, id: Uuid) -> Outcome<()> {
    end_session(uow, uow.checked::<Session>(id, RecordAction::Delete).await??).await
}

async fn end_session(uow: &UnitOfWork, session: Checked<Session>) -> Outcome<()> {
    let mut after = (*session).clone();
    after.revoked_at = after.revoked_at.or_else(|| Some(uow.now()));
    uow.save(session, after, EventAction::Deleted).await?;
    Ok(())
}

async fn end_access_token(uow: &UnitOfWork, token: Checked<AccessToken>) -> Outcome<()> {
    let mut after = (*token).clone();
    after.revoked_at = after.revoked_at.or_else(|| Some(uow.now()));
    uow.save(token, after, EventAction::Deleted).await?;
    Ok(())
}

/// Ends the sessions of a person, but one.
pub(super) async fn end_sessions(uow: &UnitOfWork, user: UserId, but: Option<SessionId>) -> Outcome<()> {
    for session in uow.sessions_of(user, but).await? {
        end_session(uow, session).await?;
    }
    Ok(())
}

/// Ends the access tokens of a person.
pub(super) async fn end_access_tokens(uow: &UnitOfWork, user: UserId) -> Outcome<()> {
    for token in uow.access_tokens_of(user).await? {
        end_access_token(uow, token).await?;
    }
    Ok(())
}

/// Makes a personal access token.
pub async fn create_access_token(
    actor: &Actor,
    gate: &Gate,
    name: &str,
    scope: TokenScope,
    expires_at: DateTime<Utc>,
    key: Option<&str>,
) -> Outcome<NewToken> {
    let uow = actor.begin().await?;
    let id = uow.new_id();
    let input_digest = digest(&format!("{scope} {expires_at} {name}"));
    if let Some(done) = claim(&uow, "createAccessToken", key, &input_digest, id).await? {
        // Answered when what it repeats is on the disk.
        uow.commit().await?;
        return Ok(NewToken { id: AccessTokenId(done), secret: None });
    }
    if expires_at <= uow.now() {
        return Err(Failure::at(Code::OutOfRange, "expiresAt", Text::ExpiryInThePast));
    }
    let (secret, token_digest) = gate.secret("tundish_");
    let mut token = AccessToken {
        id: AccessTokenId(id),
        user_id: actor.viewer().user,
        name: String::new(),
        scope,
        token_digest,
        expires_at,
        last_used_at: None,
        revoked_at: None,
        created_at: uow.now(),
        updated_at: uow.now(),
        version: 0,
    };
    let input = Input::new().with(AccessToken::DESCRIPTION, "name", InputValue::Text(name.to_owned()));
    input.check(&uow).await?.apply(&mut token)?;
    let token = uow.insert(token).await?;
    uow.commit().await?;
    Ok(NewToken { id: token.id, secret: Some(secret) })
}

/// Ends one of the own access tokens.
pub async fn revoke_access_token(actor: &Actor, id: Uuid) -> Outcome<()> {
    let uow = actor.begin().await?;
    end_access_token(&uow, uow.checked::<AccessToken>(id, RecordAction::Delete).await??).await?;
    uow.commit().await?;
    Ok(())
}

/// Changes the own password and ends all other sessions. Wrong ones are throttled as at signing in.
pub async fn change_password(
    actor: &Actor,
    gate: &Gate,
    address: &str,
    current: &str,
    new: &str,
    session: Option<SessionId>,
) -> Outcome<()> {
    let user = actor.viewer().user;
    let account = user.to_string();
    gate.attempt(&account, address, actor.database().now())
        .map_err(|seconds| Failure::at(Code::Throttled, "currentPassword", Text::Throttled { seconds }))?;
    let known = actor.database().password(user).await?;
    if !gate.verify(current, known.as_deref()).await {
        return Err(Failure::at(Code::InvalidCredentials, "currentPassword", Text::InvalidCredentials));
    }
    gate.right(&account, address);
    let hash = gate.hash(new, "newPassword").await?;
    let uow = actor.begin_alone().await?;
    replace_password(&uow, user, &hash, session).await?;
    uow.commit().await?;
    Ok(())
}
