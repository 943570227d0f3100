//! GraphQL over HTTP: what is malformed gets its code and nothing from inside, what is too much is refused before it is
//! carried out, and absent is not null.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Introspection, Person, Server, Store, on_both, people::PASSWORD};

/// Words that only stand in messages from inside.
const INSIDE: &[&str] =
    &["sqlx", "sea_orm", "sqlite", "postgres", "panicked", "SELECT ", "src/", "DbErr", "column", "syntax error at"];

/// A request whose answer may be of any status: status and answer.
async fn post(person: &Person, body: &Json) -> (u16, Json) {
    let answer = person.http().post(person.url("/graphql")).json(body).send().await.unwrap();
    let status = answer.status().as_u16();
    (status, answer.json().await.unwrap_or_default())
}

/// The code of an answer, after looking for what should not be there.
fn code(answer: &Json) -> String {
    let text = answer.to_string();
    for message in answer["errors"].as_array().into_iter().flatten().map(|error| error["message"].to_string()) {
        for word in INSIDE {
            assert!(!message.contains(word), "the answer tells from inside: {text}");
        }
    }
    let code = answer["errors"][0]["extensions"]["code"].as_str();
    code.unwrap_or_else(|| panic!("no code: {text}")).to_owned()
}

/// What a client may send where a scalar or an enum of that type stands, and the server must not take.
fn misfits(ty: &str) -> Vec<Json> {
    let mut misfits = vec![json!({ "a": 1 }), json!([[1]])];
    misfits.extend(match ty {
        "DateTime" => vec![
            json!("yesterday"),
            json!("2026-13-01T00:00:00Z"),
            json!("99999-01-01T00:00:00Z"),
            json!(5),
            json!("\0"),
        ],
        "Date" => vec![json!("2026-02-30"), json!("2026-1-1"), json!("tomorrow"), json!(20_260_101), json!("\0")],
        "Decimal" => vec![json!("1e9"), json!("1,5"), json!(""), json!("NaN"), json!("9".repeat(60)), json!("\0")],
        "CurrencyCode" => vec![json!("cny"), json!("XXX"), json!("元"), json!(1)],
        "Int" => vec![json!("5"), json!(1.5), json!(9_007_199_254_740_993_i64)],
        "Boolean" => vec![json!("true"), json!(1)],
        _ => vec![],
    });
    misfits
}

