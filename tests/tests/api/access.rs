//! Coming in: sessions, access tokens, wrong passwords, and rights that changed a moment ago.

use serde_json::{Value as Json, json};
use tundish_application::organisation::{SetUp, set_up};
use tundish_tests::{Company, MovingClock, Person, Server, Store, on_both, people::PASSWORD};

const MAKE_TOKEN: &str = "mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) \
                          { accessToken { id } secret userErrors { code path } } }";

async fn token(person: &Person, scope: &str, expires: &str) -> Json {
    let input = json!({ "name": "program", "scope": scope, "expiresAt": expires });
    person.ask(MAKE_TOKEN, json!({ "input": input })).await["createAccessToken"].take()
}

fn program(company: &Company, token: &Json) -> Person {
    Person::program(&company.server, token["secret"].as_str().unwrap())
}

async fn sign_in(person: &Person, email: &str, password: &str) -> Json {
    let document =
        "mutation($input: SignInInput!) { signIn(input: $input) { viewer { id } userErrors { code path message } } }";
    person.ask(document, json!({ "input": { "email": email, "password": password } })).await["signIn"].take()
}

/// The status and the code of an answer to a query.
async fn asked(person: &Person) -> (u16, Json) {
    let request = person.http().post(person.url("/graphql")).json(&json!({ "query": "{ deals { totalCount } }" }));
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let answer: Json = answer.json().await.unwrap();
    (status, answer["errors"][0]["extensions"]["code"].clone())
}

