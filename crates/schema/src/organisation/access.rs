//! Signing in and out, sessions and access tokens.

use async_graphql::{Context, ID, InputObject, Object as GraphqlObject, SimpleObject};
use tundish_application::{
    organisation::{self as use_case, SetUp, SignedIn},
    records::{Failure, Outcome},
    store::organisation::{AccessToken as StoredToken, Session as StoredSession},
};
use tundish_domain::organisation::TokenScope;

use crate::{
    models::User,
    records::{
        context::{CookieChange, actor, coded, failure, own_id, request, store, writer},
        object::Object,
        payload::{UserError, user_errors},
        scalars::{CurrencyCode, DateTime},
    },
};

/// How a person signs in.
#[derive(InputObject)]
pub struct SignInInput {
    /// The e-mail address.
    email: String,
    /// The password.
    #[graphql(secret)]
    password: String,
}

/// What the first start needs to know.
#[derive(InputObject)]
pub struct SetUpInput {
    /// The one-time token that the server printed at its start.
    #[graphql(secret)]
    token: String,
    /// The company's name, at most 200 characters.
    company_name: String,
    /// The currency of totals and forecasts.
    base_currency: CurrencyCode,
    /// The IANA time zone of the company's days, e.g. `Asia/Shanghai`.
    time_zone: String,
    /// The month, 1 to 12, with which the fiscal year begins.
    #[graphql(default = 1)]
    fiscal_year_start_month: i32,
    /// The company's language: `en` or `zh-CN`.
    language: String,
    /// The administrator's name, at most 200 characters.
    name: String,
    /// The administrator's e-mail address, at most 200 characters.
    email: String,
    /// The administrator's password, 10 to 200 characters.
    #[graphql(secret)]
    password: String,
}

/// What became of signing in.
#[derive(SimpleObject)]
pub struct SignInPayload {
    /// Who is signed in now; null if it was refused.
    viewer: Option<Object<User>>,
    /// What the user can mend; empty if it was done.
    user_errors: Vec<UserError>,
}

/// A browser's sign-in.
#[derive(SimpleObject)]
pub struct Session {
    /// Its id.
    id: ID,
    /// When it began.
    created_at: DateTime,
    /// When it was last used, to the minute.
    last_seen_at: DateTime,
    /// When it ends by itself.
    expires_at: DateTime,
    /// What the browser calls itself; null: nothing.
    user_agent: Option<String>,
    /// The network address at sign-in; null: unknown.
    address: Option<String>,
    /// Whether it is the one of this request.
    current: bool,
}

/// A personal access token, without its secret.
#[derive(SimpleObject)]
pub struct AccessToken {
    /// Its id.
    id: ID,
    /// What it is for.
    name: String,
    /// What it may do.
    scope: TokenScope,
    /// When it was made.
    created_at: DateTime,
    /// When it ends by itself.
    expires_at: DateTime,
    /// When it was last used, to the minute; null: never.
    last_used_at: Option<DateTime>,
}

/// A new access token.
#[derive(InputObject)]
pub struct CreateAccessTokenInput {
    /// What it is for, at most 200 characters.
    name: String,
    /// What it may do.
    scope: TokenScope,
    /// When it ends by itself; in the future.
    expires_at: DateTime,
}

/// What became of a new access token.
#[derive(SimpleObject)]
pub struct AccessTokenPayload {
    /// The token; null if it was refused.
    access_token: Option<AccessToken>,
    /// What the program sends as `Authorization: Bearer …`; shown this once. Null if it was refused, or if the call repeats an
    /// earlier one by its idempotency key.
    secret: Option<String>,
    /// What the user can mend; empty if it was done.
    user_errors: Vec<UserError>,
}

/// The own password, changed.
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// The present password.
    #[graphql(secret)]
    current_password: String,
    /// The new one, 10 to 200 characters.
    #[graphql(secret)]
    new_password: String,
}

/// What became of a change of the own access.
#[derive(SimpleObject)]
pub struct AccessPayload {
    /// What the user can mend; empty if it was done.
    user_errors: Vec<UserError>,
}

fn token(stored: StoredToken) -> AccessToken {
    AccessToken {
        id: ID(stored.id.to_string()),
        name: stored.name,
        scope: stored.scope,
        created_at: DateTime(stored.created_at),
        expires_at: DateTime(stored.expires_at),
        last_used_at: stored.last_used_at.map(DateTime),
    }
}

/// Queries of the own access.
#[derive(Default)]
pub struct AccessQueries;

/// Queries of the own access.
#[GraphqlObject]
impl AccessQueries {
    /// The viewer's own sessions that hold, newest first.
    async fn sessions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Session>> {
        let current = request(ctx).session;
        let sessions = actor(ctx)?.scope().own_sessions().await.map_err(|error| store(ctx, error))?;
        let session = |stored: StoredSession| Session {
            id: ID(stored.id.to_string()),
            created_at: DateTime(stored.created_at),
            last_seen_at: DateTime(stored.last_seen_at),
            expires_at: DateTime(stored.expires_at),
            user_agent: stored.user_agent,
            address: stored.address,
            current: current == Some(stored.id),
        };
        Ok(sessions.into_iter().map(session).collect())
    }

