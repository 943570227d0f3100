//! Following what happens, over a WebSocket.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Live, Person, Store, Tables, on_both};

const NEWS: &str = "subscription($kinds: [RecordKind!], $ids: [ID!], $after: String) { recordEvents(kinds: $kinds, ids: $ids, afterSeq: $after) \
                    { seq kind recordId action changes { field from { ... on TextValue { value } } to { ... on TextValue { value } } } actor { id } record { id } } }";

/// Begins to follow everything that happens from now on.
async fn follow(live: &mut Live, company: &Company, id: &str, mut variables: Json) {
    variables["after"] = json!(Tables::of(&company.server).await.last_event().await);
    live.begin(id, NEWS, variables).await;
}

async fn rename(person: &Person, id: &str, name: &str) {
    let document =
        "mutation($id: ID!, $name: String) { updateDeal(id: $id, input: { name: $name }) { userErrors { message } } }";
    person.ask(document, json!({ "id": id, "name": name })).await;
}

async fn assign(person: &Person, id: &str, owner: &str) {
    let document =
        "mutation($id: ID!, $owner: ID) { updateDeal(id: $id, input: { ownerId: $owner }) { userErrors { message } } }";
    person.ask(document, json!({ "id": id, "owner": owner })).await;
}

on_both! {
    async fn changes_arrive_with_what_changed(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "Before" })).await;
        let other = company.bob.create("Deal", json!({ "name": "Other" })).await;
        let mut live = Live::open(&company.bob).await;
        follow(&mut live, &company, "1", json!({ "ids": [deal] })).await;
        follow(&mut live, &company, "2", json!({ "kinds": ["ACCOUNT"] })).await;
        rename(&company.ann, &other, "Not followed").await;
        rename(&company.ann, &deal, "After").await;
        let event = live.event().await;
        assert_eq!(event["recordId"], json!(deal));
        assert_eq!(event["action"], "UPDATED");
        assert_eq!(event["changes"], json!([{ "field": "name", "from": { "value": "Before" }, "to": { "value": "After" } }]));
        assert_eq!((&event["actor"]["id"], &event["record"]["id"]), (&json!(company.ann.id), &json!(deal)));
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        let event = live.event().await;
        assert_eq!((&event["recordId"], &event["action"]), (&json!(account), &json!("CREATED")));
    }

    async fn the_nested_lists_of_an_event_are_one_statement_a_level(company: Company) {
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        for n in 0..60 {
            let deal = company.bob.create("Deal", json!({ "name": n.to_string(), "accountId": account })).await;
            company.bob.create("Task", json!({ "title": n.to_string(), "dealId": deal })).await;
        }
        let mut live = Live::open(&company.bob).await;
        let document = "subscription($ids: [ID!], $after: String) { recordEvents(ids: $ids, afterSeq: $after) { record { ... on Account { name \
                        deals(first: 100) { nodes { tasks(first: 5) { nodes { title } } notes(first: 5) { nodes { body } } } } } } } }";
        let after = Tables::of(&company.server).await.last_event().await;
        live.begin("1", document, json!({ "ids": [account], "after": after })).await;
        let rename = "mutation($id: ID!, $name: String) { updateAccount(id: $id, input: { name: $name }) { userErrors { code } } }";
        for name in ["Once", "Twice"] {
            company.server.statements.take();
            company.bob.ask(rename, json!({ "id": account, "name": name })).await;
            let record = live.event().await["record"].take();
            assert_eq!(record["name"], name);
            let deals = record["deals"]["nodes"].as_array().unwrap();
            assert!(deals.len() == 60 && deals.iter().all(|deal| deal["tasks"]["nodes"].as_array().unwrap().len() == 1));
            // The deals of the one account are a list as any other.
            let nested = |sql: &String| sql.contains("PARTITION BY");
            let nested: Vec<String> = company.server.statements.take().into_iter().filter(nested).collect();
            assert_eq!(nested.len(), 2, "{nested:#?}");
        }
    }

    async fn whoever_comes_back_misses_nothing_and_hears_nothing_twice(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "0" })).await;
        let mut heard = Vec::new();
        let mut after = json!("0");
        for round in 1..=5 {
            let mut live = Live::open(&company.bob).await;
            live.begin("news", NEWS, json!({ "ids": [deal], "after": after })).await;
            rename(&company.bob, &deal, &format!("{round} live")).await;
            while heard.last() != Some(&format!("{round} live")) {
                let event = live.event().await;
                after = event["seq"].clone();
                if event["action"] == "UPDATED" {
                    heard.push(event["changes"][0]["to"]["value"].as_str().unwrap().to_owned());
                }
            }
            drop(live);
            rename(&company.bob, &deal, &format!("{round} away")).await;
        }
        let expected: Vec<String> = (1..=5).flat_map(|round| [format!("{round} live"), format!("{round} away")]).collect();
        assert_eq!(heard, expected[..9]);
    }

    async fn whoever_loses_sight_is_told_the_id_and_nothing_else(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "Given away" })).await;
        let mut bob = Live::open(&company.bob).await;
        follow(&mut bob, &company, "news", json!({ "kinds": ["DEAL"] })).await;
        let mut eve = Live::open(&company.eve).await;
        follow(&mut eve, &company, "news", json!({ "kinds": ["DEAL"] })).await;
        assign(&company.ann, &deal, &company.eve.id).await;
        let hidden = bob.event().await;
        assert_eq!((&hidden["action"], &hidden["recordId"]), (&json!("HIDDEN"), &json!(deal)));
        assert_eq!((&hidden["changes"], &hidden["actor"], &hidden["record"]), (&json!([]), &Json::Null, &Json::Null));
        assert_eq!(eve.event().await["action"], "UPDATED");
        // From now on it is hers alone.
        rename(&company.eve, &deal, "Hers").await;
        let mine = company.bob.create("Deal", json!({ "name": "Mine" })).await;
        let next = bob.event().await;
        assert_eq!((&next["recordId"], &next["action"]), (&json!(mine), &json!("CREATED")));
    }

    async fn what_one_may_not_see_since_a_moment_is_not_told(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "Of Bob" })).await;
        let mut ann = Live::open(&company.ann).await;
        follow(&mut ann, &company, "news", json!({ "kinds": ["DEAL", "COMPANY"] })).await;
        rename(&company.bob, &deal, "Seen").await;
        assert_eq!(ann.event().await["recordId"], json!(deal));
        let demote = "mutation($id: ID!) { updateUser(id: $id, input: { roleKey: \"representative\" }) { userErrors { code } } }";
        company.admin.ask(demote, json!({ "id": company.ann.id })).await;
        rename(&company.bob, &deal, "Secret").await;
        let settings = company.admin.ask("{ company { id } }", json!({})).await["company"]["id"].take();
        company.admin.ask("mutation($id: ID!) { updateCompany(id: $id, input: { name: \"New\" }) { userErrors { code } } }", json!({ "id": settings })).await;
        let next = ann.event().await;
        assert_eq!(next["kind"], "COMPANY", "{next}");
    }

    async fn a_subscription_ends_with_its_session(company: Company) {
        for kinds in [Json::Null, json!(["DEAL"])] {
            let phone = Person::sign_in(&company.server, "bob@example.com").await;
            let mut live = Live::open(&phone).await;
            follow(&mut live, &company, "news", json!({ "kinds": kinds })).await;
            company.bob.create("Deal", json!({ "name": "Deal" })).await;
            while live.event().await["kind"] != "DEAL" {}
            phone.ask("mutation { signOut }", json!({})).await;
            assert_eq!(live.end("news").await.as_deref(), Some("UNAUTHENTICATED"), "{kinds}");
            // What begins on the old connection is begun by nobody.
            live.begin("again", NEWS, json!({})).await;
            assert_eq!(live.end("again").await.as_deref(), Some("UNAUTHENTICATED"));
        }
    }

    async fn who_comes_back_hears_of_each_event_of_a_flood(company: Company) {
        let deals: Vec<String> = futures::future::join_all((0..150).map(|n| company.bob.create("Deal", json!({ "name": n.to_string() })))).await;
        let mut live = Live::open(&company.bob).await;
        live.begin("news", NEWS, json!({ "kinds": ["DEAL"], "after": "0" })).await;
        for _ in &deals {
            assert_eq!(live.event().await["action"], "CREATED");
        }
    }
}

