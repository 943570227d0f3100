//! Where things end: counts, texts, statements, and resolvers that break.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde_json::{Value as Json, json};
use tundish_application::store::Clock;
use tundish_tests::{Company, Live, Person, Server, Store, Tables, on_both};

async fn refused(person: &Person, document: &str) -> String {
    person.refused(document, json!({})).await
}

on_both! {
    async fn counts_stop_where_they_are_told(company: Company) {
        for name in ["one", "two", "three"] {
            company.bob.create("Deal", json!({ "name": name })).await;
        }
        let document = "{ deals { few: totalCount(atMost: 2) enough: totalCount(atMost: 3) all: totalCount(atMost: null) plain: totalCount } }";
        let counted = company.bob.ask(document, json!({})).await;
        assert_eq!(counted["deals"], json!({ "few": 2, "enough": 3, "all": 3, "plain": 3 }));
        for wrong in ["0", "-1"] {
            assert_eq!(refused(&company.bob, &format!("{{ deals {{ totalCount(atMost: {wrong}) }} }}")).await, "BAD_USER_INPUT", "{wrong}");
        }
        let nested = "{ accounts { nodes { deals { totalCount(atMost: 0) } } } }";
        company.bob.create("Account", json!({ "name": "Acme" })).await;
        assert_eq!(refused(&company.bob, nested).await, "BAD_USER_INPUT");
    }

    async fn the_past_is_not_searched(company: Company) {
        let document = "{ deals(search: \"pump\", asOf: \"2026-01-01T00:00:00Z\") { totalCount } }";
        assert_eq!(refused(&company.bob, document).await, "BAD_USER_INPUT");
    }

    async fn texts_to_compare_with_have_an_end(company: Company) {
        for (field, comparison) in [("name", "eq"), ("name", "contains"), ("name", "startsWith"), ("source", "eq"), ("source", "in")] {
            let filter = |length: usize| json!({ field: { comparison: "长".repeat(length) } });
            let document = "query($filter: DealFilter) { deals(filter: $filter) { totalCount } }";
            assert_eq!(company.bob.ask(document, json!({ "filter": filter(1000) })).await["deals"]["totalCount"], 0);
            assert_eq!(company.bob.refused(document, json!({ "filter": filter(1001) })).await, "BAD_USER_INPUT", "{field} {comparison}");
        }
    }

    async fn filters_have_as_many_values_as_databases_read(company: Company) {
        let list = "query($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }";
        let sizes = |lists: usize| {
            let numbers: Vec<usize> = (0..1_000).collect();
            json!({ "or": vec![json!({ "employees": { "in": numbers } }); lists] })
        };
        let data = company.bob.ask(list, json!({ "filter": sizes(10) })).await;
        assert_eq!(data["accounts"]["totalCount"], 0);
        assert_eq!(company.bob.refused(list, json!({ "filter": sizes(33) })).await, "BAD_USER_INPUT");
    }

    async fn names_in_other_languages_are_names(company: Company) {
        let document = "mutation($id: ID!, $names: [TranslationInput!]) { updateStage(id: $id, input: { translations: $names }) { stage { label } userErrors { code path } } }";
        let set = async |names: Json| company.admin.ask(document, json!({ "id": company.stages[0], "names": names })).await["updateStage"].take();
        let name = |language: &str, text: &str| json!([{ "language": language, "text": text }]);
        for (names, code) in [(name("fr", "Début"), "INVALID"), (name("en", &"x".repeat(201)), "TOO_LONG")] {
            assert_eq!(set(names).await["userErrors"], json!([{ "code": code, "path": ["translations"] }]));
        }
        // An empty one is none.
        let named = set(name("en", "Begin")).await;
        assert_eq!(named, json!({ "stage": { "label": "Begin" }, "userErrors": [] }));
        assert_ne!(set(name("en", " ")).await["stage"]["label"], "");
    }

    async fn filters_have_as_many_conditions_as_databases_read(company: Company) {
        company.bob.create("Deal", json!({ "name": "pump 7" })).await;
        let document = "query($filter: DealFilter) { deals(filter: $filter) { totalCount } }";
        let names = |count: usize| -> Vec<Json> { (1..=count).map(|n| json!({ "name": { "contains": format!("pump {n}") } })).collect() };
        // A chain that nests as deep as it may.
        let nested = (0..10).fold(json!({ "or": names(40) }), |inner, _| {
            let mut all = vec![json!({}); 20];
            all.push(inner);
            json!({ "and": all })
        });
        for filter in [json!({ "or": names(400) }), json!({ "or": [{ "or": names(200) }, { "not": { "or": names(200) } }] }), nested] {
            assert_eq!(company.bob.ask(document, json!({ "filter": filter })).await["deals"]["totalCount"], 1);
        }
        for filter in [json!({ "or": names(401) }), json!({ "and": vec![json!({}); 401] }), json!({ "and": [{ "or": names(200) }, { "or": names(201) }] })] {
            assert_eq!(company.bob.refused(document, json!({ "filter": filter })).await, "BAD_USER_INPUT");
        }
        let found = company.bob.ask("query($kinds: [RecordKind!]) { search(query: \"pump\", kinds: $kinds) { title } }", json!({ "kinds": vec!["DEAL"; 1500] })).await;
        assert_eq!(found["search"], json!([{ "title": "pump 7" }]));
    }

    async fn every_comparison_finds_what_it_says(company: Company) {
        // The company's zone knows no summer time.
        let today = (chrono::Utc::now() + chrono::TimeDelta::hours(8)).date_naive();
        for (name, amount, days) in [("a", Some("1"), Some(0)), ("b", Some("2"), Some(1)), ("c", Some("3"), Some(-1)), ("d", None, None)] {
            let close = days.map(|days| (today + chrono::TimeDelta::days(days)).to_string());
            let amount = amount.map(|amount| json!({ "amount": amount }));
            company.bob.create("Deal", json!({ "name": name, "amount": amount, "expectedCloseDate": close })).await;
        }
        let names = async |filter: Json| -> String {
            let data = company.bob.ask("query($filter: DealFilter) { deals(filter: $filter, orderBy: [{ field: NAME }]) { nodes { name } } }", json!({ "filter": filter })).await;
            data["deals"]["nodes"].as_array().unwrap().iter().map(|deal| deal["name"].as_str().unwrap()).collect()
        };
        for (filter, found) in [
            (json!({ "amount": { "lte": "2" } }), "ab"),
            (json!({ "amount": { "lt": "2" } }), "a"),
            (json!({ "amount": { "gt": "2" } }), "c"),
            (json!({ "amount": { "nin": ["1", "3"] } }), "bd"),
            (json!({ "amount": { "in": ["1", "3"] } }), "ac"),
            (json!({ "name": { "nin": ["A", "b"] } }), "cd"),
            (json!({ "expectedCloseDate": { "within": { "next": 2, "unit": "DAY" } } }), "ab"),
            (json!({ "expectedCloseDate": { "within": { "last": 2, "unit": "DAY" } } }), "ac"),
            (json!({ "expectedCloseDate": { "within": { "current": 0, "unit": "DAY" } } }), "a"),
            (json!({ "expectedCloseDate": { "within": { "current": 1, "unit": "DAY" } } }), "b"),
            (json!({ "expectedCloseDate": { "within": { "current": -1, "unit": "DAY" } } }), "c"),
            (json!({ "createdAt": { "within": { "current": 0, "unit": "YEAR" } } }), "abcd"),
            (json!({ "createdAt": { "within": { "current": -1, "unit": "YEAR" } } }), ""),
        ] {
            assert_eq!(names(filter.clone()).await, found, "{filter}");
        }
    }

    async fn people_are_told_in_their_own_language(company: Company) {
        let document = "mutation { createDeal(input: { name: \"\" }) { userErrors { message } } }";
        let told = async |accept: &str| {
            let request = company.bob.http().post(company.bob.url("/graphql")).header("accept-language", accept);
            let answer: Json = request.json(&json!({ "query": document })).send().await.unwrap().json().await.unwrap();
            answer["data"]["createDeal"]["userErrors"][0]["message"].as_str().unwrap().to_owned()
        };
        let (english, chinese) = ("This must not be empty.", "此项不能为空。");
        // The company's, the browser's, one's own.
        assert_eq!(told("fr").await, english);
        assert_eq!(told("fr, zh-CN;q=0.5").await, chinese);
        let company_language = "mutation($id: ID!) { updateCompany(id: $id, input: { defaultLanguage: \"zh-CN\" }) { userErrors { code } } }";
        let id = company.admin.ask("{ company { id languages } }", json!({})).await["company"].take();
        assert_eq!(id["languages"], json!(["en", "zh-CN"]));
        company.admin.ask(company_language, json!({ "id": id["id"] })).await;
        assert_eq!(told("fr").await, chinese);
        assert_eq!(told("en").await, english);
        let door = "mutation { signIn(input: { email: \"nobody@example.com\", password: \"wrong\" }) { userErrors { message } } }";
        let outside = Person::stranger(&company.server).ask(door, json!({})).await;
        assert_eq!(outside["signIn"]["userErrors"][0]["message"], "邮箱或密码不正确。");
        let own = "mutation($id: ID!) { updateUser(id: $id, input: { language: \"en\" }) { userErrors { code } } }";
        company.bob.ask(own, json!({ "id": company.bob.id })).await;
        assert_eq!(told("zh-CN").await, english);
    }
}

