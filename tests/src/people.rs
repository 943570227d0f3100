//! A company with people in every role, and what they ask.

use reqwest::header::{HeaderMap, HeaderValue};
use serde_json::{Value as Json, json};
use tundish_application::organisation::{SetUp, set_up};

use crate::server::{MovingClock, Server, Store};

/// The password of everyone.
pub const PASSWORD: &str = "correct horse battery";

/// Somebody with a browser, signed in or not.
#[derive(Clone)]
pub struct Person {
    http: reqwest::Client,
    url: String,
    /// The person's id; empty for strangers.
    pub id: String,
    /// The session's cookie, as a browser sends it.
    pub cookie: Option<String>,
}

impl Person {
    /// Nobody in particular.
    pub fn stranger(server: &Server) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("x-tundish", HeaderValue::from_static("1"));
        let http = reqwest::Client::builder().cookie_store(true).default_headers(headers).build().expect("a client");
        Self { http, url: format!("http://{}", server.address), id: String::new(), cookie: None }
    }

    /// A program with an access token.
    pub fn program(server: &Server, token: &str) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", HeaderValue::from_str(&format!("Bearer {token}")).expect("a token"));
        let http = reqwest::Client::builder().default_headers(headers).build().expect("a client");
        Self { http, url: format!("http://{}", server.address), id: String::new(), cookie: None }
    }

    /// The same person in the same browser at another server, which the session must hold for too.
    #[must_use]
    pub fn at(&self, server: &Server) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("x-tundish", HeaderValue::from_static("1"));
        let cookie = self.cookie.as_deref().expect("somebody signed in");
        headers.insert("cookie", HeaderValue::from_str(cookie).expect("a cookie"));
        let http = reqwest::Client::builder().default_headers(headers).build().expect("a client");
        Self { http, url: format!("http://{}", server.address), ..self.clone() }
    }

    /// Somebody with an e-mail address and the common password.
    pub async fn sign_in(server: &Server, email: &str) -> Self {
        let mut person = Self::stranger(server);
        let document =
            "mutation($input: SignInInput!) { signIn(input: $input) { viewer { id } userErrors { message } } }";
        let variables = json!({ "input": { "email": email, "password": PASSWORD } });
        let request = person.http.post(person.url("/graphql"));
        let answer =
            request.json(&json!({ "query": document, "variables": variables })).send().await.expect("an answer");
        let cookie = answer.headers().get("set-cookie").and_then(|value| value.to_str().ok()).map(str::to_owned);
        person.cookie = cookie.and_then(|cookie| cookie.split(';').next().map(str::to_owned));
        let data: Json = answer.json().await.expect("JSON");
        let viewer = &data["data"]["signIn"]["viewer"];
        person.id = viewer["id"].as_str().unwrap_or_else(|| panic!("{email}: {data}")).to_owned();
        person
    }

    /// The client, for requests of other forms.
    pub const fn http(&self) -> &reqwest::Client {
        &self.http
    }

    /// The address of a path of the server.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// The whole answer to a document.
    pub async fn send(&self, document: &str, variables: Json) -> Json {
        let request = self.http.post(self.url("/graphql")).json(&json!({ "query": document, "variables": variables }));
        request.send().await.expect("an answer").json().await.expect("JSON")
    }

    /// The data of an answer without errors.
    pub async fn ask(&self, document: &str, variables: Json) -> Json {
        let mut answer = self.send(document, variables.clone()).await;
        assert!(answer.get("errors").is_none(), "{document} {variables}: {answer}");
        answer["data"].take()
    }

    /// The code of the first error of an answer.
    pub async fn refused(&self, document: &str, variables: Json) -> String {
        let answer = self.send(document, variables).await;
        answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("{document}: {answer}")).to_owned()
    }

    /// Sends a file and gives the upload's id.
    pub async fn upload(&self, name: &str, bytes: &'static str) -> String {
        let url = self.url(&format!("/uploads?name={name}"));
        let sent = self.http.post(url).body(bytes).send().await.expect("an answer");
        let upload: Json = sent.json().await.expect("JSON");
        upload["id"].as_str().unwrap_or_else(|| panic!("{upload}")).to_owned()
    }

    /// Creates a record and gives its id.
    pub async fn create(&self, kind: &str, input: Json) -> String {
        let payload = self.try_create(kind, input).await;
        assert_eq!(payload["userErrors"], json!([]), "create{kind}");
        let key = kind[..1].to_lowercase() + &kind[1..];
        payload[&key]["id"].as_str().unwrap_or_else(|| panic!("create{kind}: {payload}")).to_owned()
    }

    /// The payload of creating a record.
    pub async fn try_create(&self, kind: &str, input: Json) -> Json {
        let key = kind[..1].to_lowercase() + &kind[1..];
        let document = format!(
            "mutation($input: Create{kind}Input!) {{ payload: create{kind}(input: $input) {{ {key} {{ id }} userErrors {{ code path message }} }} }}"
        );
        self.ask(&document, json!({ "input": input })).await["payload"].take()
    }
}

