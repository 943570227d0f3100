//! Following what happens, over a WebSocket.

use futures::StreamExt;
use serde_json::{Value as Json, json};
use tundish_application::{
    organisation::Credential,
    records,
    store::{Database, DatabaseOptions},
};
use tundish_domain::records::{EventAction, RecordKind};
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
        // Hers is another sight now, and the record that she no longer sees is not named.
        let other = ann.event().await;
        assert_eq!((&other["action"], &other["recordId"], &other["changes"]), (&json!("RELOAD"), &json!(company.ann.id), &json!([])));
        let next = ann.event().await;
        assert_eq!(next["kind"], "COMPANY", "{next}");
    }

    async fn whoever_loses_what_leads_to_others_is_told_to_load_again(company: Company) {
        let (bob, eve) = (&company.bob, &company.eve);
        let account = bob.create("Account", json!({ "name": "Of Bob" })).await;
        let foreign = eve.create("Account", json!({ "name": "Of Eve" })).await;
        let contact = bob.create("Contact", json!({ "name": "Li", "accountId": account })).await;
        let other = bob.create("Contact", json!({ "name": "Wang", "accountId": account })).await;
        let crossing = company.ann.create("Deal", json!({ "name": "Crossing", "ownerId": bob.id, "accountId": foreign })).await;
        let change = async |who: &Person, kind: &str, id: &str, input: Json| {
            let document = format!("mutation($id: ID!, $input: Update{kind}Input!) {{ update{kind}(id: $id, input: $input) {{ userErrors {{ code }} }} }}");
            let done = who.ask(&document, json!({ "id": id, "input": input })).await;
            assert_eq!(done[format!("update{kind}")]["userErrors"], json!([]));
        };
        let mut live = Live::open(bob).await;
        follow(&mut live, &company, "news", json!({ "kinds": ["CONTACT", "ACCOUNT"] })).await;
        // The deal leads him to Eve's account and its contacts, as long as it is with it.
        change(&company.ann, "Contact", &contact, json!({ "accountId": foreign })).await;
        let seen = live.event().await;
        assert_eq!((&seen["action"], &seen["recordId"]), (&json!("UPDATED"), &json!(contact)), "{seen}");
        change(&company.ann, "Deal", &crossing, json!({ "accountId": account })).await;
        let reload = live.event().await;
        assert_eq!((&reload["action"], &reload["recordId"]), (&json!("RELOAD"), &json!(crossing)), "{reload}");
        // A contact that goes to an account out of sight.
        change(&company.ann, "Contact", &other, json!({ "accountId": foreign })).await;
        let hidden = live.event().await;
        assert_eq!((&hidden["action"], &hidden["recordId"], &hidden["changes"]), (&json!("HIDDEN"), &json!(other), &json!([])), "{hidden}");
        // The account goes, and what is behind it.
        let last = bob.create("Account", json!({ "name": "Last" })).await;
        assert_eq!(live.event().await["recordId"], json!(last));
        change(&company.ann, "Account", &last, json!({ "ownerId": eve.id })).await;
        assert_eq!(live.event().await["action"], "RELOAD");
        let hidden = live.event().await;
        assert_eq!((&hidden["action"], &hidden["recordId"]), (&json!("HIDDEN"), &json!(last)));
    }

    async fn whoever_leads_other_people_is_told_to_load_again(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "Of Bob" })).await;
        let mut leaders = Vec::new();
        for leader in [&company.ann, &company.cy] {
            let mut live = Live::open(leader).await;
            follow(&mut live, &company, "news", json!({ "kinds": ["DEAL"] })).await;
            leaders.push(live);
        }
        let mut eve = Live::open(&company.eve).await;
        follow(&mut eve, &company, "news", json!({ "kinds": ["DEAL"] })).await;
        let transfer = "mutation($id: ID!, $team: ID) { updateUser(id: $id, input: { teamId: $team }) { userErrors { code } } }";
        company.admin.ask(transfer, json!({ "id": company.bob.id, "team": company.teams[1] })).await;
        for live in &mut leaders {
            let told = live.event().await;
            assert_eq!((&told["action"], &told["kind"]), (&json!("RELOAD"), &json!("USER")));
        }
        rename(&company.bob, &deal, "In the South").await;
        assert_eq!(leaders[1].event().await["recordId"], json!(deal));
        // Those whom it does not concern hear nothing.
        let hers = company.eve.create("Deal", json!({ "name": "Of Eve" })).await;
        assert_eq!(eve.event().await["recordId"], json!(hers));
        assert_eq!(leaders[0].event().await["recordId"], json!(hers));
    }

    async fn what_is_made_out_of_sight_is_not_told(company: Company) {
        let mut live = Live::open(&company.cy).await;
        follow(&mut live, &company, "news", json!({ "kinds": ["DEAL"] })).await;
        company.bob.create("Deal", json!({ "name": "In the North" })).await;
        let seen = company.dora.create("Deal", json!({ "name": "In the South" })).await;
        assert_eq!(live.event().await["recordId"], json!(seen));
    }

    async fn much_at_once_is_told_as_one(company: Company) {
        let account = company.bob.create("Account", json!({ "name": "Crowd" })).await;
        let contacts = (0..110).map(|n| company.bob.create("Contact", json!({ "name": n.to_string(), "accountId": account })));
        futures::future::join_all(contacts).await;
        let mut live = Live::open(&company.bob).await;
        follow(&mut live, &company, "news", json!({ "kinds": ["CONTACT"] })).await;
        let delete = "mutation($id: ID!) { deleteAccount(id: $id, cascade: true) { userErrors { code } } }";
        company.ann.ask(delete, json!({ "id": account })).await;
        let told = live.event().await;
        assert_eq!((&told["action"], &told["kind"], &told["changes"]), (&json!("RELOAD"), &json!("CONTACT"), &json!([])));
        let next = company.bob.create("Contact", json!({ "name": "Next" })).await;
        assert_eq!(live.event().await["recordId"], json!(next));
    }

    async fn what_was_missed_is_told_one_by_one_also_if_much_comes_behind_it(company: Company) {
        let missed = company.bob.create("Deal", json!({ "name": "Missed" })).await;
        let tables = Tables::of(&company.server).await;
        tables.last_event().await;
        // A server that has not heard of what comes from now on.
        let clock = tundish_application::store::Clock::new(chrono::Utc::now);
        let options = DatabaseOptions { url: company.server.url.clone(), readers: 1, writers: 1, longest_read: None, clock };
        let behind = Database::open(options).await.unwrap();
        let deals = (0..150).map(|n| company.bob.create("Deal", json!({ "name": n.to_string() })));
        futures::future::join_all(deals).await;
        tables.last_event().await;
        let secret = company.bob.cookie.as_deref().unwrap().split_once('=').unwrap().1;
        let credential = Credential::session(behind, secret, None);
        let mut news = Box::pin(records::follow(credential, Some(vec![RecordKind::Deal]), None, Some(0)));
        let first = news.next().await.unwrap().unwrap();
        assert_eq!((first.record_id.to_string(), first.action), (missed, EventAction::Created));
        assert_eq!(news.next().await.unwrap().unwrap().action, EventAction::Reload);
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
    live.begin("long", &format!("subscription {{ recordEvents {{ kind }} }} #{}", "x".repeat(200_000)), json!({}))
        .await;
    assert_eq!(live.end("long").await.as_deref(), Some("TOO_COMPLEX"));
    // What is longer than any request is not read to its end: the connection is over, the server goes on.
    let answered = tokio::spawn(async move {
        live.begin("endless", &"x".repeat(2 * 1024 * 1024), json!({})).await;
        while let Some(message) = live.message().await {
            if message["id"] == "endless" {
                return true;
            }
        }
        false
    });
    // Where it is over before all is sent, sending fails.
    assert!(!answered.await.unwrap_or(false));
    let mut live = Live::open(&company.bob).await;
    live.begin("on", "subscription { recordEvents(afterSeq: \"0\") { kind } }", json!({})).await;
    assert!(live.event().await["kind"].is_string());
    assert_eq!(company.bob.ask("{ deals { totalCount } }", json!({})).await["deals"]["totalCount"], 0);
}
