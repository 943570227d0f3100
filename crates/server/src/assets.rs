//! The SPA inside the binary.

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, Uri, header},
    response::IntoResponse,
};
use rust_embed::RustEmbed;

/// The built SPA; empty in builds without it.
#[derive(RustEmbed)]
#[folder = "../../frontend/dist"]
#[allow_missing = true]
struct Assets;

/// The page to try the API, which is built by itself; [`serve`] does not give it.
pub const GRAPHIQL: &str = "graphiql.html";

/// A file of the SPA; every other path is a page of it.
pub async fn serve(uri: Uri) -> Response<Body> {
    let path = uri.path().trim_start_matches('/');
    if let Some(file) = Assets::get(path).filter(|_| path != GRAPHIQL) {
        let hashed = path.starts_with("assets/");
        let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        return respond(file, cache);
    }
    // A missing script must not be answered with a page.
    if path.starts_with("assets/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    page("index.html")
}

/// A page.
pub fn page(name: &str) -> Response<Body> {
    match Assets::get(name) {
        Some(page) => respond(page, "no-cache"),
        None => (StatusCode::NOT_FOUND, "This build has no web interface. The API is at /graphql.").into_response(),
    }
}

fn respond(file: rust_embed::EmbeddedFile, cache: &'static str) -> Response<Body> {
    let mime =
        HeaderValue::from_str(file.metadata.mimetype()).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, mime),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, Body::from(file.data.into_owned())).into_response()
}
