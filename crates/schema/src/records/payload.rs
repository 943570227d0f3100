//! What mutations answer: the record as it is now, and what the user can mend.

use std::{borrow::Cow, sync::Arc};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, Name, OutputType, Positioned, ServerResult, SimpleObject, Value,
    parser::types::Field as Selected, registry::Registry, resolver_utils::resolve_container,
};
use tundish_application::{
    records::{Code, Failure, Outcome, Text},
    store::records::Row,
};
use tundish_domain::records::RecordKind;
use uuid::Uuid;

use super::{
    context::{failure, language, request, store},
    object::{GraphqlRecord, Object, named, selection},
    registry::{object_once, output},
};

macro_rules! codes {
    ($($variant:ident: $doc:literal),+ $(,)?) => {
        /// The kinds of mistakes that users can mend.
        #[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq)]
        pub enum UserErrorCode { $(#[doc = $doc] $variant),+ }

        impl From<Code> for UserErrorCode {
            fn from(code: Code) -> Self {
                match code { $(Code::$variant => Self::$variant),+ }
            }
        }
    };
}

codes! {
    Required: "It must not be empty.",
    Invalid: "It is not of the right form.",
    TooLong: "It is too long.",
    OutOfRange: "It is too small or too great.",
    NotFound: "What it refers to does not exist for the viewer.",
    Forbidden: "The viewer may not do that.",
    Duplicate: "There is already one.",
    StaleVersion: "Somebody else changed it since the version given as `ifVersion`. Nothing was written; the payload has the record as it is now, and `path` names the field.",
    InUse: "Something still refers to it.",
    IdempotencyKeyReused: "The idempotency key was used with another input.",
    InvalidCredentials: "E-mail address or password is wrong.",
    Throttled: "Too many attempts; wait a little.",
    NoExchangeRate: "There is no exchange rate for the currency.",
}

/// What the user can mend. Where there is any, nothing was written.
#[derive(SimpleObject, Clone, Debug)]
pub struct UserError {
    /// The kind of mistake.
    pub code: UserErrorCode,
    /// The way to the field in the input, e.g. `["lines", "0", "quantity"]`; empty if it is about the whole.
    pub path: Vec<String>,
    /// What to tell the user, in the user's language.
    pub message: String,
}

/// The answer of a mutation of a record.
pub struct Payload<R> {
    record: Option<Object<R>>,
    errors: Vec<UserError>,
}

/// The name of a record in its payload: `deal`, `dealLine`.
fn key(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + letters.as_str())
}

impl<R: GraphqlRecord> OutputType for Payload<R> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Payload", R::DESCRIPTION.name).into()
    }

    fn qualified_type_name() -> String {
        format!("{}!", Self::type_name())
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let name = R::DESCRIPTION.name;
        object_once(
            registry,
            &Self::type_name(),
            &format!("What became of a mutation of a record of the type {name}."),
            |registry| {
                let record = named::<Object<R>>(registry);
                let error = named::<UserError>(registry);
                let doc = "The record as it is now. Null if nothing was written, or if the viewer no longer sees it; with STALE_VERSION the record as others left it.";
                vec![
                    output(&key(name), record, doc.to_owned()),
                    output(
                        "userErrors",
                        format!("[{error}!]!"),
                        "What the user can mend; empty if it was done.".to_owned(),
                    ),
                ]
            },
        );
        Self::qualified_type_name()
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Selected>) -> ServerResult<Value> {
        resolve_container(ctx, self).await
    }
}

impl<R: GraphqlRecord> ContainerType for Payload<R> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let inner = ctx.with_selection_set(&ctx.item.node.selection_set);
        if ctx.item.node.name.node == Name::new("userErrors") {
            return self.errors.resolve(&inner, ctx.item).await.map(Some);
        }
        match &self.record {
            Some(record) => record.resolve(&inner, ctx.item).await.map(Some),
            None => Ok(Some(Value::Null)),
        }
    }
}

/// The mistakes of an outcome; what is not the user's to mend is a top-level error.
pub(crate) fn user_errors(ctx: &Context<'_>, outcome: Failure) -> async_graphql::Result<Vec<UserError>> {
    let language = language(ctx);
    match outcome {
        Failure::Refused(errors) => Ok(errors
            .into_iter()
            .map(|error| UserError { code: error.code.into(), message: error.message(language), path: error.path })
            .collect()),
        Failure::Stale(fields) => {
            let message = Text::Stale.in_language(language);
            let code = UserErrorCode::StaleVersion;
            let about = |path: Vec<String>| UserError { code, path, message: message.clone() };
            Ok(if fields.is_empty() {
                vec![about(Vec::new())]
            } else {
                fields.into_iter().map(|field| about(vec![field])).collect()
            })
        }
        other => Err(failure(ctx, other)),
    }
}

/// The answer to a mutation that named, made or changed a record. `known` is the record that a refused change was about.
pub(crate) async fn payload<R: GraphqlRecord>(
    ctx: &Context<'_>,
    outcome: Outcome<Uuid>,
    known: Option<Uuid>,
) -> async_graphql::Result<Payload<R>> {
    let (id, errors) = match outcome {
        Ok(id) => (Some(id), Vec::new()),
        Err(Failure::Stale(fields)) => (known, user_errors(ctx, Failure::Stale(fields))?),
        Err(other) => (None, user_errors(ctx, other)?),
    };
    if errors.is_empty() && R::DESCRIPTION.small {
        request(ctx).refresh().await.map_err(|error| failure(ctx, error))?;
    }
    let record = match id {
        Some(id) => written(ctx, R::DESCRIPTION.kind, id).await?.map(Object::new),
        None => None,
    };
    Ok(Payload { record, errors })
}

/// A record as it is now, also if it lies in the recycle bin: with the columns that the payload's field asks for.
async fn written(ctx: &Context<'_>, kind: RecordKind, id: Uuid) -> async_graphql::Result<Option<Arc<Row>>> {
    let description = tundish_application::store::records::describe(kind);
    let record = key(description.name);
    let Some(field) = ctx.field().selection_set().find(|field| field.name() == record) else { return Ok(None) };
    let Some(actor) = request(ctx).actor() else { return Ok(None) };
    let scope = actor.scope().newest().with_deleted();
    let rows =
        scope.rows(description, &[id], selection(field, description)).await.map_err(|error| store(ctx, error))?;
    Ok(rows.into_iter().next())
}