on_both! {
    async fn sessions_are_listed_and_ended_one_by_one(company: Company) {
        let phone = Person::sign_in(&company.server, "bob@example.com").await;
        let list = "{ sessions { id current userAgent createdAt lastSeenAt expiresAt } }";
        let sessions = company.bob.ask(list, json!({})).await["sessions"].take();
        assert_eq!(sessions.as_array().unwrap().len(), 2);
        let current = |sessions: &Json| sessions.as_array().unwrap().iter().filter(|session| session["current"] == true).count();
        assert_eq!(current(&sessions), 1);
        let other = sessions.as_array().unwrap().iter().find(|session| session["current"] == false).unwrap()["id"].clone();
        let revoke = "mutation($id: ID!) { revokeSession(id: $id) { userErrors { code } } }";
        // Nobody ends somebody else's, not even the administrator.
        assert_eq!(company.admin.refused(revoke, json!({ "id": other })).await, "NOT_FOUND");
        company.bob.ask(revoke, json!({ "id": other })).await;
        assert_eq!(phone.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(phone.ask("{ viewer { id } }", json!({})).await["viewer"], Json::Null);
        assert_eq!(company.bob.ask(list, json!({})).await["sessions"].as_array().unwrap().len(), 1);
    }

    async fn signing_out_ends_the_session_also_for_whoever_kept_the_cookie(company: Company) {
        let kept = company.bob.at(&company.server);
        assert_eq!(asked(&kept).await.0, 200);
        assert_eq!(company.bob.ask("mutation { signOut }", json!({})).await["signOut"], true);
        assert_eq!(kept.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(company.bob.ask("mutation { signOut }", json!({})).await["signOut"], false);
    }

    async fn a_new_password_ends_the_other_sessions(company: Company) {
        let phone = Person::sign_in(&company.server, "bob@example.com").await;
        let document = "mutation($old: String!, $new: String!) { changePassword(input: { currentPassword: $old, newPassword: $new }) { userErrors { code path } } }";
        let change = async |old: &str, new: &str| company.bob.ask(document, json!({ "old": old, "new": new })).await["changePassword"]["userErrors"].take();
        assert_eq!(change("wrong", "a new password").await, json!([{ "code": "INVALID_CREDENTIALS", "path": ["currentPassword"] }]));
        assert_eq!(change(PASSWORD, "short").await, json!([{ "code": "OUT_OF_RANGE", "path": ["newPassword"] }]));
        assert_eq!(asked(&phone).await, (200, Json::Null));
        assert_eq!(change(PASSWORD, "a new password").await, json!([]));
        assert_eq!(phone.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(asked(&company.bob).await, (200, Json::Null));
        let stranger = Person::stranger(&company.server);
        assert_eq!(sign_in(&stranger, "bob@example.com", PASSWORD).await["userErrors"][0]["code"], "INVALID_CREDENTIALS");
        assert_eq!(sign_in(&stranger, "BOB@example.com ", "a new password").await["viewer"]["id"], json!(company.bob.id));
    }

    async fn a_password_set_by_an_administrator_ends_the_persons_sessions_and_tokens(company: Company) {
        let phone = Person::sign_in(&company.server, "bob@example.com").await;
        let program = program(&company, &token(&company.bob, "READ", "2999-01-01T00:00:00Z").await);
        let document = "mutation($id: ID!, $password: String!) { updateUser(id: $id, input: { password: $password }) { userErrors { code path } } }";
        let set = async |id: &str, password: &str| company.admin.ask(document, json!({ "id": id, "password": password })).await["updateUser"]["userErrors"].take();
        assert_eq!(set(&company.bob.id, "short").await[0]["code"], "OUT_OF_RANGE");
        assert_eq!(asked(&phone).await, (200, Json::Null));
        assert_eq!(set(&company.bob.id, "a new password").await, json!([]));
        for ended in [&phone, &company.bob] {
            assert_eq!(ended.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        }
        assert_eq!(asked(&program).await, (401, json!("UNAUTHENTICATED")));
        assert_eq!(asked(&company.eve).await, (200, Json::Null));
        assert_eq!(sign_in(&phone, "bob@example.com", "a new password").await["viewer"]["id"], json!(company.bob.id));
        // The own one, set that way, leaves the session of the request and the programs.
        let own = self::program(&company, &token(&company.admin, "READ", "2999-01-01T00:00:00Z").await);
        let elsewhere = Person::sign_in(&company.server, "admin@example.com").await;
        assert_eq!(set(&company.admin.id, "a new password").await, json!([]));
        assert_eq!(elsewhere.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(asked(&company.admin).await, (200, Json::Null));
        assert_eq!(asked(&own).await, (200, Json::Null));
    }

    async fn tokens_do_what_their_scope_says_until_they_are_revoked(company: Company) {
        let reading = token(&company.bob, "READ", "2999-01-01T00:00:00Z").await;
        let reader = program(&company, &reading);
        let writer = program(&company, &token(&company.bob, "WRITE", "2999-01-01T00:00:00Z").await);
        let create = "mutation { createDeal(input: { name: \"By a program\" }) { deal { id owner { id } } userErrors { code } } }";
        assert_eq!(reader.refused(create, json!({})).await, "FORBIDDEN");
        // A program needs no header against forgery, and is the person.
        assert_eq!(writer.ask(create, json!({})).await["createDeal"]["deal"]["owner"]["id"], json!(company.bob.id));
        assert_eq!(reader.ask("{ deals { totalCount } }", json!({})).await["deals"]["totalCount"], 1);
        let list = "{ accessTokens { id name scope lastUsedAt } }";
        assert_eq!(company.admin.ask(list, json!({})).await["accessTokens"], json!([]));
        let tokens = company.bob.ask(list, json!({})).await["accessTokens"].take();
        assert!(tokens.as_array().unwrap().iter().all(|token| token["lastUsedAt"].is_string()), "{tokens}");
        assert!(!tokens.to_string().contains(reading["secret"].as_str().unwrap()));
        let revoke = "mutation($id: ID!) { revokeAccessToken(id: $id) { userErrors { code } } }";
        let id = &reading["accessToken"]["id"];
        assert_eq!(company.eve.refused(revoke, json!({ "id": id })).await, "NOT_FOUND");
        company.bob.ask(revoke, json!({ "id": id })).await;
        assert_eq!(asked(&reader).await, (401, json!("UNAUTHENTICATED")));
        assert_eq!(asked(&writer).await, (200, Json::Null));
        for wrong in ["", "tundish_", "wrong", "tundish_0000"] {
            assert_eq!(asked(&Person::program(&company.server, wrong)).await, (401, json!("UNAUTHENTICATED")), "{wrong}");
        }
        let input = json!({ "name": "another", "scope": "WRITE", "expiresAt": "2999-01-01T00:00:00Z" });
        assert_eq!(writer.refused(MAKE_TOKEN, json!({ "input": input })).await, "FORBIDDEN", "no program makes itself another");
        let past = token(&company.bob, "READ", "2020-01-01T00:00:00Z").await;
        assert_eq!((&past["secret"], &past["userErrors"]), (&Json::Null, &json!([{ "code": "OUT_OF_RANGE", "path": ["expiresAt"] }])));
    }

    async fn who_leaves_is_out_at_once(company: Company) {
        let program = program(&company, &token(&company.bob, "READ", "2999-01-01T00:00:00Z").await);
        let document = "mutation($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userErrors { code } } }";
        company.admin.ask(document, json!({ "id": company.bob.id, "input": { "active": false } })).await;
        assert_eq!(company.bob.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(asked(&program).await, (401, json!("UNAUTHENTICATED")));
        let stranger = Person::stranger(&company.server);
        let refused = sign_in(&stranger, "bob@example.com", PASSWORD).await;
        assert_eq!(refused["userErrors"][0]["code"], "INVALID_CREDENTIALS", "{refused}");
        // Who comes back signs in anew.
        company.admin.ask(document, json!({ "id": company.bob.id, "input": { "active": true } })).await;
        assert_eq!(company.bob.refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(asked(&program).await, (401, json!("UNAUTHENTICATED")));
        assert_eq!(sign_in(&stranger, "bob@example.com", PASSWORD).await["viewer"]["id"], json!(company.bob.id));
    }

    async fn the_last_two_administrators_do_not_take_it_from_each_other(company: Company) {
        let user = json!({ "name": "Second", "email": "second@example.com", "password": PASSWORD, "roleKey": "administrator" });
        company.admin.create("User", user).await;
        let second = Person::sign_in(&company.server, "second@example.com").await;
        let document = "mutation($id: ID!, $role: String!) { updateUser(id: $id, input: { roleKey: $role }) { userErrors { code } } }";
        let demote = |id: &str| json!({ "id": id, "role": "representative" });
        for _ in 0..5 {
            let _ = tokio::join!(company.admin.send(document, demote(&second.id)), second.send(document, demote(&company.admin.id)));
            let me = async |person: &Person| person.ask("{ viewer { roleKey } }", json!({})).await["viewer"]["roleKey"].take();
            let (one, other) = (me(&company.admin).await, me(&second).await);
            assert!(one == "administrator" || other == "administrator", "nobody is left");
            let (left, gone) = if one == "administrator" { (&company.admin, &second) } else { (&second, &company.admin) };
            let alone = left.ask(document, demote(&left.id)).await;
            if other != one {
                assert_eq!(alone["updateUser"]["userErrors"], json!([{ "code": "IN_USE" }]));
                left.ask(document, json!({ "id": gone.id, "role": "administrator" })).await;
            }
        }
    }

    async fn rights_that_changed_a_moment_ago_count(company: Company) {
        let deal = company.eve.create("Deal", json!({ "name": "Of Eve" })).await;
        let seen = async || company.bob.ask("query($id: ID!) { deal(id: $id) { viewerCan } }", json!({ "id": deal })).await["deal"].take();
        assert_eq!(seen().await, Json::Null);
        let document = "mutation($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userErrors { code } } }";
        company.admin.ask(document, json!({ "id": company.bob.id, "input": { "roleKey": "manager" } })).await;
        assert_eq!(seen().await["viewerCan"], json!(["UPDATE", "ASSIGN", "DELETE"]));
        company.admin.ask(document, json!({ "id": company.eve.id, "input": { "teamId": company.teams[1] } })).await;
        assert_eq!(seen().await, Json::Null);
        let team = "mutation($id: ID!, $input: UpdateTeamInput!) { updateTeam(id: $id, input: $input) { userErrors { code } } }";
        company.admin.ask(team, json!({ "id": company.teams[1], "input": { "parentId": company.teams[0] } })).await;
        assert_eq!(seen().await["viewerCan"], json!(["UPDATE", "ASSIGN", "DELETE"]));
    }
}

#[tokio::test]
async fn the_own_password_cannot_be_guessed_by_changing_it() {
    let company = Company::start_at(Store::Sqlite, &MovingClock::default()).await;
    let document =
        "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code path } } }";
    let change = async |current: &str| {
        let input = json!({ "currentPassword": current, "newPassword": "another horse battery" });
        company.bob.ask(document, json!({ "input": input })).await["changePassword"]["userErrors"].take()
    };
    for _ in 0..5 {
        assert_eq!(change("wrong").await, json!([{ "code": "INVALID_CREDENTIALS", "path": ["currentPassword"] }]));
    }
    assert_eq!(change(PASSWORD).await, json!([{ "code": "THROTTLED", "path": ["currentPassword"] }]));
}

#[tokio::test]
async fn wrong_passwords_make_wait_longer_and_longer() {
    let clock = MovingClock::default();
    let company = Company::start_at(Store::Sqlite, &clock).await;
    let stranger = Person::stranger(&company.server);
    let code = async |email: &str, password: &str| {
        sign_in(&stranger, email, password).await.pointer("/userErrors/0/code").cloned().unwrap_or_default()
    };
    for _ in 0..5 {
        assert_eq!(code("bob@example.com", "wrong").await, "INVALID_CREDENTIALS");
    }
    // Also with the right password, so that nobody learns that it was right.
    assert_eq!(code("bob@example.com", PASSWORD).await, "THROTTLED");
    // Another account is not locked out by that.
    assert_eq!(code("eve@example.com", PASSWORD).await, Json::Null);
    clock.forward(2);
    assert_eq!(code("bob@example.com", "wrong").await, "INVALID_CREDENTIALS");
    clock.forward(1);
    assert_eq!(code("bob@example.com", PASSWORD).await, "THROTTLED");
    clock.forward(4);
    assert_eq!(code("bob@example.com", PASSWORD).await, Json::Null);
    assert_eq!(code("bob@example.com", "wrong").await, "INVALID_CREDENTIALS");
    assert_eq!(code("bob@example.com", PASSWORD).await, Json::Null);
    // Whoever tries many accounts from one place waits too.
    for n in 0..30 {
        code(&format!("unknown{n}@example.com"), "wrong").await;
    }
    assert_eq!(code("unknown99@example.com", "wrong").await, "THROTTLED");
    clock.forward(16 * 60);
    assert_eq!(code("unknown99@example.com", "wrong").await, "INVALID_CREDENTIALS");
}

#[tokio::test]
async fn attempts_that_come_together_are_no_more_than_those_that_follow_each_other() {
    let company = Company::start(Store::Sqlite).await;
    let stranger = Person::stranger(&company.server);
    let together = (0..30).map(|_| sign_in(&stranger, "bob@example.com", "wrong"));
    let answers = futures::future::join_all(together).await;
    let of = |code: &str| answers.iter().filter(|answer| answer["userErrors"][0]["code"] == code).count();
    assert_eq!((of("INVALID_CREDENTIALS"), of("THROTTLED")), (5, 25));
    // Those who know their passwords are let in together.
    let together = (0..4).map(|_| sign_in(&stranger, "eve@example.com", PASSWORD));
    for answer in futures::future::join_all(together).await {
        assert_eq!(answer["userErrors"], json!([]));
    }
}

#[tokio::test]
async fn sessions_and_tokens_end_by_themselves() {
    let clock = MovingClock::default();
    let company = Company::start_at(Store::Sqlite, &clock).await;
    let tomorrow = (chrono::Utc::now() + chrono::TimeDelta::days(1)).to_rfc3339();
    let program = program(&company, &token(&company.bob, "READ", &tomorrow).await);
    assert_eq!(asked(&program).await, (200, Json::Null));
    clock.forward(25 * 60 * 60);
    assert_eq!(asked(&program).await, (401, json!("UNAUTHENTICATED")));
    assert_eq!(asked(&company.bob).await, (200, Json::Null));
    clock.forward(31 * 24 * 60 * 60);
    assert_eq!(asked(&company.bob).await.1, json!("UNAUTHENTICATED"));
}

on_both! {
    async fn of_those_who_set_up_the_company_at_once_one_does(server: Server) {
        let founding = |name: &str| SetUp {
            company_name: name.to_owned(),
            base_currency: "CNY".to_owned(),
            time_zone: "Asia/Shanghai".to_owned(),
            fiscal_year_start_month: 1,
            language: "zh-CN".to_owned(),
            name: "管理员".to_owned(),
            email: format!("{name}@example.com"),
            password: PASSWORD.to_owned(),
        };
        let (first, second) = (founding("first"), founding("second"));
        let (first, second) = tokio::join!(
            set_up(&server.database, &server.gate, &first, "", None),
            set_up(&server.database, &server.gate, &second, "", None),
        );
        assert_ne!(first.is_ok(), second.is_ok());
    }
}

#[tokio::test]
async fn the_company_is_set_up_once_with_the_token_that_the_server_printed() {
    let server = tundish_tests::Server::start(Store::Sqlite).await;
    let stranger = Person::stranger(&server);
    let token = server.gate.set_up_token();
    let document =
        "mutation($input: SetUpInput!) { setUp(input: $input) { viewer { roleKey } userErrors { code path } } }";
    let set_up = async |token: &str| {
        let input = json!({ "token": token, "companyName": "通达", "baseCurrency": "CNY", "timeZone": "Asia/Shanghai", "language": "zh-CN", "name": "管理员", "email": "admin@example.com", "password": PASSWORD });
        stranger.ask(document, json!({ "input": input })).await["setUp"].take()
    };
    assert_eq!(set_up("wrong").await["userErrors"], json!([{ "code": "INVALID", "path": ["token"] }]));
    assert_eq!(set_up(&token).await["viewer"]["roleKey"], "administrator");
    let again = set_up(&token).await;
    assert!(again["viewer"].is_null() && !again["userErrors"].as_array().unwrap().is_empty(), "{again}");
}
