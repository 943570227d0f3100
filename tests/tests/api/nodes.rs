//! Several servers on one database, of one version and of two.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tempfile::TempDir;
use tundish_application::store::{Clock, Database, DatabaseOptions, records::StoreError};
use tundish_tests::{Company, Live, Server, Store, Tables, on_both, postgres};

/// A step of the schema that no version of today knows.
const FUTURE: &str = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)";

fn options(url: &str) -> DatabaseOptions {
    DatabaseOptions {
        url: url.to_owned(),
        readers: 2,
        writers: 2,
        longest_read: None,
        clock: Clock::new(chrono::Utc::now),
    }
}

/// Opens an empty database several times at the same moment.
async fn start_together(url: &str) {
    let opened = futures::future::join_all((0..4).map(|_| {
        let options = options(url);
        tokio::spawn(async move { Database::open(options).await })
    }))
    .await;
    for database in opened {
        let database = database.unwrap().unwrap_or_else(|error| panic!("{error}"));
        assert!(database.ping().await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_start_together_on_an_empty_database_wait_for_each_other() {
    start_together(&postgres::empty().await).await;
    let folder = TempDir::new().unwrap();
    let clock = Clock::new(chrono::Utc::now);
    start_together(&DatabaseOptions::sqlite(&folder.path().join("tundish.db"), clock).url).await;
}

on_both! {
    async fn an_older_version_refuses_a_newer_schema_and_leaves_it_as_it_is(company: Company) {
        let tables = Tables::of(&company.server).await;
        tables.execute(FUTURE).await;
        let before = tables.state().await;
        let refused = Database::open(options(&company.server.url)).await.err();
        assert!(matches!(refused, Some(StoreError::NewerSchema(step)) if step == "m9999_future"));
        assert_eq!(tables.state().await, before);
    }

    async fn a_server_whose_schema_gets_newer_under_it_answers_no_more(company: Company) {
        let status = async |path: &str| company.bob.http().get(company.bob.url(path)).send().await.unwrap().status().as_u16();
        assert_eq!((status("/readyz").await, status("/healthz").await), (200, 200));
        let tables = Tables::of(&company.server).await;
        let before = tables.events().await;
        tables.execute(FUTURE).await;
        let write = json!({ "query": "mutation { createDeal(input: { name: \"Too late\" }) { deal { id } } }" });
        for _ in 0..2 {
            let answer = company.bob.http().post(company.bob.url("/graphql")).json(&write).send().await.unwrap();
            assert_eq!(answer.status().as_u16(), 503);
        }
        let query = company.bob.http().post(company.bob.url("/graphql")).json(&json!({ "query": "{ deals { totalCount } }" }));
        assert_eq!(query.send().await.unwrap().status().as_u16(), 503);
        assert_eq!((status("/readyz").await, status("/healthz").await), (503, 200));
        assert_eq!(tables.events().await, before);
    }
}

/// One company with two servers on its database.
async fn two_servers() -> (Company, Server) {
    let company = Company::start(Store::Postgres).await;
    let beside = company.server.beside().await;
    (company, beside)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_through_one_server_is_heard_at_the_other() {
    let (company, beside) = two_servers().await;
    let there = company.bob.at(&beside);
    let after = Tables::of(&company.server).await.last_event().await;
    let mut live = Live::open(&there).await;
    live.begin(
        "news",
        "subscription($after: String) { recordEvents(kinds: [DEAL], afterSeq: $after) { recordId action } }",
        json!({ "after": after }),
    )
    .await;
    let deal = company.bob.create("Deal", json!({ "name": "Here" })).await;
    assert_eq!(live.event().await, json!({ "recordId": deal, "action": "CREATED" }));
    // Both number at once, and neither skips or doubles.
    let writers = (0..40).map(|n| {
        let person = if n % 2 == 0 { &company.bob } else { &there };
        person.create("Deal", json!({ "name": n.to_string() }))
    });
    let made: BTreeSet<String> = futures::future::join_all(writers).await.into_iter().collect();
    let mut heard = BTreeSet::new();
    while heard.len() < made.len() {
        assert!(heard.insert(live.event().await["recordId"].as_str().unwrap().to_owned()));
    }
    assert_eq!(heard, made);
    let tables = Tables::of(&company.server).await;
    let last: i64 = tables.last_event().await.parse().unwrap();
    assert_eq!(tables.number("SELECT COUNT(*) FROM event").await, last);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rights_and_settings_changed_at_one_server_count_at_the_other_at_once() {
    let (company, beside) = two_servers().await;
    let deal = company.eve.create("Deal", json!({ "name": "Of Eve" })).await;
    let there = company.bob.at(&beside);
    let seen =
        async || there.ask("query($id: ID!) { deal(id: $id) { id } }", json!({ "id": deal })).await["deal"].take();
    assert_eq!(seen().await, Json::Null);
    let promote =
        "mutation($id: ID!, $role: String) { updateUser(id: $id, input: { roleKey: $role }) { userErrors { code } } }";
    company.admin.ask(promote, json!({ "id": company.bob.id, "role": "manager" })).await;
    assert_eq!(seen().await["id"], json!(deal));
    company.admin.ask(promote, json!({ "id": company.bob.id, "role": "representative" })).await;
    assert_eq!(seen().await, Json::Null);
    company.bob.ask("mutation { signOut }", json!({})).await;
    assert_eq!(there.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
}