/// A company: an administrator; a team North under Ann with Bob and Eve; a team South under Cy with Dora. Nobody is in both.
pub struct Company {
    /// The server.
    pub server: Server,
    /// The administrator.
    pub admin: Person,
    /// The manager of North.
    pub ann: Person,
    /// A representative of North.
    pub bob: Person,
    /// Another representative of North.
    pub eve: Person,
    /// The manager of South.
    pub cy: Person,
    /// A representative of South.
    pub dora: Person,
    /// The ids of the teams North and South.
    pub teams: [String; 2],
    /// The ids of the stages of the first pipeline, in their order: four open ones, won, lost.
    pub stages: Vec<String>,
    /// The id of the first pipeline.
    pub pipeline: String,
    /// Which database it is on.
    pub store: Store,
}

impl Company {
    /// Founds the company on a new server.
    pub async fn start(store: Store) -> Self {
        Self::on(Server::start(store).await).await
    }

    /// Founds the company on a new server whose clock the test moves.
    pub async fn start_at(store: Store, clock: &MovingClock) -> Self {
        Self::on(Server::start_at(store, clock.clock()).await).await
    }

    /// Founds the company on an empty server.
    pub async fn on(server: Server) -> Self {
        let store = if server.url.starts_with("postgres") { Store::Postgres } else { Store::Sqlite };
        let company = SetUp {
            company_name: "测试公司".into(),
            base_currency: "CNY".into(),
            time_zone: "Asia/Shanghai".into(),
            fiscal_year_start_month: 1,
            language: "en".into(),
            name: "Admin".into(),
            email: "admin@example.com".into(),
            password: PASSWORD.into(),
        };
        assert!(set_up(&server.database, &server.gate, &company, "", None).await.is_ok());
        let admin = Person::sign_in(&server, "admin@example.com").await;
        let north = admin.create("Team", json!({ "name": "North" })).await;
        let south = admin.create("Team", json!({ "name": "South" })).await;
        let people = [
            ("Ann", "manager", &north),
            ("Bob", "representative", &north),
            ("Eve", "representative", &north),
            ("Cy", "manager", &south),
            ("Dora", "representative", &south),
        ];
        let mut signed_in = Vec::new();
        for (name, role, team) in people {
            let email = format!("{}@example.com", name.to_lowercase());
            let input = json!({ "name": name, "email": email, "password": PASSWORD, "roleKey": role, "teamId": team });
            admin.create("User", input).await;
            signed_in.push(Person::sign_in(&server, &email).await);
        }
        let [ann, bob, eve, cy, dora] = signed_in.try_into().unwrap_or_else(|_| panic!("five people"));
        let pipelines = admin.ask("{ pipelines { id stages { id } } }", json!({})).await;
        let first = &pipelines["pipelines"][0];
        let stages =
            first["stages"].as_array().unwrap().iter().map(|stage| stage["id"].as_str().unwrap().to_owned()).collect();
        let pipeline = first["id"].as_str().unwrap().to_owned();
        Self { server, admin, ann, bob, eve, cy, dora, teams: [north, south], stages, pipeline, store }
    }
}