#[tokio::test]
async fn fragments_count_wherever_they_are_spread_and_in_every_operation() {
    let server = Server::start(Store::Sqlite).await;
    let stranger = Person::stranger(&server);
    let doubling: String = (0..36).map(|n| format!("fragment F{n} on Query {{ ...F{0} ...F{0} }} ", n + 1)).collect();
    let of_nothing = json!({ "query": format!("{{ ...F0 }} {doubling}") });
    let other =
        format!("query A {{ __typename }} query B {{ ...F0 }} {doubling} fragment F36 on Query {{ __typename }}");
    for body in [of_nothing, json!({ "query": other, "operationName": "A" })] {
        let request = stranger.http().post(stranger.url("/graphql"));
        let answer: Json = request.json(&body).send().await.unwrap().json().await.unwrap();
        assert_eq!(answer["errors"][0]["extensions"]["code"], "TOO_COMPLEX", "{answer}");
    }
}

/// A clock that breaks whoever looks at it.
#[derive(Clone, Default)]
struct Breaking(Arc<AtomicBool>);

impl Breaking {
    fn clock(&self) -> Clock {
        let broken = Arc::clone(&self.0);
        Clock::new(move || {
            assert!(!broken.load(Ordering::SeqCst), "the secret cause");
            chrono::Utc::now()
        })
    }

