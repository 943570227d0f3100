//! Pages of other origins: those on the list may use the session's cookie, others may not even ask.

use reqwest::{Method, Response, header::HeaderMap};
use serde_json::json;
use tundish::config::Options;
use tundish_application::store::Clock;
use tundish_tests::{Company, Live, Person, Server, Store};

const FRIEND: &str = "https://app.example.com";

async fn company(allowed: &[&str]) -> Company {
    let allowed_origins = Some(allowed.iter().map(|origin| (*origin).to_owned()).collect());
    let options = Options { allowed_origins, ..Options::default() };
    Company::on(Server::start_with(Store::Sqlite, Clock::new(chrono::Utc::now), options).await).await
}

/// What a browser asks before it sends the page's request.
async fn preflight(person: &Person, path: &str, origin: &str) -> Response {
    let request = reqwest::Client::new().request(Method::OPTIONS, person.url(path)).header("origin", origin);
    let asked = request
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type,x-tundish");
    asked.send().await.unwrap()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[tokio::test]
async fn origins_on_the_list_use_the_session() {
    let company = company(&[FRIEND, "https://other.example.com"]).await;
    for path in ["/graphql", "/uploads?name=a.csv"] {
        let answer = preflight(&company.bob, path, FRIEND).await;
        assert_eq!(answer.status(), 200, "{path}");
        let headers = answer.headers();
        assert_eq!(header(headers, "access-control-allow-origin"), Some(FRIEND), "{path}");
        assert_eq!(header(headers, "access-control-allow-credentials"), Some("true"), "{path}");
        let allowed = header(headers, "access-control-allow-headers").unwrap_or_default();
        for name in ["content-type", "x-tundish", "authorization"] {
            assert!(allowed.contains(name), "{path}: {allowed}");
        }
        assert!(header(headers, "access-control-allow-methods").unwrap_or_default().contains("POST"), "{path}");
    }
    let request = company.bob.http().post(company.bob.url("/graphql")).header("origin", FRIEND);
    let answer = request.json(&json!({ "query": "{ viewer { id } }" })).send().await.unwrap();
    assert_eq!(header(answer.headers(), "access-control-allow-origin"), Some(FRIEND));
    assert_eq!(answer.json::<serde_json::Value>().await.unwrap()["data"]["viewer"]["id"], json!(company.bob.id));
    assert!(Live::open_from(&company.bob, Some(FRIEND)).await.is_ok());
}

#[tokio::test]
async fn foreign_origins_are_let_in_nowhere() {
    for (allowed, status) in [(&[FRIEND] as &[&str], 200), (&[], 405)] {
        let company = company(allowed).await;
        for origin in ["https://evil.example", "null", "https://app.example.com.evil.example", "http://app.example.com"]
        {
            let answer = preflight(&company.bob, "/graphql", origin).await;
            assert_eq!(answer.status(), status, "{origin}");
            assert_eq!(header(answer.headers(), "access-control-allow-origin"), None, "{origin}");
            let request = company.bob.http().post(company.bob.url("/graphql")).header("origin", origin);
            let answer = request.json(&json!({ "query": "{ viewer { id } }" })).send().await.unwrap();
            assert_eq!(header(answer.headers(), "access-control-allow-origin"), None, "{origin}");
            assert_eq!(Live::open_from(&company.bob, Some(origin)).await.err(), Some(403), "{origin}");
        }
    }
}
