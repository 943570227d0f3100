//! Files over HTTP: `POST /uploads` takes one, `GET /imports/<id>/refused.csv` gives one.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Json,
    body::{Body, Bytes},
    extract::{ConnectInfo, Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{StreamExt, stream};
use serde::Deserialize;
use serde_json::json;
use tundish_application::records::{
    Actor, Failure,
    import_runs::RefusedRows,
    uploads::{Arriving, UPLOAD_MAX},
};
use tundish_domain::{
    kernel::ids::ImportId,
    organisation::{Language, TokenScope},
};
use tundish_schema::records::context::Request;
use uuid::Uuid;

use crate::{
    caller::{bearer, context},
    serve::Server,
};

/// What an upload says of itself.
#[derive(Deserialize)]
pub struct About {
    /// The file's name.
    #[serde(default)]
    name: String,
}

/// Why a file is not taken or given: a status, a code as in GraphQL, and what to say.
struct Refusal(StatusCode, &'static str, String);

impl Refusal {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self(status, code, message.into())
    }

    /// A failure of a use case. What is our fault goes to the log and leaves only its number.
    fn of(failure: Failure, request: &Request) -> Self {
        match failure {
            Failure::NotFound => Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", "there is no such record"),
            Failure::Forbidden => Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", "you may not do this"),
            Failure::Unauthenticated => Self::new(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "sign in first"),
            Failure::BadInput(text) => Self::new(StatusCode::BAD_REQUEST, "BAD_USER_INPUT", text),
            Failure::Refused(errors) => Self::told(&errors, request.language()),
            Failure::Stale(_) => Self::new(StatusCode::CONFLICT, "STALE_VERSION", "the record was changed meanwhile"),
            Failure::Internal(error) => {
                tracing::error!(request = %request.id, %error, "a file request failed");
                let text = format!("something went wrong on the server (request {})", request.id);
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", text)
            }
        }
    }

    fn told(errors: &[tundish_application::records::UserError], language: Language) -> Self {
        let message = errors.first().map(|error| error.message(language)).unwrap_or_default();
        Self::new(
            StatusCode::BAD_REQUEST,
            errors.first().map_or("BAD_USER_INPUT", |error| error.code.as_str()),
            message,
        )
    }

    fn too_large() -> Self {
        let text = format!("a file has at most {UPLOAD_MAX} bytes");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "TOO_LARGE", text)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "code": self.1, "message": self.2 }))).into_response()
    }
}

/// Who asks; nobody is refused.
async fn who(server: &Server, peer: SocketAddr, headers: &HeaderMap) -> Result<(Arc<Request>, Actor), Refusal> {
    let request = context(server, peer, headers)
        .await
        .map_err(|malformed| Refusal::new(malformed.status, malformed.code, malformed.text))?;
    let actor = request.actor().ok_or_else(|| Refusal::of(Failure::Unauthenticated, &request))?;
    Ok((request, actor))
}

/// `POST /uploads?name=…`: the body is the file, taken piece by piece as it comes.
pub async fn upload(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Query(about): Query<About>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    match take(&server, peer, &about.name, &headers, body).await {
        Ok(response) => response,
        Err(refusal) => refusal.into_response(),
    }
}

async fn take(
    server: &Server,
    peer: SocketAddr,
    name: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    if bearer(headers).is_none() && !headers.contains_key("x-tundish") {
        let text = "uploads without a Bearer token need the header X-Tundish: 1";
        return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", text));
    }
    let (request, actor) = who(server, peer, headers).await?;
    if request.token_scope == TokenScope::Read {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", "this access token may only read"));
    }
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|size| size > UPLOAD_MAX) {
        return Err(Refusal::too_large());
    }
    let refuse = |failure| Refusal::of(failure, &request);
    let mut arriving = Arriving::begin(&actor, name).await.map_err(refuse)?;
    let mut parts = body.into_data_stream();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|error| Refusal::new(StatusCode::BAD_REQUEST, "BAD_USER_INPUT", error.to_string()))?;
        match arriving.take(&part).await {
            Err(Failure::Refused(_)) => return Err(Refusal::too_large()),
            outcome => outcome.map_err(refuse)?,
        }
    }
    let upload = arriving.end().await.map_err(refuse)?;
    let body = json!({ "id": upload.id.to_string(), "name": upload.name, "size": upload.size });
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// `GET /imports/<id>/refused.csv`: the rows that an import refused, page by page as they are read.
pub async fn refused_rows(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    match give(&server, peer, &id, &headers).await {
        Ok(response) => response,
        Err(refusal) => refusal.into_response(),
    }
}

async fn give(server: &Server, peer: SocketAddr, id: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let (request, actor) = who(server, peer, headers).await?;
    let id = id.parse::<Uuid>().map_err(|_| Refusal::of(Failure::NotFound, &request))?;
    let rows = RefusedRows::of(&actor, ImportId(id)).await.map_err(|failure| Refusal::of(failure, &request))?;
    let parts = stream::try_unfold((rows, request), |(mut rows, request)| async move {
        let broken = |failure| std::io::Error::other(Refusal::of(failure, &request).2);
        let part = rows.next().await.map_err(broken)?;
        Ok::<_, std::io::Error>(part.map(|text| (Bytes::from(text), (rows, request))))
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, Body::from_stream(parts)).into_response())
}