    fn set(&self, broken: bool) {
        self.0.store(broken, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn a_resolver_that_panics_is_answered_and_tells_nothing() {
    let breaking = Breaking::default();
    let company = Company::on(Server::start_at(Store::Sqlite, breaking.clock()).await).await;
    let stranger = Person::stranger(&company.server);
    let mut live = Live::open(&company.bob).await;
    let news = "subscription { recordEvents { kind } }";
    breaking.set(true);
    let document = "mutation { signIn(input: { email: \"a@example.com\", password: \"b\" }) { viewer { id } } }";
    let request = stranger.http().post(stranger.url("/graphql")).header("x-request-id", "the number");
    let answer = request
        .header("accept", "application/graphql-response+json")
        .json(&json!({ "query": document }))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 500);
    let answer: Json = answer.json().await.unwrap();
    let extensions = json!({ "code": "INTERNAL", "requestId": "the number" });
    assert_eq!(answer["errors"][0]["extensions"], extensions);
    assert!(!answer.to_string().contains("secret"), "{answer}");
    live.begin("broken", news, json!({})).await;
    assert_eq!(live.end("broken").await.as_deref(), Some("INTERNAL"));
    assert_eq!(live.end("broken").await, None);
    breaking.set(false);
    // Both doors still stand open.
    assert_eq!(stranger.ask("{ viewer { id } }", json!({})).await["viewer"], Json::Null);
    live.begin("mended", "subscription { recordEvents(afterSeq: \"0\") { kind } }", json!({})).await;
    assert!(live.event().await["kind"].is_string());
}

#[tokio::test]
async fn a_statement_that_nobody_waits_for_ends_in_the_database() {
    let company = Company::start(Store::Postgres).await;
    company.bob.create("Deal", json!({ "name": "Locked" })).await;
    let tables = Tables::of(&company.server).await;
    let blocking = tables.locked("deal").await;
    let document = "{ deals { nodes { name } } }";
    let answer = company.bob.send(document, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer}");
    blocking.rollback().await.unwrap();
    assert_eq!(company.bob.ask(document, json!({})).await["deals"]["nodes"][0]["name"], "Locked");
}