on_both! {
    async fn one_failing_field_does_not_hide_what_another_has_done(company: Company) {
        let document = "mutation { first: createDeal(input: { name: \"Done\" }) { deal { name } } \
                        second: deleteDeal(id: \"none\") { deal { name } } third: createDeal(input: { name: \"Done too\" }) { deal { name } } }";
        let answer = company.bob.send(document, json!({})).await;
        assert_eq!(code(&answer), "NOT_FOUND");
        assert_eq!(answer["errors"][0]["path"], json!(["second"]));
        assert_eq!(answer["data"], json!({ "first": { "deal": { "name": "Done" } }, "second": null, "third": { "deal": { "name": "Done too" } } }));
        let stranger = Person::stranger(&company.server);
        let answer = stranger.send("{ viewer { id } account(id: \"x\") { id } }", json!({})).await;
        assert_eq!((code(&answer).as_str(), &answer["data"]), ("UNAUTHENTICATED", &json!({ "viewer": null, "account": null })));
    }

    async fn whoever_deactivates_himself_is_nobody_from_then_on(company: Company) {
        let other = json!({ "name": "Other", "email": "other@example.com", "password": PASSWORD, "roleKey": "administrator" });
        company.admin.create("User", other).await;
        let document = "mutation($id: ID!) { updateUser(id: $id, input: { active: false }) { user { id } userErrors { code } } \
                        createDeal(input: { name: \"Too late\" }) { deal { id } } }";
        let answer = company.admin.send(document, json!({ "id": company.admin.id })).await;
        assert_eq!((code(&answer).as_str(), &answer["errors"][0]["path"]), ("UNAUTHENTICATED", &json!(["createDeal"])));
        assert_eq!(answer["data"], json!({ "updateUser": { "user": null, "userErrors": [] }, "createDeal": null }));
    }

    async fn ids_that_are_none_are_ids_of_nothing(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        for id in ["", "x", "\0", "00000000-0000-0000-0000-000000000000", "' OR 1=1 --", &"a".repeat(10_000)] {
            let variables = json!({ "id": id });
            for field in schema.ty("Query").fields.iter().filter(|field| field.argument("id").is_some_and(|id| id.ty.text == "ID!")) {
                let needed = field.arguments.iter().filter(|argument| argument.needed()).count();
                if needed == 1 {
                    let document = format!("query($id: ID!) {{ found: {}(id: $id) {{ __typename }} }}", field.name);
                    assert_eq!(company.admin.ask(&document, variables.clone()).await["found"], Json::Null, "{} of {id:?}", field.name);
                }
            }
            for field in schema.ty("Mutation").fields.iter().filter(|field| field.name.starts_with("delete") || field.name.starts_with("restore")) {
                let document = format!("mutation($id: ID!) {{ {}(id: $id) {{ __typename }} }}", field.name);
                assert_eq!(company.admin.refused(&document, variables.clone()).await, "NOT_FOUND", "{} of {id:?}", field.name);
            }
            let inside = company.admin.try_create("Deal", json!({ "name": "Deal", "accountId": id })).await;
            assert_eq!(inside["userErrors"][0]["code"], "NOT_FOUND", "{inside}");
            assert_eq!(inside["userErrors"][0]["path"], json!(["accountId"]));
        }
    }

    async fn cursors_of_nobody_are_refused(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        let own = company.bob.create("Account", json!({ "name": "Acme" })).await;
        let genuine = company.bob.ask("{ accounts(orderBy: [{ field: NAME }]) { edges { cursor } } }", json!({})).await;
        let genuine = genuine["accounts"]["edges"][0]["cursor"].as_str().unwrap().to_owned();
        let forged = forge(&genuine);
        let list = schema.types.values().filter(|ty| ty.name.ends_with("Connection"));
        for record in list.filter_map(|ty| ty.name.strip_suffix("Connection")) {
            let Some(list) = schema.list_of(record) else { continue };
            for cursor in ["", "x", "\0", "W10", genuine.as_str()] {
                for argument in ["after", "before"] {
                    let document = format!("query($c: String) {{ {}({argument}: $c) {{ nodes {{ id }} }} }}", list.name);
                    let answer = company.admin.send(&document, json!({ "c": cursor })).await;
                    assert_eq!(code(&answer), "BAD_USER_INPUT", "{document} {cursor:?}");
                }
            }
        }
        let ordered = "query($c: String) { accounts(orderBy: [{ field: NAME }], after: $c) { nodes { id } } }";
        assert_eq!(code(&company.bob.send(ordered, json!({ "c": forged })).await), "BAD_USER_INPUT");
        let timeline = "query($id: ID!, $c: String) { account(id: $id) { timeline(after: $c) { edges { cursor } } } }";
        for cursor in ["", "1", "1.2", "x.1.y", "9223372036854775807.0.x"] {
            let answer = company.bob.send(timeline, json!({ "id": own, "c": cursor })).await;
            assert_eq!(code(&answer), "BAD_USER_INPUT", "{cursor}");
        }
    }

    async fn values_that_do_not_fit_their_types_are_refused(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        for record in schema.records() {
            let Some(list) = schema.list_of(&record.name) else { continue };
            let filter = schema.ty(&format!("{}Filter", record.name));
            for input in &filter.inputs {
                let comparator = schema.ty(&input.ty.name);
                let Some(eq) = comparator.input("eq") else { continue };
                let mut misfits = misfits(&eq.ty.name);
                if schema.ty(&eq.ty.name).kind == "ENUM" {
                    misfits.extend([json!("NO_SUCH_VALUE"), json!(1)]);
                }
                let document = format!("query($value: {}) {{ {}(filter: {{ {}: {{ eq: $value }} }}) {{ totalCount }} }}", eq.ty.name, list.name, input.name);
                for value in misfits {
                    let answer = company.admin.send(&document, json!({ "value": value })).await;
                    assert_eq!(code(&answer), "BAD_USER_INPUT", "{document} {value}: {answer}");
                }
                // NUL is a character that one of the databases does not know.
                if eq.ty.name == "String" {
                    for comparison in comparator.inputs.iter().filter(|input| input.ty.name == "String") {
                        let document = format!("query($value: {}) {{ {}(filter: {{ {}: {{ {}: $value }} }}) {{ totalCount }} }}", comparison.ty.text, list.name, input.name, comparison.name);
                        let value = if comparison.ty.list() { json!(["a\0b"]) } else { json!("a\0b") };
                        let answer = company.admin.send(&document, json!({ "value": value })).await;
                        assert_eq!(code(&answer), "BAD_USER_INPUT", "{document}: {answer}");
                    }
                }
            }
        }
    }

    async fn text_that_is_too_long_or_has_nul_is_the_users_to_mend(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        let inputs = schema.types.values().filter(|ty| ty.kind == "INPUT_OBJECT" && ty.name.starts_with("Create") && ty.name.ends_with("Input"));
        for input in inputs {
            let kind = &input.name["Create".len()..input.name.len() - "Input".len()];
            if schema.find(kind).is_none_or(|ty| !ty.interfaces.contains(&"Node".to_owned())) {
                continue;
            }
            let texts: Vec<&str> = input.inputs.iter().filter(|field| field.ty.name == "String").map(|field| field.name.as_str()).collect();
            for (wrong, value) in [("long", "长".repeat(20_001)), ("NUL", "a\0b".to_owned())] {
                let mut object: serde_json::Map<String, Json> = texts.iter().map(|name| ((*name).to_owned(), json!(value))).collect();
                for field in input.inputs.iter().filter(|field| field.needed() && field.ty.name != "String") {
                    let ty = schema.ty(&field.ty.name);
                    let value = match (ty.kind.as_str(), field.ty.name.as_str()) {
                        ("ENUM", _) => json!(ty.values[0].0),
                        (_, "ID") => json!(company.pipeline),
                        (_, "Decimal") => json!("0.5"),
                        (_, other) => panic!("a value for {}.{}: {other}", input.name, field.name),
                    };
                    object.insert(field.name.clone(), value);
                }
                let payload = company.admin.try_create(kind, Json::Object(object)).await;
                let wrongs = payload["userErrors"].as_array().unwrap();
                assert!(!wrongs.is_empty(), "{kind} with texts {wrong}: {payload}");
                let paths: Vec<&str> = wrongs.iter().map(|error| error["path"][0].as_str().unwrap()).collect();
                assert!(paths.iter().all(|path| texts.contains(path)), "{kind}: {payload}");
            }
        }
        for text in ["\0", "a\0b"] {
            let found = company.admin.ask("query($text: String!) { search(query: $text) { title } deals(search: $text) { totalCount } }", json!({ "text": text })).await;
            assert_eq!(found["deals"]["totalCount"], 0);
            let key = "mutation($key: String) { createDeal(input: { name: \"Deal\" }, idempotencyKey: $key) { userErrors { path } } }";
            assert_eq!(company.admin.ask(key, json!({ "key": text })).await["createDeal"]["userErrors"][0]["path"], json!(["idempotencyKey"]));
            let door = "mutation($text: String!) { signIn(input: { email: $text, password: $text }) { userErrors { code } } }";
            assert_eq!(company.admin.ask(door, json!({ "text": text })).await["signIn"]["userErrors"][0]["code"], "INVALID_CREDENTIALS");
        }
        let search = company.admin.send("query($text: String!) { search(query: $text) { title } }", json!({ "text": "x".repeat(201) })).await;
        assert_eq!(code(&search), "BAD_USER_INPUT");
    }

    async fn pages_are_from_1_to_200(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        for record in schema.records() {
            let Some(list) = schema.list_of(&record.name) else { continue };
            for arguments in ["first: 0", "first: -1", "first: 201", "last: 2147483647", "first: 1, last: 1"] {
                let answer = company.admin.send(&format!("{{ {}({arguments}) {{ nodes {{ id }} }} }}", list.name), json!({})).await;
                assert_eq!(code(&answer), "BAD_USER_INPUT", "{} {arguments}: {answer}", list.name);
            }
            let number = format!("{{ {}(first: 99999999999) {{ nodes {{ id }} }} }}", list.name);
            assert_eq!(code(&company.admin.send(&number, json!({})).await), "BAD_USER_INPUT");
            let message = company.admin.send(&format!("{{ {}(first: 201) {{ nodes {{ id }} }} }}", list.name), json!({})).await;
            assert!(message["errors"][0]["message"].as_str().unwrap().contains("200"), "{message}");
        }
    }

    async fn absent_is_not_null(company: Company) {
        let id = company.bob.create("Deal", json!({ "name": "Deal", "description": "Kept", "source": "web" })).await;
        let ways = [
            "mutation($id: ID!, $d: String, $s: String) { updateDeal(id: $id, input: { description: $d, source: $s }) { deal { description source version } userErrors { code } } }",
            "mutation($id: ID!, $d: String, $s: String) { ...F } fragment F on Mutation { updateDeal(id: $id, input: { description: $d, source: $s }) { deal { description source version } userErrors { code } } }",
        ];
        for document in ways {
            let kept = company.bob.ask(document, json!({ "id": id })).await;
            assert_eq!(kept["updateDeal"], json!({ "deal": { "description": "Kept", "source": "web", "version": 1 }, "userErrors": [] }));
        }
        let half = company.bob.ask(ways[0], json!({ "id": id, "s": null })).await;
        assert_eq!(half["updateDeal"]["deal"], json!({ "description": "Kept", "source": null, "version": 2 }));
        let whole = "mutation($id: ID!, $input: UpdateDealInput!) { updateDeal(id: $id, input: $input) { deal { description version } userErrors { code } } }";
        let same = company.bob.ask(whole, json!({ "id": id, "input": {} })).await;
        assert_eq!(same["updateDeal"]["deal"], json!({ "description": "Kept", "version": 2 }));
        let cleared = company.bob.ask(whole, json!({ "id": id, "input": { "description": null } })).await;
        assert_eq!(cleared["updateDeal"]["deal"], json!({ "description": null, "version": 3 }));
        let defaulted = "mutation($id: ID!, $d: String = \"Default\") { updateDeal(id: $id, input: { description: $d }) { deal { description } userErrors { code } } }";
        assert_eq!(company.bob.ask(defaulted, json!({ "id": id })).await["updateDeal"]["deal"]["description"], "Default");
        assert_eq!(company.bob.ask(defaulted, json!({ "id": id, "d": null })).await["updateDeal"]["deal"]["description"], Json::Null);
        // A filter whose variable is absent does not restrict; one that is null neither.
        let filtered = "query($name: String, $filter: DealFilter) { deals(filter: { name: { eq: $name } }) { totalCount } all: deals(filter: $filter) { totalCount } }";
        for variables in [json!({}), json!({ "name": null, "filter": null })] {
            let found = company.bob.ask(filtered, variables).await;
            assert_eq!((&found["deals"]["totalCount"], &found["all"]["totalCount"]), (&json!(1), &json!(1)));
        }
        let missing = company.bob.send("mutation($input: CreateDealInput!) { createDeal(input: $input) { deal { id } } }", json!({})).await;
        assert_eq!(code(&missing), "BAD_USER_INPUT");
    }
}