#[tokio::test]
async fn the_door_for_sockets_is_watched() {
    let company = Company::start(Store::Sqlite).await;
    let own = format!("http://{}", company.server.address);
    assert!(Live::open_from(&company.bob, Some(&own)).await.is_ok());
    for foreign in ["http://evil.example", "null", "http://127.0.0.1:1", &format!("{own}.evil.example")] {
        assert_eq!(Live::open_from(&company.bob, Some(foreign)).await.err(), Some(403), "{foreign}");
    }
    let stranger = Person::stranger(&company.server);
    let mut live = Live::open(&stranger).await;
    live.begin("news", NEWS, json!({})).await;
    assert_eq!(live.end("news").await.as_deref(), Some("UNAUTHENTICATED"));
    // Who asks here is known since the connection was opened: what needs today's rights goes another way.
    let mut live = Live::open(&company.bob).await;
    for document in [
        "{ viewer { id } }",
        "mutation { createDeal(input: { name: \"Past the door\" }) { deal { id } } }",
        "{ __schema { types { name } } }",
    ] {
        live.begin(document, document, json!({})).await;
        assert_eq!(live.end(document).await.as_deref(), Some("BAD_USER_INPUT"), "{document}");
    }
    for variables in [json!({ "after": "x" }), json!({ "after": "-1" }), json!({ "kinds": ["NOTHING"] })] {
        let id = variables.to_string();
        live.begin(&id, NEWS, variables.clone()).await;
        assert_eq!(live.end(&id).await.as_deref(), Some("BAD_USER_INPUT"), "{variables}");
    }
    live.begin("deep", &"{".repeat(5_000), json!({})).await;
    assert_eq!(live.end("deep").await.as_deref(), Some("TOO_COMPLEX"));
    assert_eq!(company.bob.ask("{ deals { totalCount } }", json!({})).await["deals"]["totalCount"], 0);
}
