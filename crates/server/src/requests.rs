//! What every request has: a number under which the log knows it, a line in the log, and an end when this program has
//! become too old for its database.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use tracing::Instrument;

use crate::serve::Server;

/// Comes with a request from a proxy or client, or is made; goes back with the answer.
pub static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The longest number that is taken over.
const ID_MAX: usize = 128;

/// The number of a request.
pub fn id(headers: &HeaderMap) -> &str {
    headers.get(&REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default()
}

/// Numbers, logs and answers a request.
pub async fn observe(State(server): State<Server>, mut request: Request, next: Next) -> Response<axum::body::Body> {
    let known = request.headers().get(&REQUEST_ID).filter(|id| id.len() <= ID_MAX && id.to_str().is_ok()).cloned();
    let id = known
        .or_else(|| HeaderValue::from_str(&server.database.new_id().to_string()).ok())
        .unwrap_or(HeaderValue::from_static("unknown"));
    request.headers_mut().insert(&REQUEST_ID, id.clone());
    let text = id.to_str().unwrap_or_default();
    let span = tracing::info_span!("request", id = text, method = %request.method(), path = request.uri().path());
    let alive = request.uri().path() == "/healthz";
    let mut response = async {
        if server.database.outdated() && !alive {
            return outdated();
        }
        let response = next.run(request).await;
        let status = response.status();
        if status == StatusCode::INTERNAL_SERVER_ERROR && server.database.outdated() {
            return outdated();
        }
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), "answered");
        } else {
            tracing::debug!(status = status.as_u16(), "answered");
        }
        response
    }
    .instrument(span)
    .await;
    response.headers_mut().insert(&REQUEST_ID, id);
    response
}

/// A newer version of Tundish has taken over the database: a load balancer asks another node, a client again later.
fn outdated() -> Response<axum::body::Body> {
    tracing::warn!("this version is older than the database's schema; it answers no more");
    let body = r#"{"errors":[{"message":"this node is older than its database; ask again","extensions":{"code":"INTERNAL"}}]}"#;
    let headers = [(header::CONTENT_TYPE, "application/json; charset=utf-8"), (header::RETRY_AFTER, "5")];
    (StatusCode::SERVICE_UNAVAILABLE, headers, body).into_response()
}