/// A cursor of the same list and order whose text holds NUL.
fn forge(cursor: &str) -> String {
    let decoded = decode64(cursor);
    let mut json: Json = serde_json::from_slice(&decoded).unwrap();
    json[1][0] = json!("a\0");
    encode64(json.to_string().as_bytes())
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn decode64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for digit in text.bytes() {
        let value = DIGITS.iter().position(|known| *known == digit).unwrap();
        bits = (bits << 6) | u32::try_from(value).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).unwrap());
        }
    }
    bytes
}

fn encode64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..=chunk.len() {
            text.push(char::from(DIGITS[((bits >> (18 - 6 * digit)) & 63) as usize]));
        }
    }
    text
}

#[tokio::test]
async fn what_is_too_much_is_refused_before_it_is_done() {
    let company = Company::start(Store::Sqlite).await;
    let nested = |levels: usize| format!("{}{}", "{ deals { nodes { account ".repeat(levels), "} } ".repeat(levels));
    let documents = [
        ("depth", format!("{{ viewer {{ {} id {} }} }}", "team { parent { members { ".repeat(10), "} } }".repeat(10))),
        ("brackets", "{".repeat(40_000)),
        ("lists", format!("{{ deals(filter: {}1{}) {{ totalCount }} }}", "[".repeat(40_000), "]".repeat(40_000))),
        ("unclosed", nested(400)),
        ("aliases", format!("{{ {} }}", (0..3_000).map(|n| format!("a{n}: viewer {{ id }} ")).collect::<String>())),
        (
            "cost",
            "{ accounts(first: 200) { nodes { deals(first: 200) { nodes { tasks(first: 200) { nodes { id } } } } } } }"
                .to_owned(),
        ),
        (
            "fragments",
            format!(
                "{{ ...F0 }} {} fragment F30 on Query {{ viewer {{ id }} }}",
                (0..30).map(|n| format!("fragment F{n} on Query {{ ...F{0} ...F{0} }} ", n + 1)).collect::<String>()
            ),
        ),
        ("length", format!("{{ viewer {{ id }} }} #{}", "x".repeat(100_001))),
    ];
    for (name, document) in documents {
        let answer = company.bob.send(&document, json!({})).await;
        assert_eq!(
            code(&answer),
            "TOO_COMPLEX",
            "{name}: {}",
            answer.to_string().chars().take(300).collect::<String>()
        );
    }
    let variables = format!(
        "{{\"query\": \"query($v: JSON) {{ viewer {{ id }} }}\", \"variables\": {{\"v\": {}1{}}}}}",
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    let answer = company
        .bob
        .http()
        .post(company.bob.url("/graphql"))
        .header("content-type", "application/json")
        .body(variables)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 400);
    let body = "x".repeat(2 * 1024 * 1024);
    let answer = company
        .bob
        .http()
        .post(company.bob.url("/graphql"))
        .header("content-type", "application/json")
        .body(body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 413);
    // The server is still there, and says what operations cost.
    let answer = company.bob.send("{ deals(first: 10) { nodes { id } } }", json!({})).await;
    assert_eq!(answer["extensions"]["cost"]["requested"], 12);
    assert!(answer["extensions"]["cost"]["limit"].as_u64().unwrap() >= 12);
}

