//! GraphQL over HTTP, as its specification says: negotiation, status codes, no mutation by GET.

use std::{collections::HashMap, future::Future, net::SocketAddr, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use async_graphql::{
    Request as GraphqlRequest, Response as GraphqlResponse, ServerError, Value as ConstValue, Variables,
    parser::types::OperationType,
};
use axum::{
    body::{Body, Bytes},
    extract::{ConnectInfo, Query, State},
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use tundish_schema::{
    documents,
    records::{
        context::CookieChange,
        loaders::{execute, loader},
    },
};

use crate::{
    assets,
    caller::{COOKIE, bearer, context},
    documents::Documents,
    serve::Server,
};

pub use crate::live::graphql_ws;

const RESPONSE_JSON: &str = "application/graphql-response+json";
const JSON: &str = "application/json";
/// How long an operation may take.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);
/// The longest document, in bytes.
const DOCUMENT_MAX: usize = 100_000;

/// A request as it stands in a body or a query string.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parameters {
    query: Option<Json>,
    #[serde(default)]
    operation_name: Option<Json>,
    #[serde(default)]
    variables: Option<Json>,
    #[serde(default)]
    extensions: Option<Json>,
}

/// A request that cannot be carried out: its status for `graphql-response+json`, its code and why.
pub(crate) struct Malformed {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) text: String,
}

impl Malformed {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code: "BAD_USER_INPUT", text: text.into() }
    }

    pub(crate) fn internal() -> Self {
        let text = "something went wrong on the server".to_owned();
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, code: "INTERNAL", text }
    }

    const fn too_complex(text: String) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code: "TOO_COMPLEX", text }
    }
}

/// `GET /graphql`: queries only.
pub async fn graphql_get(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Query(mut query): Query<HashMap<String, String>>,
) -> Response<Body> {
    let mut text = |key: &str| query.remove(key);
    let (document, name) = (text("query"), text("operationName"));
    let (variables, extensions) = (json_of("variables", text("variables")), json_of("extensions", text("extensions")));
    let parameters = variables.and_then(|variables| {
        let extensions = extensions?;
        Ok(Parameters {
            query: document.map(Json::String),
            operation_name: name.map(Json::String),
            variables,
            extensions,
        })
    });
    answer(&server, peer, &headers, parameters, true).await
}

/// A parameter of a query string that holds JSON.
fn json_of(key: &str, text: Option<String>) -> Result<Option<Json>, Malformed> {
    match text.filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => serde_json::from_str(&text).map(Some).map_err(|_| Malformed::new(format!("{key} is not JSON"))),
    }
}

/// `POST /graphql`.
pub async fn graphql_post(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let mime = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = mime.split(';').map(|part| part.trim().to_ascii_lowercase());
    let is_json = parts.next().as_deref() == Some(JSON);
    let charset = parts.find_map(|part| part.strip_prefix("charset=").map(str::to_owned));
    if !is_json || charset.is_some_and(|charset| charset.trim_matches('"') != "utf-8") {
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, "the body is application/json in UTF-8").into_response();
    }
    let parameters = serde_json::from_slice::<Json>(&body)
        .map_err(|error| Malformed::new(format!("the body is not JSON: {error}")))
        .and_then(|json| {
            if !json.is_object() {
                return Err(Malformed::new("the body is one JSON object"));
            }
            serde_json::from_value::<Parameters>(json).map_err(|error| Malformed::new(error.to_string()))
        });
    answer(&server, peer, &headers, parameters, false).await
}

