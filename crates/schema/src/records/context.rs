//! What a request brings: who asks, and the doors to the floor below.

use std::sync::{Arc, PoisonError, RwLock};

use async_graphql::{Context, Error, ErrorExtensions, dataloader::DataLoader};
use tundish_application::{
    organisation::{Credential, Gate},
    records::{Actor, Failure},
    store::{
        Database,
        records::{Scope, StoreError},
    },
};
use tundish_domain::{
    kernel::ids::SessionId,
    organisation::{Language, TokenScope},
};

use super::loaders::Nested;

/// One request, given to every resolver.
pub struct Request {
    /// The database.
    pub database: Arc<Database>,
    /// Where passwords are checked.
    pub gate: Arc<Gate>,
    /// Who asks; `None`: nobody is signed in.
    actor: RwLock<Option<Actor>>,
    /// What was shown in order to be let in: asked again by what lasts longer than a moment.
    pub credential: Option<Credential>,
    /// The session, where a cookie came.
    pub session: Option<SessionId>,
    /// What a token may do.
    pub token_scope: TokenScope,
    /// The language that the client prefers.
    pub language: Option<Language>,
    /// That of the company: for whoever has neither chosen nor prefers one.
    company_language: Language,
    /// The network address of the client.
    pub address: String,
    /// What the client calls itself.
    pub user_agent: Option<String>,
    /// Told of a new session, or of the end of one: for the cookie.
    pub cookie: RwLock<Option<CookieChange>>,
    /// The number under which the log knows the request.
    pub id: String,
}

/// What is to become of the session's cookie.
#[derive(Clone, Debug)]
pub enum CookieChange {
    /// It holds this secret.
    Set(String),
    /// It goes.
    Clear,
}

impl Request {
    /// A request of somebody, or of nobody.
    #[expect(clippy::too_many_arguments, reason = "one place makes it")]
    pub fn new(
        database: Arc<Database>,
        gate: Arc<Gate>,
        actor: Option<Actor>,
        credential: Option<Credential>,
        session: Option<SessionId>,
        token_scope: TokenScope,
        language: Option<Language>,
        company_language: Language,
        address: String,
        user_agent: Option<String>,
        id: String,
    ) -> Self {
        let actor = RwLock::new(actor);
        Self {
            database,
            gate,
            actor,
            credential,
            session,
            token_scope,
            language,
            company_language,
            address,
            user_agent,
            cookie: RwLock::default(),
            id,
        }
    }

    /// Who asks, if anybody.
    pub fn actor(&self) -> Option<Actor> {
        self.actor.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on somebody else asks: after signing in or out.
    pub fn becomes(&self, actor: Option<Actor>, cookie: CookieChange) {
        *self.actor.write().unwrap_or_else(PoisonError::into_inner) = actor;
        *self.cookie.write().unwrap_or_else(PoisonError::into_inner) = Some(cookie);
    }

    /// Who asks is looked up anew: for what lasts longer than a moment. Nobody, if the credential no longer holds.
    pub async fn renew(&self) -> Result<(), Failure> {
        let Some(credential) = &self.credential else { return Ok(()) };
        let actor = match credential.actor().await {
            Ok((actor, _)) => Some(actor),
            Err(Failure::Internal(error)) => return Err(Failure::Internal(error)),
            Err(_) => None,
        };
        *self.actor.write().unwrap_or_else(PoisonError::into_inner) = actor;
        Ok(())
    }

    /// The language in which who asks is told what people can mend.
    pub fn language(&self) -> Language {
        self.actor().map(|actor| actor.viewer().language).or(self.language).unwrap_or(self.company_language)
    }

    /// A failure as a top-level error. What is our fault goes to the log and leaves only the request's number.
    pub fn failure(&self, failure: Failure) -> Error {
        match failure {
            Failure::NotFound => coded("there is no such record", "NOT_FOUND"),
            Failure::Forbidden => coded("you may not do this", "FORBIDDEN"),
            Failure::Unauthenticated => coded("sign in first", "UNAUTHENTICATED"),
            Failure::BadInput(text) => coded(text, "BAD_USER_INPUT"),
            Failure::Refused(errors) => {
                let message = errors.first().map_or_else(String::new, |error| error.message(self.language()));
                coded(message, "BAD_USER_INPUT")
            }
            Failure::Stale(_) => coded("the record was changed meanwhile", "BAD_USER_INPUT"),
            Failure::Internal(error) => {
                tracing::error!(request = %self.id, %error, "a request failed");
                coded("something went wrong on the server", "INTERNAL")
                    .extend_with(|_, extensions| extensions.set("requestId", self.id.as_str()))
            }
        }
    }

    /// Rights and small tables are read anew: after a change of them. Nobody asks any more who has deactivated himself.
    pub async fn refresh(&self) -> Result<(), Failure> {
        if let Some(actor) = self.actor() {
            let renewed = actor.renewed().await?;
            *self.actor.write().unwrap_or_else(PoisonError::into_inner) = renewed;
        }
        Ok(())
    }
}

/// The request of a resolver.
pub(crate) fn request<'a>(ctx: &Context<'a>) -> &'a Request {
    ctx.data_unchecked::<Arc<Request>>()
}

/// Who asks; nobody is refused.
pub(crate) fn actor(ctx: &Context<'_>) -> async_graphql::Result<Actor> {
    request(ctx).actor().ok_or_else(|| failure(ctx, Failure::Unauthenticated))
}

/// Who asks, in order to change something.
pub(crate) fn writer(ctx: &Context<'_>) -> async_graphql::Result<Actor> {
    let actor = actor(ctx)?;
    if request(ctx).token_scope == TokenScope::Read {
        return Err(coded("this access token may only read", "FORBIDDEN"));
    }
    Ok(actor)
}

/// The language in which who asks is told what people can mend.
pub(crate) fn language(ctx: &Context<'_>) -> Language {
    request(ctx).language()
}

/// What who asks may see.
pub(crate) fn scope(ctx: &Context<'_>) -> async_graphql::Result<Scope> {
    Ok(actor(ctx)?.scope())
}

/// The loader of nested lists.
pub(crate) fn nested<'a>(ctx: &Context<'a>) -> &'a DataLoader<Nested> {
    ctx.data_unchecked::<DataLoader<Nested>>()
}

/// An error with its code.
pub(crate) fn coded(message: impl Into<String>, code: &'static str) -> Error {
    Error::new(message).extend_with(|_, extensions| extensions.set("code", code))
}

/// A failure as a top-level error.
pub(crate) fn failure(ctx: &Context<'_>, failure: Failure) -> Error {
    request(ctx).failure(failure)
}

/// A failure of the store as a top-level error.
pub(crate) fn store(ctx: &Context<'_>, error: StoreError) -> Error {
    failure(ctx, error.into())
}

/// The id of the record that a mutation is about: what is no id is the id of nothing.
pub(crate) fn own_id(id: &async_graphql::ID) -> async_graphql::Result<uuid::Uuid> {
    id.parse().map_err(|_| coded("there is no such record", "NOT_FOUND"))
}