    /// The viewer's own access tokens that hold, newest first.
    async fn access_tokens(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AccessToken>> {
        let tokens = actor(ctx)?.scope().own_access_tokens().await.map_err(|error| store(ctx, error))?;
        Ok(tokens.into_iter().map(token).collect())
    }
}

/// What is done with the own access.
#[derive(Default)]
pub struct AccessMutations;

fn signed_in(ctx: &Context<'_>, outcome: Outcome<SignedIn>) -> async_graphql::Result<Option<SignInPayload>> {
    match outcome {
        Ok(signed_in) => {
            request(ctx).becomes(Some(signed_in.actor.clone()), CookieChange::Set(signed_in.secret));
            let user = signed_in.actor.viewer().user;
            let viewer = signed_in.actor.directory().row(user.0).cloned().map(Object::new);
            Ok(Some(SignInPayload { viewer, user_errors: Vec::new() }))
        }
        Err(refused) => Ok(Some(SignInPayload { viewer: None, user_errors: user_errors(ctx, refused)? })),
    }
}

fn done(ctx: &Context<'_>, outcome: Outcome<()>) -> async_graphql::Result<Option<AccessPayload>> {
    match outcome {
        Ok(()) => Ok(Some(AccessPayload { user_errors: Vec::new() })),
        Err(refused) => Ok(Some(AccessPayload { user_errors: user_errors(ctx, refused)? })),
    }
}

/// What is done with the own access.
#[GraphqlObject]
impl AccessMutations {
    /// Signs in with e-mail address and password, and sets the session's cookie. After several wrong passwords the account
    /// and the address have to wait.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How.")] input: SignInInput,
    ) -> async_graphql::Result<Option<SignInPayload>> {
        let request = request(ctx);
        let outcome = use_case::sign_in(
            &request.database,
            &request.gate,
            &input.email,
            &input.password,
            &request.address,
            request.user_agent.as_deref(),
            request.language,
        )
        .await;
        signed_in(ctx, outcome)
    }

    /// Makes the company and its first administrator, who is signed in then. Possible once, with the token that the server
    /// printed.
    async fn set_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The company.")] input: SetUpInput,
    ) -> async_graphql::Result<Option<SignInPayload>> {
        let request = request(ctx);
        let set_up = SetUp {
            company_name: input.company_name,
            base_currency: input.base_currency.0.to_string(),
            time_zone: input.time_zone,
            fiscal_year_start_month: input.fiscal_year_start_month.into(),
            language: input.language,
            name: input.name,
            email: input.email,
            password: input.password,
        };
        let outcome = if request.gate.opens_with(&input.token) {
            use_case::set_up(&request.database, &request.gate, &set_up, &request.address, request.user_agent.as_deref())
                .await
        } else {
            let text = tundish_application::records::Text::SetUpToken;
            Err(Failure::at(tundish_application::records::Code::Invalid, "token", text))
        };
        signed_in(ctx, outcome)
    }

    /// Ends the session of this request and clears its cookie. True if there was one.
    async fn sign_out(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        let request = request(ctx);
        let (Some(actor), Some(session)) = (request.actor(), request.session) else { return Ok(false) };
        use_case::sign_out(&actor, session).await.map_err(|error| failure(ctx, error))?;
        request.becomes(None, CookieChange::Clear);
        Ok(true)
    }

    /// Changes the own password and ends all other sessions.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The passwords.")] input: ChangePasswordInput,
    ) -> async_graphql::Result<Option<AccessPayload>> {
        let actor = writer(ctx)?;
        let request = request(ctx);
        let outcome = use_case::change_password(
            &actor,
            &request.gate,
            &request.address,
            &input.current_password,
            &input.new_password,
            request.session,
        )
        .await;
        done(ctx, outcome)
    }

    /// Ends one of the own sessions.
    async fn revoke_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session's id.")] id: ID,
    ) -> async_graphql::Result<Option<AccessPayload>> {
        let actor = writer(ctx)?;
        done(ctx, use_case::revoke_session(&actor, own_id(&id)?).await)
    }

    /// Makes a personal access token for a program. FORBIDDEN for programs: only whoever has signed in makes tokens.
    async fn create_access_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The token.")] input: CreateAccessTokenInput,
        #[graphql(desc = "The same key makes one token, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<AccessTokenPayload>> {
        let actor = writer(ctx)?;
        let request = request(ctx);
        if request.session.is_none() {
            return Err(coded("sign in to make access tokens", "FORBIDDEN"));
        }
        let (name, key) = (&input.name, idempotency_key.as_deref());
        let (scope, expires) = (input.scope, input.expires_at.0);
        match use_case::create_access_token(&actor, &request.gate, name, scope, expires, key).await {
            Ok(new) => {
                let tokens = actor.scope().newest().own_access_tokens().await.map_err(|error| store(ctx, error))?;
                let access_token = tokens.into_iter().find(|known| known.id == new.id).map(token);
                Ok(Some(AccessTokenPayload { access_token, secret: new.secret, user_errors: Vec::new() }))
            }
            Err(refused) => Ok(Some(AccessTokenPayload {
                access_token: None,
                secret: None,
                user_errors: user_errors(ctx, refused)?,
            })),
        }
    }

    /// Ends one of the own access tokens.
    async fn revoke_access_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The token's id.")] id: ID,
    ) -> async_graphql::Result<Option<AccessPayload>> {
        let actor = writer(ctx)?;
        done(ctx, use_case::revoke_access_token(&actor, own_id(&id)?).await)
    }
}