/// Other methods.
pub async fn method_not_allowed() -> Response<Body> {
    (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, POST")], "GET or POST").into_response()
}

/// Which of the two media types the client wants; `None`: neither.
fn negotiate(headers: &HeaderMap) -> Option<&'static str> {
    let accept: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    if accept.is_empty() {
        return Some(JSON);
    }
    let mut best: Option<(f32, &'static str)> = None;
    for range in accept.iter().flat_map(|value| value.split(',')) {
        let mut parts = range.split(';').map(str::trim);
        let mime = parts.next().unwrap_or_default().to_ascii_lowercase();
        let quality =
            parts.find_map(|part| part.strip_prefix("q=")).and_then(|quality| quality.parse().ok()).unwrap_or(1.0);
        let offered = match mime.as_str() {
            RESPONSE_JSON => RESPONSE_JSON,
            JSON | "application/*" | "*/*" => JSON,
            _ => continue,
        };
        if quality > 0.0 && best.is_none_or(|(highest, _)| quality > highest) {
            best = Some((quality, offered));
        }
    }
    best.map(|(_, mime)| mime)
}

async fn answer(
    server: &Server,
    peer: SocketAddr,
    headers: &HeaderMap,
    parameters: Result<Parameters, Malformed>,
    by_get: bool,
) -> Response<Body> {
    let Some(mime) = negotiate(headers) else {
        return (StatusCode::NOT_ACCEPTABLE, format!("{RESPONSE_JSON} or {JSON}")).into_response();
    };
    let request = match parameters.and_then(prepare) {
        Ok(request) => request,
        Err(malformed) => {
            // A body that is no request at all is refused in either media type.
            return reply(mime, StatusCode::BAD_REQUEST, &refusal(&malformed), None, server);
        }
    };
    let (prepared, kind, cost) = match check(&server.documents, request) {
        Ok(checked) => checked,
        Err(malformed) => {
            let status = if mime == RESPONSE_JSON { malformed.status } else { StatusCode::OK };
            return reply(mime, status, &refusal(&malformed), None, server);
        }
    };
    if by_get && kind != OperationType::Query {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "POST")], "only queries by GET").into_response();
    }
    if kind == OperationType::Subscription {
        let malformed = Malformed::new("subscriptions are at /graphql/ws");
        return reply(
            mime,
            if mime == RESPONSE_JSON { StatusCode::BAD_REQUEST } else { StatusCode::OK },
            &refusal(&malformed),
            None,
            server,
        );
    }
    if kind == OperationType::Mutation && bearer(headers).is_none() && !headers.contains_key("x-tundish") {
        let malformed = Malformed {
            status: StatusCode::FORBIDDEN,
            code: "FORBIDDEN",
            text: "mutations without a Bearer token need the header X-Tundish: 1".to_owned(),
        };
        return reply(mime, StatusCode::FORBIDDEN, &refusal(&malformed), None, server);
    }
    let context = match context(server, peer, headers).await {
        Ok(context) => context,
        Err(malformed) => return reply(mime, malformed.status, &refusal(&malformed), None, server),
    };
    let (loader, reads) = loader(Arc::clone(&context));
    let prepared = prepared.data(Arc::clone(&context)).data(loader);
    let anonymous = context.actor().is_none();
    let prepared = if anonymous && server.options.public_schema == Some(false) {
        prepared.disable_introspection()
    } else {
        prepared
    };
    let executing = execute(server.schema.execute(prepared), reads);
    let response = match carry_out(executing, DEADLINE, &context.id).await {
        Ok(response) => coded(response),
        Err(refused) => {
            let status = if mime == RESPONSE_JSON { refused.status } else { StatusCode::OK };
            let mut body = refusal(&refused);
            body["errors"][0]["extensions"]["requestId"] = json!(context.id);
            return reply(mime, status, &body, None, server);
        }
    };
    let cookie = context.cookie.read().ok().and_then(|cookie| cookie.clone());
    let (status, body) = body(&response, mime, cost);
    reply(mime, status, &body, cookie, server)
}

/// Waits for an operation: no longer than the deadline, and without tearing the connection if a resolver panics.
async fn carry_out(
    execution: impl Future<Output = GraphqlResponse>,
    deadline: Duration,
    id: &str,
) -> Result<GraphqlResponse, Malformed> {
    match tokio::time::timeout(deadline, AssertUnwindSafe(execution).catch_unwind()).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(_)) => {
            tracing::error!(request = %id, "a resolver panicked");
            Err(Malformed::internal())
        }
        Err(_) => {
            let text = format!("the operation took longer than {} seconds", deadline.as_secs());
            Err(Malformed::too_complex(text))
        }
    }
}

/// Reads the parameters' types.
fn prepare(parameters: Parameters) -> Result<GraphqlRequest, Malformed> {
    let Some(Json::String(query)) = parameters.query else { return Err(Malformed::new("query is a string")) };
    let mut request = GraphqlRequest::new(query);
    match parameters.operation_name {
        None | Some(Json::Null) => {}
        Some(Json::String(name)) => request = request.operation_name(name),
        Some(_) => return Err(Malformed::new("operationName is a string")),
    }
    match parameters.variables {
        None | Some(Json::Null) => {}
        Some(variables @ Json::Object(_)) => request = request.variables(Variables::from_json(variables)),
        Some(_) => return Err(Malformed::new("variables is an object")),
    }
    match parameters.extensions {
        None | Some(Json::Null | Json::Object(_)) => {}
        Some(_) => return Err(Malformed::new("extensions is an object")),
    }
    Ok(request)
}

