//! Two people at one record, and calls that are made again: nobody's work is overwritten, nothing is done twice.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Introspection, Person, Store, on_both, people::PASSWORD};

/// The payload of a mutation with its errors.
async fn call(person: &Person, mutation: &str, arguments: &str, selection: &str, variables: Json) -> Json {
    let types = [("id", "ID!"), ("key", "String"), ("version", "Int")];
    let declared: Vec<String> = types
        .into_iter()
        .filter(|(name, _)| arguments.contains(&format!("${name}")))
        .map(|(name, ty)| format!("${name}: {ty}"))
        .collect();
    let declared = if declared.is_empty() { String::new() } else { format!("({})", declared.join(", ")) };
    let document = format!(
        "mutation{declared} {{ payload: {mutation}({arguments}) {{ {selection} userErrors {{ code path }} }} }}"
    );
    person.ask(&document, variables).await["payload"].take()
}

async fn rename(person: &Person, kind: &str, id: &str) {
    let arguments = "id: $id, input: { description: \"Harmless\" }";
    let done = call(person, &format!("update{kind}"), arguments, "", json!({ "id": id })).await;
    assert_eq!(done["userErrors"], json!([]));
}

async fn version(person: &Person, id: &str) -> i64 {
    let data = person
        .ask(
            "query($id: ID!) { node(id: $id) { ... on Deal { version } ... on Contact { version } } }",
            json!({ "id": id }),
        )
        .await;
    data["node"]["version"].as_i64().unwrap()
}

