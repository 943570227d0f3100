//! The real program is killed while many write: what it has answered is there when it comes back.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::{
    net::TcpListener,
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use reqwest::{
    Client,
    header::{HeaderMap, HeaderValue},
};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

const PASSWORD: &str = "correct horse battery";
const CLIENTS: usize = 32;
/// So many answers before it is killed.
const ANSWERED: usize = 400;

/// A cluster of its own, which waits for the disk.
struct Cluster {
    folder: String,
}

impl Cluster {
    fn script(arguments: &[&str]) -> Output {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgres");
        let output = Command::new(script).args(arguments).output().expect("scripts/postgres");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn start() -> Self {
        let folder = Self::script(&["start", "--durable"]).stdout;
        Self { folder: String::from_utf8(folder).unwrap().trim().to_owned() }
    }

    fn url(&self) -> String {
        format!("postgres://postgres@localhost/postgres?host={}", self.folder)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        Self::script(&["stop", &self.folder]);
    }
}

/// The program on a database.
struct Program {
    folder: TempDir,
    url: Option<String>,
}

impl Program {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tundish"));
        command.args(arguments).env("TUNDISH_DATA_DIR", self.folder.path()).env("TUNDISH_PASSWORD", PASSWORD);
        command.env("TUNDISH_LOG", "error").stdout(Stdio::null());
        match &self.url {
            Some(url) => command.env("DATABASE_URL", url),
            None => command.env_remove("DATABASE_URL"),
        };
        command
    }

    fn set_up(&self) {
        let made = self.command(&["user", "create", "--admin", "--email", "admin@example.com"]).status();
        assert!(made.expect("the program").success());
    }

    /// Starts it and waits until it is ready.
    async fn serve(&self) -> (Child, String) {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = format!("127.0.0.1:{port}");
        let child = self.command(&["serve", "--listen", &address]).spawn().expect("the program");
        let url = format!("http://{address}");
        let started = Instant::now();
        while reqwest::get(format!("{url}/readyz")).await.map_or(true, |answer| !answer.status().is_success()) {
            assert!(started.elapsed() < Duration::from_secs(30), "it does not become ready");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        (child, url)
    }
}

async fn ask(client: &Client, url: &str, document: &str, variables: Json) -> Option<Json> {
    let body = json!({ "query": document, "variables": variables });
    let answer = client.post(format!("{url}/graphql")).json(&body).send().await.ok()?;
    answer.json().await.ok()
}

async fn sign_in(url: &str) -> Client {
    let headers = HeaderMap::from_iter([("x-tundish".parse().unwrap(), HeaderValue::from_static("1"))]);
    let client = Client::builder().cookie_store(true).default_headers(headers).build().unwrap();
    let document = "mutation($input: SignInInput!) { signIn(input: $input) { viewer { id } } }";
    let input = json!({ "email": "admin@example.com", "password": PASSWORD });
    let answer = ask(&client, url, document, json!({ "input": input })).await.unwrap();
    assert!(answer["data"]["signIn"]["viewer"]["id"].is_string(), "{answer}");
    client
}

/// Writes without end, and notes what was answered.
async fn write(client: Client, url: String, answered: Arc<Mutex<Vec<(String, String)>>>, writer: usize) {
    let document = "mutation($name: String!) { createDeal(input: { name: $name }) { deal { id } } }";
    for round in 0_usize.. {
        let name = format!("{writer} {round}");
        let Some(answer) = ask(&client, &url, document, json!({ "name": name })).await else { return };
        match answer["data"]["createDeal"]["deal"]["id"].as_str() {
            Some(id) => answered.lock().unwrap().push((id.to_owned(), name)),
            // Its database went first; what it says then promises nothing.
            None => return,
        }
    }
}

async fn kill_while_many_write(program: &Program, cluster: Option<&Cluster>) {
    program.set_up();
    let mut kept: Vec<(String, String)> = Vec::new();
    for round in 1..=2 {
        let (mut child, url) = program.serve().await;
        let client = sign_in(&url).await;
        let answered = Arc::new(Mutex::new(Vec::new()));
        let writers: Vec<_> = (0..CLIENTS)
            .map(|writer| tokio::spawn(write(client.clone(), url.clone(), Arc::clone(&answered), writer)))
            .collect();
        while answered.lock().unwrap().len() < ANSWERED {
            assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        if let Some(cluster) = cluster {
            Cluster::script(&["kill", &cluster.folder]);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for writer in writers {
            writer.await.unwrap();
        }
        if let Some(cluster) = cluster {
            Cluster::script(&["restart", &cluster.folder]);
        }
        kept.append(&mut answered.lock().unwrap());
        let (mut child, url) = program.serve().await;
        let client = sign_in(&url).await;
        let document = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Deal { name version timeline { edges { node { __typename } } } } } deals { totalCount } }";
        for chunk in kept.chunks(100) {
            let ids: Vec<&String> = chunk.iter().map(|(id, _)| id).collect();
            let answer = ask(&client, &url, document, json!({ "ids": ids })).await.unwrap();
            let nodes = answer["data"]["nodes"].as_array().unwrap_or_else(|| panic!("{answer}"));
            for ((id, name), node) in chunk.iter().zip(nodes) {
                let timeline = json!({ "edges": [{ "node": { "__typename": "RecordEvent" } }] });
                assert_eq!(
                    *node,
                    json!({ "id": id, "name": name, "version": 1, "timeline": timeline }),
                    "round {round}"
                );
            }
            // What was begun and not answered may be there as well, but only whole and once for each client.
            let total = answer["data"]["deals"]["totalCount"].as_u64().unwrap();
            let known = kept.len() as u64;
            assert!((known..=known + (CLIENTS * round) as u64).contains(&total), "{total} of {known}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let doctor = program.command(&["doctor"]).output().unwrap();
    assert!(doctor.status.success(), "{}", String::from_utf8_lossy(&doctor.stderr));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_was_answered_is_lost_on_sqlite() {
    let program = Program { folder: TempDir::new().unwrap(), url: None };
    kill_while_many_write(&program, None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_was_answered_is_lost_on_postgres() {
    let cluster = Cluster::start();
    let program = Program { folder: TempDir::new().unwrap(), url: Some(cluster.url()) };
    kill_while_many_write(&program, Some(&cluster)).await;
}