/// Parses the document, prepares it and counts what it costs.
pub(crate) fn check(
    known: &Documents,
    mut request: GraphqlRequest,
) -> Result<(GraphqlRequest, OperationType, u64), Malformed> {
    let name = request.operation_name.clone();
    let variables = request.variables.clone();
    if request.query.len() > DOCUMENT_MAX {
        return Err(Malformed::too_complex(format!("a document has at most {DOCUMENT_MAX} bytes")));
    }
    if documents::nests_too_deep(&request.query) {
        return Err(Malformed::too_complex("the document nests too deep to be read".to_owned()));
    }
    let parsed = known.parse(&request.query).map_err(Malformed::new)?;
    let mut document = (*parsed).clone();
    let Some(operation) = documents::operation(&document, name.as_deref()) else {
        return Err(Malformed::new("operationName does not name an operation of the document"));
    };
    let kind = operation.ty;
    documents::drop_absent(&mut document, name.as_deref(), &variables).map_err(Malformed::new)?;
    let cost = documents::cost(&document, name.as_deref(), &variables).map_err(Malformed::too_complex)?;
    known.keep(&request.query, parsed);
    request.set_parsed_query(document);
    Ok((request, kind, cost))
}

fn refusal(malformed: &Malformed) -> Json {
    json!({ "errors": [{ "message": malformed.text, "extensions": { "code": malformed.code } }] })
}

/// The status and the body of a response: `data` is left out where the execution did not begin.
fn body<'a>(response: &'a GraphqlResponse, mime: &str, cost: u64) -> (StatusCode, Answer<'a>) {
    let began = response.errors.is_empty() || response.errors.iter().any(|error| !error.path.is_empty());
    let status = if !began && mime == RESPONSE_JSON { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let answer = Answer {
        errors: &response.errors,
        data: began.then_some(&response.data),
        extensions: began.then(|| json!({ "cost": { "requested": cost, "limit": documents::COST_MAX } })),
    };
    (status, answer)
}

/// A response as it is sent: its data keep the order of the document.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "<[ServerError]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a ConstValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extensions: Option<Json>,
}

/// An answer whose errors all have a code.
pub(crate) fn coded(mut response: GraphqlResponse) -> GraphqlResponse {
    for error in &mut response.errors {
        code(error);
    }
    response
}

/// Gives an error its code: one without was found before or while reading arguments, and is the client's.
fn code(error: &mut ServerError) {
    let extensions = error.extensions.get_or_insert_default();
    if extensions.get("code").is_some() {
        return;
    }
    let nested = error.message.contains("nested too deep");
    if nested {
        error.message =
            format!("the document nests deeper than {} levels; ask in several documents", tundish_schema::DEPTH_MAX);
    }
    extensions.set("code", if nested { "TOO_COMPLEX" } else { "BAD_USER_INPUT" });
}

fn reply(
    mime: &'static str,
    status: StatusCode,
    body: &impl Serialize,
    cookie: Option<CookieChange>,
    server: &Server,
) -> Response<Body> {
    let mut response = (
        status,
        [(header::CONTENT_TYPE, format!("{mime}; charset=utf-8"))],
        serde_json::to_string(body).unwrap_or_default(),
    )
        .into_response();
    if let Some(change) = cookie {
        let secure = if server.options.secure_cookie == Some(true) { "; Secure" } else { "" };
        let (value, age) = match &change {
            CookieChange::Set(secret) => (secret.as_str(), 30 * 24 * 60 * 60),
            CookieChange::Clear => ("", 0),
        };
        let cookie = format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

/// A page to try the API, without any file from elsewhere.
pub async fn graphiql(State(server): State<Server>) -> Response<Body> {
    if server.options.public_schema == Some(false) {
        return StatusCode::NOT_FOUND.into_response();
    }
    assets::page(assets::GRAPHIQL)
}

#[cfg(test)]
mod tests {
    use std::{future, time::Duration};

    use super::{DEADLINE, DOCUMENT_MAX, GraphqlResponse, carry_out, documents};

    #[test]
    fn the_limits_stand_in_the_schema() {
        let sdl = tundish_schema::Schema::default().sdl();
        let told = sdl.split_whitespace().collect::<Vec<_>>().join(" ");
        for limit in [
            format!("at most {DOCUMENT_MAX} bytes"),
            format!("nests at most {} levels", tundish_schema::DEPTH_MAX),
            format!("at most {} fields", documents::FIELDS_MAX),
            format!("costs at most {}", documents::COST_MAX),
            format!("at most {} seconds", DEADLINE.as_secs()),
        ] {
            assert!(told.contains(&limit), "{limit}");
        }
    }

    #[tokio::test]
    async fn a_panic_is_answered_and_tells_nothing() {
        let refused = carry_out(async { panic!("the secret cause") }, DEADLINE, "1").await.err().unwrap();
        assert_eq!((refused.status.as_u16(), refused.code), (500, "INTERNAL"));
        assert!(!refused.text.contains("secret"));
    }

    #[tokio::test]
    async fn an_operation_that_never_ends_is_given_up() {
        let refused = carry_out(future::pending(), Duration::ZERO, "1").await.err().unwrap();
        assert_eq!(refused.code, "TOO_COMPLEX");
        assert!(carry_out(future::ready(GraphqlResponse::default()), DEADLINE, "1").await.is_ok());
    }
}
