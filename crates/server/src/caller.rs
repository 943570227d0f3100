//! Who asks: by a session's cookie or a program's token, from which address and in which language.

use std::{net::SocketAddr, sync::Arc};

use axum::http::{HeaderMap, StatusCode, header};
use tundish_application::{organisation::Credential, records::Failure};
use tundish_domain::organisation::{Language, TokenScope};
use tundish_schema::records::context::Request;

use crate::{http::Malformed, requests, serve::Server};

/// The name of the session's cookie.
pub(crate) const COOKIE: &str = "tundish_session";

/// The token of a program.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    // Without a token it is a wrong one: whoever means to be a program is not taken for nobody.
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';')).find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE && !value.is_empty()).then_some(value)
    })
}

fn language(headers: &HeaderMap) -> Option<Language> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Language::accepted)
}

fn address(server: &Server, peer: SocketAddr, headers: &HeaderMap) -> String {
    let told = forwarded(headers).filter(|_| server.options.trust_proxy == Some(true));
    told.map_or_else(|| peer.ip().to_string(), |address| address.chars().take(100).collect())
}

/// The address that the nearest proxy saw: the last one, in whichever line. What stands before it, anybody can have sent.
fn forwarded(headers: &HeaderMap) -> Option<&str> {
    let nearest = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    nearest.rsplit(',').next().map(str::trim)
}

/// Who asks. A wrong Bearer token is refused; a session that has ended is nobody.
pub(crate) async fn context(server: &Server, peer: SocketAddr, headers: &HeaderMap) -> Result<Arc<Request>, Malformed> {
    let language = language(headers);
    let id = requests::id(headers).to_owned();
    let internal = |failure: Failure| {
        tracing::error!(request = %id, ?failure, "the session could not be read");
        Malformed::internal()
    };
    let token = bearer(headers);
    let credential = match (token, cookie(headers)) {
        (Some(token), _) => Some(Credential::token(Arc::clone(&server.database), token, language)),
        (None, Some(secret)) => Some(Credential::session(Arc::clone(&server.database), secret, language)),
        (None, None) => None,
    };
    let (actor, access) = match &credential {
        None => (None, None),
        Some(credential) => match credential.actor().await {
            Ok((actor, access)) => (Some(actor), Some(access)),
            Err(Failure::Unauthenticated) if token.is_some() => {
                let text = "this access token does not hold".to_owned();
                return Err(Malformed { status: StatusCode::UNAUTHORIZED, code: "UNAUTHENTICATED", text });
            }
            Err(Failure::Unauthenticated) => (None, None),
            Err(other) => return Err(internal(other)),
        },
    };
    let user_agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).map(str::to_owned);
    Ok(Arc::new(Request::new(
        Arc::clone(&server.database),
        Arc::clone(&server.gate),
        actor,
        credential,
        access.and_then(|access| access.session),
        access.map_or(TokenScope::Write, |access| access.scope),
        language,
        server.database.current_directory().await.language(),
        address(server, peer, headers),
        user_agent,
        id,
    )))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::{HeaderMap, forwarded};

    #[test]
    fn whoever_asks_is_told_by_the_nearest_proxy_only() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers), None);
        // The client's own line, and that of a proxy which does not join them.
        headers.append("x-forwarded-for", HeaderValue::from_static("1.1.1.1"));
        headers.append("x-forwarded-for", HeaderValue::from_static("2.2.2.2, 3.3.3.3"));
        assert_eq!(forwarded(&headers), Some("3.3.3.3"));
    }
}