#[tokio::test]
async fn documents_that_are_none_are_refused() {
    let company = Company::start(Store::Sqlite).await;
    for document in [
        "",
        "{",
        "{ }",
        "}",
        "query",
        "{ nothing }",
        "{ viewer }",
        "{ viewer { id { x } } }",
        "{ deals(nothing: 1) { totalCount } }",
        "query A { viewer { id } } query B { viewer { id } }",
        "\0",
    ] {
        let (status, answer) = post(&company.bob, &json!({ "query": document })).await;
        assert_eq!(code(&answer), "BAD_USER_INPUT", "{document}");
        assert!(answer.get("data").is_none(), "{document}: {answer}");
        assert!([200, 400].contains(&status), "{document}: {status}");
        let accept =
            company.bob.http().post(company.bob.url("/graphql")).header("accept", "application/graphql-response+json");
        assert_eq!(accept.json(&json!({ "query": document })).send().await.unwrap().status(), 400, "{document}");
    }
    for body in [
        json!([]),
        json!({}),
        json!({ "query": 1 }),
        json!({ "query": "{ viewer { id } }", "variables": 1 }),
        json!({ "query": "{ viewer { id } }", "operationName": "None" }),
    ] {
        let (_, answer) = post(&company.bob, &body).await;
        assert_eq!(code(&answer), "BAD_USER_INPUT", "{body}");
    }
    let get = |query: &str| company.bob.http().get(company.bob.url(&format!("/graphql?query={query}")));
    assert_eq!(get("{viewer{id}}").send().await.unwrap().status(), 200);
    assert_eq!(get("mutation{signOut}").send().await.unwrap().status(), 405);
    assert_eq!(company.bob.http().delete(company.bob.url("/graphql")).send().await.unwrap().status(), 405);
}

