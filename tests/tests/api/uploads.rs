//! Files over HTTP: who may send them, how large, how long they stay, what is seen of them.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{TimeDelta, Utc};
use reqwest::{Response, StatusCode};
use serde_json::{Value as Json, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tundish_application::{records::uploads::sweep_uploads, store::Clock};
use tundish_tests::{Company, Person, Server, Store, on_both};

/// Sends a file.
pub async fn send(person: &Person, name: &str, bytes: impl Into<reqwest::Body>) -> Response {
    let url = reqwest::Url::parse_with_params(&person.url("/uploads"), [("name", name)]).unwrap();
    person.http().post(url).body(bytes).send().await.unwrap()
}

/// Sends a file that is taken, and gives its id.
pub async fn sent(person: &Person, name: &str, bytes: impl Into<reqwest::Body>) -> String {
    let response = send(person, name, bytes).await;
    assert_eq!(response.status(), StatusCode::CREATED);
    let upload: Json = response.json().await.unwrap();
    upload["id"].as_str().unwrap().to_owned()
}

/// The status and the code of a refusal.
async fn refusal(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    let body: Json = response.json().await.unwrap();
    assert!(body["message"].as_str().is_some_and(|message| !message.is_empty()), "{body}");
    (status, body["code"].as_str().unwrap().to_owned())
}

/// A personal access token.
pub async fn token(person: &Person, scope: &str) -> String {
    let document = "mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret userErrors { message } } }";
    let expires = (Utc::now() + TimeDelta::days(1)).to_rfc3339();
    let input = json!({ "name": "test", "scope": scope, "expiresAt": expires });
    person.ask(document, json!({ "input": input })).await["createAccessToken"]["secret"].as_str().unwrap().to_owned()
}

async fn preview(person: &Person, upload: &str) -> Json {
    let document = "query($id: ID!) { importPreview(uploadId: $id, rows: 2) { encoding delimiter headerLine columns { name samples } rows refused { number reason } } }";
    person.ask(document, json!({ "id": upload })).await["importPreview"].take()
}

on_both! {
    async fn a_file_is_taken_and_its_owner_sees_its_first_rows(company: Company) {
        let response = send(&company.admin, "客户.csv", "name;city\nAcme;上海\n\nBeta\nGamma;x;y\n").await;
        assert_eq!(response.status(), StatusCode::CREATED);
        let upload: Json = response.json().await.unwrap();
        assert_eq!((&upload["name"], &upload["size"]), (&json!("客户.csv"), &json!(38)));
        let id = upload["id"].as_str().unwrap();
        assert_eq!(preview(&company.admin, id).await, json!({
            "encoding": "UTF-8", "delimiter": "semicolon", "headerLine": 1,
            "columns": [{ "name": "name", "samples": ["Acme", "Beta"] }, { "name": "city", "samples": ["上海"] }],
            "rows": [["Acme", "上海"], ["Beta", ""]], "refused": [],
        }));
        assert_eq!(preview(&company.ann, id).await, Json::Null);
        assert_eq!(preview(&company.admin, &company.admin.id).await, Json::Null);
        assert_eq!(preview(&company.admin, "nonsense").await, Json::Null);
        let empty = sent(&company.admin, "empty.csv", "").await;
        let document = "query($id: ID!, $rows: Int) { importPreview(uploadId: $id, rows: $rows) { encoding } }";
        assert_eq!(company.admin.refused(document, json!({ "id": empty })).await, "BAD_USER_INPUT");
        assert_eq!(company.admin.refused(document, json!({ "id": id, "rows": 101 })).await, "BAD_USER_INPUT");
    }

    async fn a_file_of_many_pieces_arrives_as_it_was_sent(company: Company) {
        let row = |n: usize| format!("{n},{}\n", "数".repeat(40));
        let file: String = std::iter::once("n,text\n".to_owned()).chain((0..9_000).map(row)).collect();
        assert!(file.len() > 4 * 256 * 1024);
        let id = sent(&company.admin, "long.csv", file).await;
        let document = "query($id: ID!) { importPreview(uploadId: $id, rows: 100) { rows refused { number } } }";
        let look = company.admin.ask(document, json!({ "id": id })).await["importPreview"].take();
        assert_eq!(look["rows"].as_array().unwrap().len(), 100);
        assert_eq!(look["rows"][99], json!(["99", "数".repeat(40)]));
        assert_eq!(look["refused"], json!([]));
    }

    async fn only_those_who_may_import_send_files(company: Company) {
        let stranger = Person::stranger(&company.server);
        assert_eq!(refusal(send(&stranger, "a.csv", "a\n1\n").await).await, (401, "UNAUTHENTICATED".to_owned()));
        assert_eq!(refusal(send(&company.bob, "a.csv", "a\n1\n").await).await, (403, "FORBIDDEN".to_owned()));
        assert_eq!(refusal(send(&company.ann, "a.csv", "a\n1\n").await).await, (403, "FORBIDDEN".to_owned()));
        assert_eq!(refusal(send(&company.admin, " ", "a\n1\n").await).await, (400, "REQUIRED".to_owned()));
        let bare = reqwest::Client::new();
        let post = || bare.post(company.admin.url("/uploads?name=a.csv")).body("a\n1\n");
        assert_eq!(refusal(post().header("cookie", "tundish_session=x").send().await.unwrap()).await, (403, "FORBIDDEN".to_owned()));
        let reading = token(&company.admin, "READ").await;
        assert_eq!(refusal(post().bearer_auth(reading).send().await.unwrap()).await, (403, "FORBIDDEN".to_owned()));
        assert_eq!(refusal(post().bearer_auth("wrong").send().await.unwrap()).await, (401, "UNAUTHENTICATED".to_owned()));
        let writing = token(&company.admin, "WRITE").await;
        assert_eq!(post().bearer_auth(writing).send().await.unwrap().status(), StatusCode::CREATED);
    }

    async fn a_file_that_is_too_large_is_refused_announced_or_not(company: Company) {
        let secret = token(&company.admin, "WRITE").await;
        let head = format!("POST /uploads?name=large.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {secret}\r\n");
        let mut socket = TcpStream::connect(company.server.address).await.unwrap();
        socket.write_all(format!("{head}Content-Length: 104857601\r\n\r\n").as_bytes()).await.unwrap();
        assert_eq!(answer(&mut socket).await, (413, "TOO_LARGE".to_owned()));

        let mut socket = TcpStream::connect(company.server.address).await.unwrap();
        socket.write_all(format!("{head}Transfer-Encoding: chunked\r\n\r\n").as_bytes()).await.unwrap();
        let (mut reading, mut writing) = socket.split();
        let part = [b"400000\r\n".as_slice(), &vec![b'x'; 0x40_0000], b"\r\n"].concat();
        let feed = async {
            // The server hangs up in the middle of one of them.
            for _ in 0..26 {
                if writing.write_all(&part).await.is_err() {
                    break;
                }
            }
            std::future::pending::<()>().await;
        };
        let answer = tokio::select! { () = feed => unreachable!(), answer = answer(&mut reading) => answer };
        assert_eq!(answer, (413, "TOO_LARGE".to_owned()));
    }
}

/// The status and the code of an answer.
async fn answer(socket: &mut (impl AsyncReadExt + Unpin)) -> (u16, String) {
    let mut text = String::new();
    let mut buffer = [0; 1024];
    while !text.contains('}') {
        let read = socket.read(&mut buffer).await.unwrap();
        assert!(read > 0, "{text}");
        text.push_str(&String::from_utf8_lossy(&buffer[..read]));
    }
    let status = text.split(' ').nth(1).unwrap().parse().unwrap();
    let code = text.split("\"code\":\"").nth(1).unwrap().split('"').next().unwrap();
    (status, code.to_owned())
}

async fn a_file_stays_for_a_day(store: Store) {
    let passed = Arc::new(AtomicI64::new(0));
    let hours = Arc::clone(&passed);
    let clock = Clock::new(move || Utc::now() + TimeDelta::hours(hours.load(Ordering::SeqCst)));
    let company = Company::on(Server::start_at(store, clock).await).await;
    let id = sent(&company.admin, "a.csv", "a\n1\n").await;
    passed.store(23, Ordering::SeqCst);
    assert_ne!(preview(&company.admin, &id).await, Json::Null);
    passed.store(25, Ordering::SeqCst);
    assert_eq!(preview(&company.admin, &id).await, Json::Null);
    let document =
        "mutation($input: StartImportInput!) { startImport(input: $input) { import { id } userErrors { code path } } }";
    let input = json!({ "uploadId": id, "mapping": "kind = \"Note\"" });
    let refused = company.admin.ask(document, json!({ "input": input })).await;
    assert_eq!(
        refused["startImport"],
        json!({ "import": null, "userErrors": [{ "code": "NOT_FOUND", "path": ["uploadId"] }] })
    );
    // Hidden after a day, swept away a little later: seen by turning the clock back.
    for (hours, left) in [(24, true), (26, false)] {
        passed.store(hours, Ordering::SeqCst);
        assert!(sweep_uploads(&company.server.database).await.is_ok());
        passed.store(1, Ordering::SeqCst);
        assert_eq!(preview(&company.admin, &id).await != Json::Null, left, "after {hours} hours");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_stays_for_a_day_sqlite() {
    a_file_stays_for_a_day(Store::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_stays_for_a_day_postgres() {
    a_file_stays_for_a_day(Store::Postgres).await;
}