on_both! {
    async fn changes_that_wait_for_each_other_are_both_answered(company: Company) {
        for round in 0..4 {
            let one = company.bob.create("Account", json!({ "name": format!("One {round}") })).await;
            let other = company.bob.create("Account", json!({ "name": format!("Other {round}") })).await;
            // Each locks its own account first and the other one then.
            let below = "mutation($id: ID!, $parent: ID!) { updateAccount(id: $id, input: { parentId: $parent }) { userErrors { code } } }";
            let put = async |id: &str, parent: &str| company.bob.send(below, json!({ "id": id, "parent": parent })).await;
            let (first, second) = tokio::join!(put(&one, &other), put(&other, &one));
            for answer in [&first, &second] {
                assert!(answer.get("errors").is_none(), "{answer}");
            }
            let done = [&first, &second].iter().filter(|answer| answer["data"]["updateAccount"]["userErrors"] == json!([])).count();
            assert!(done > 0, "{first} {second}");
        }
    }

    async fn parts_that_others_changed_are_not_overwritten(company: Company) {
        let product = company.admin.create("Product", json!({ "name": "Pump", "listPrice": { "amount": "5" } })).await;
        let contact = company.bob.create("Contact", json!({ "name": "Li" })).await;
        let deal = company.bob.create("Deal", json!({ "name": "Shared", "amount": { "amount": "1" } })).await;
        let lines = format!("id: $id, lines: [{{ productId: \"{product}\", quantity: \"2\" }}]");
        let roles = format!("id: $id, roles: [{{ contactId: \"{contact}\", role: DECISION_MAKER }}]");
        let points = "id: $id, points: [{ kind: PHONE, value: \"021 6888 1234\" }, { kind: PHONE, value: \"021 6888 9999\" }]";
        let verbs = [
            ("setDealLines", &deal, lines.as_str(), "id: $id, lines: []", "lineItems"),
            ("setBuyingRoles", &deal, roles.as_str(), "id: $id, roles: []", "buyingRoles"),
            ("setContactPoints", &contact, points, "id: $id, points: [{ kind: PHONE, value: \"021 6888 1234\" }]", "contactPoints"),
        ];
        for (verb, id, of_ann, of_bob, field) in verbs {
            let read = version(&company.bob, id).await;
            let done = call(&company.ann, verb, of_ann, "", json!({ "id": id })).await;
            assert_eq!(done["userErrors"], json!([]), "{verb}");
            let own = format!("{of_bob}, ifVersion: $version");
            let refused = call(&company.bob, verb, &own, "", json!({ "id": id, "version": read })).await;
            assert!(refused["userErrors"].as_array().unwrap().contains(&json!({ "code": "STALE_VERSION", "path": [field] })), "{verb}: {refused}");
            // What others changed elsewhere does not matter.
            let read = version(&company.bob, id).await;
            rename(&company.ann, if field == "contactPoints" { "Contact" } else { "Deal" }, id).await;
            let done = call(&company.bob, verb, &own, "", json!({ "id": id, "version": read })).await;
            assert_eq!(done["userErrors"], json!([]), "{verb}");
        }
    }

    async fn an_amount_is_in_the_way_only_of_whoever_sets_it(company: Company) {
        let product = company.admin.create("Product", json!({ "name": "Pump", "listPrice": { "amount": "5" } })).await;
        let deal = company.bob.create("Deal", json!({ "name": "Shared", "amount": { "amount": "1" } })).await;
        let read = version(&company.bob, &deal).await;
        call(&company.ann, "updateDeal", "id: $id, input: { amount: { amount: \"7\" } }", "", json!({ "id": deal })).await;
        let variables = json!({ "id": deal, "version": read });
        let lines = |more: &str| format!("id: $id, lines: [{{ productId: \"{product}\", quantity: \"1\" }}], ifVersion: $version{more}");
        let stale = json!([{ "code": "STALE_VERSION", "path": ["amount"] }]);
        let taken = call(&company.bob, "setDealLines", &lines(", takeOverTotal: true"), "", variables.clone()).await;
        assert_eq!(taken["userErrors"], stale);
        let to = |more: &str| format!("id: $id, stageId: \"{}\", ifVersion: $version{more}", company.stages[1]);
        let priced = call(&company.bob, "moveDeal", &to(", amount: { amount: \"3\" }"), "", variables.clone()).await;
        assert_eq!(priced["userErrors"], stale);
        let kept = call(&company.bob, "setDealLines", &lines(""), "", variables.clone()).await;
        assert_eq!(kept["userErrors"], json!([]));
        let moved = call(&company.bob, "moveDeal", &to(""), "deal { amount { amount } }", variables).await;
        assert_eq!(moved, json!({ "deal": { "amount": { "amount": "7.00" } }, "userErrors": [] }));
    }

    async fn what_is_set_at_the_same_moment_is_set_once(company: Company) {
        let input = json!({ "ownerId": company.bob.id, "quarterStart": "2026-04-01", "amount": { "amount": "100" } });
        let target = "mutation($input: SetTargetInput!) { payload: setTarget(input: $input) { record: target { id } userErrors { code path } } }";
        let rate = "mutation($input: SetExchangeRateInput!) { payload: setExchangeRate(input: $input) { record: exchangeRate { id } userErrors { code path } } }";
        for (document, input) in [(target, input), (rate, json!({ "currency": "USD", "date": "2026-01-01", "rate": "7.1" }))] {
            let together = (0..16).map(|_| company.admin.ask(document, json!({ "input": input })));
            let mut ids = std::collections::BTreeSet::new();
            for answer in futures::future::join_all(together).await {
                assert_eq!(answer["payload"]["userErrors"], json!([]));
                ids.insert(answer["payload"]["record"]["id"].as_str().unwrap().to_owned());
            }
            assert_eq!(ids.len(), 1, "{document}");
        }
    }

    async fn what_must_be_unique_is_entered_once_at_the_same_moment(company: Company) {
        let unique = [
            ("User", json!({ "name": "Twin", "email": "twin@example.com", "password": PASSWORD, "roleKey": "manager" }), "email"),
            ("Product", json!({ "name": "Only one" }), "name"),
            ("Choice", json!({ "list": "source", "key": "fair", "name": "Fair" }), "key"),
        ];
        for (kind, input, path) in unique {
            let together = (0..16).map(|_| company.admin.try_create(kind, input.clone()));
            let answers = futures::future::join_all(together).await;
            let (made, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|payload| payload["userErrors"] == json!([]));
            assert_eq!(made.len(), 1, "{kind}: {answers:?}");
            for payload in refused {
                let error = &payload["userErrors"][0];
                assert_eq!((&error["code"], &error["path"]), (&json!("DUPLICATE"), &json!([path])), "{kind}");
            }
        }
        // One that lies in the recycle bin takes no name away, and does not come back beside its successor.
        let product = company.admin.create("Product", json!({ "name": "Pump" })).await;
        assert_eq!(call(&company.admin, "deleteProduct", "id: $id", "", json!({ "id": product })).await["userErrors"], json!([]));
        company.admin.create("Product", json!({ "name": "Pump" })).await;
        let back = call(&company.admin, "restoreProduct", "id: $id", "", json!({ "id": product })).await;
        assert_eq!(back["userErrors"], json!([{ "code": "DUPLICATE", "path": ["name"] }]));
    }

    async fn the_same_key_does_a_thing_once(company: Company) {
        let product = company.admin.create("Product", json!({ "name": "Pump", "listPrice": { "amount": "5" } })).await;
        let contact = company.admin.create("Contact", json!({ "name": "Li" })).await;
        let deal = company.admin.create("Deal", json!({ "name": "Once" })).await;
        let task = company.admin.create("Task", json!({ "title": "Once" })).await;
        let line = |quantity: &str| format!("id: \"{deal}\", lines: [{{ productId: \"{product}\", quantity: \"{quantity}\" }}]");
        let role = |role: &str| format!("id: \"{deal}\", roles: [{{ contactId: \"{contact}\", role: {role} }}]");
        let point = |number: &str| format!("id: \"{contact}\", points: [{{ kind: PHONE, value: \"{number}\" }}]");
        let done = |done: bool| format!("id: \"{task}\", done: {done}");
        let target = |amount: &str| format!("input: {{ ownerId: \"{}\", quarterStart: \"2026-04-01\", amount: {{ amount: \"{amount}\" }} }}", company.bob.id);
        let rate = |rate: &str| format!("input: {{ currency: \"USD\", date: \"2026-01-01\", rate: \"{rate}\" }}");
        let person = |password: &str| format!("id: \"{}\", input: {{ name: \"Robert\", password: \"{password}\" }}", company.bob.id);
        let verbs = [
            ("setDealLines", "deal { id version }", line("1"), line("2")),
            ("setBuyingRoles", "deal { id version }", role("USER"), role("INFLUENCER")),
            ("setContactPoints", "contact { id version }", point("021 6888 1234"), point("021 6888 4321")),
            ("completeTask", "task { id version }", done(true), done(false)),
            ("setTarget", "target { id version }", target("1"), target("2")),
            ("setExchangeRate", "exchangeRate { id version }", rate("7"), rate("8")),
            ("updateUser", "user { id version }", person("the first password"), person("another password")),
        ];
        for (verb, selection, input, other) in verbs {
            let keyed = |input: &str| format!("{input}, idempotencyKey: $key");
            let key = json!({ "key": verb });
            let first = call(&company.admin, verb, &keyed(&input), selection, key.clone()).await;
            assert_eq!(first["userErrors"], json!([]), "{verb}");
            assert_eq!(call(&company.admin, verb, &keyed(&input), selection, key.clone()).await, first, "{verb}");
            let reused = call(&company.admin, verb, &keyed(&other), "", key).await;
            assert_eq!(reused["userErrors"], json!([{ "code": "IDEMPOTENCY_KEY_REUSED", "path": ["idempotencyKey"] }]), "{verb}");
        }
        let new = |password: &str| format!("input: {{ name: \"New\", email: \"new@example.com\", roleKey: \"manager\", password: \"{password}\" }}, idempotencyKey: $key");
        let key = json!({ "key": "person" });
        let first = call(&company.admin, "createUser", &new("the first password"), "user { id }", key.clone()).await;
        assert_eq!(call(&company.admin, "createUser", &new("the first password"), "user { id }", key.clone()).await, first);
        let reused = call(&company.admin, "createUser", &new("another password"), "", key).await;
        assert_eq!(reused["userErrors"][0]["code"], "IDEMPOTENCY_KEY_REUSED");
        let token = "input: { name: \"program\", scope: READ, expiresAt: \"2999-01-01T00:00:00Z\" }, idempotencyKey: $key";
        let made = call(&company.eve, "createAccessToken", token, "secret accessToken { id }", json!({ "key": "token" })).await;
        let again = call(&company.eve, "createAccessToken", token, "secret accessToken { id }", json!({ "key": "token" })).await;
        assert!(made["secret"].is_string());
        assert_eq!(again, json!({ "secret": null, "accessToken": made["accessToken"], "userErrors": [] }));
    }
}

/// Mutations that need no key: done twice they come to the same, or they are about the own access.
const WITHOUT_KEY: &[&str] = &["setUp", "signIn", "signOut", "changePassword"];

#[tokio::test]
async fn whatever_makes_or_changes_takes_a_key() {
    let company = Company::start(Store::Sqlite).await;
    let schema = Introspection::ask(&company.admin).await;
    let ends = |name: &str| ["delete", "restore", "revoke", "cancel"].iter().any(|verb| name.starts_with(verb));
    for field in schema.ty("Mutation").fields.iter().filter(|field| !ends(&field.name)) {
        let keyed = field.argument("idempotencyKey").is_some_and(|argument| argument.ty.text == "String");
        assert_eq!(keyed, !WITHOUT_KEY.contains(&field.name.as_str()), "{}", field.name);
    }
}