#[tokio::test]
async fn mutations_from_other_sites_are_refused() {
    let company = Company::start(Store::Sqlite).await;
    let cookie = company.bob.cookie.clone().unwrap();
    let plain = reqwest::Client::new();
    for document in [
        "mutation { signOut }",
        "mutation { signIn(input: { email: \"a\", password: \"b\" }) { viewer { id } } }",
        "mutation { createDeal(input: { name: \"Forged\" }) { deal { id } } }",
    ] {
        let request = plain.post(company.bob.url("/graphql")).header("cookie", &cookie);
        let answer = request.json(&json!({ "query": document })).send().await.unwrap();
        assert_eq!(answer.status(), 403, "{document}");
        assert_eq!(code(&answer.json().await.unwrap()), "FORBIDDEN", "{document}");
        // What a form of another page can send is not even read.
        let form =
            plain.post(company.bob.url("/graphql")).header("cookie", &cookie).header("content-type", "text/plain");
        let answer = form.body(json!({ "query": document }).to_string()).send().await.unwrap();
        assert_eq!(answer.status(), 415, "{document}");
    }
    let query = plain
        .post(company.bob.url("/graphql"))
        .header("cookie", &cookie)
        .json(&json!({ "query": "{ viewer { id } }" }));
    assert_eq!(
        query.send().await.unwrap().json::<Json>().await.unwrap()["data"]["viewer"]["id"],
        json!(company.bob.id)
    );
    assert_eq!(company.bob.ask("{ deals { totalCount } }", json!({})).await["deals"]["totalCount"], 0);
}

#[tokio::test]
async fn a_page_is_told_from_a_database_that_is_gone() {
    let server = Server::start(Store::Sqlite).await;
    let stranger = Person::stranger(&server);
    for path in ["/healthz", "/readyz"] {
        assert_eq!(stranger.http().get(stranger.url(path)).send().await.unwrap().status(), 200, "{path}");
    }
    server.database.close().await.unwrap();
    assert_eq!(stranger.http().get(stranger.url("/readyz")).send().await.unwrap().status(), 503);
    assert_eq!(stranger.http().get(stranger.url("/healthz")).send().await.unwrap().status(), 200);
    let answer = stranger
        .send("mutation { signIn(input: { email: \"a@b\", password: \"c\" }) { viewer { id } } }", json!({}))
        .await;
    assert_eq!(code(&answer), "INTERNAL");
    assert!(answer["errors"][0]["extensions"]["requestId"].is_string(), "{answer}");
    assert_eq!(answer["data"], json!({ "signIn": null }), "{answer}");
}
