//! Runs of imports: their course, their progress, and what becomes of them when they are stopped.

use std::{
    io::Read,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::{SinkExt, StreamExt, future::BoxFuture};
use serde_json::{Value as Json, json};
use tokio::{
    sync::{Semaphore, watch},
    task::JoinHandle,
};
use tokio_tungstenite::{
    connect_async,
    tungstenite::{Message, client::IntoClientRequest, http::HeaderValue},
};
use tundish_application::{
    records::{
        Actor, Code, Failure, Outcome, Text,
        import::Progress,
        import_runs::{Engine, EngineRun, ImportEngine, ImportHook, RefusedRow, work},
    },
    store::{Database, activities::Note, records::StoreError},
};
use tundish_domain::{kernel::ids::NoteId, organisation::Language};
use tundish_tests::{Company, Person, on_both};

use crate::{
    jobs::QUICK,
    uploads::{sent, token},
};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_mins(1);

/// An engine that makes a note of every line, two lines a batch. A line `!` is refused.
struct Lines {
    /// How many batches may still be written.
    allowed: Semaphore,
    /// How many runs fail by our fault before they begin.
    failures: AtomicUsize,
    /// Where each run began.
    runs: Mutex<Vec<Progress>>,
}

impl Lines {
    fn new(allowed: usize, failures: usize) -> Arc<Self> {
        Arc::new(Self {
            allowed: Semaphore::new(allowed),
            failures: AtomicUsize::new(failures),
            runs: Mutex::default(),
        })
    }

    async fn write(&self, actor: &Actor, run: EngineRun, hook: &dyn ImportHook) -> Outcome<()> {
        self.runs.lock().unwrap().push(run.resume);
        if run.mapping.contains("impossible") {
            return Err(Failure::at(Code::Invalid, "mapping", Text::Required));
        }
        if self.failures.try_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
            return Err(Failure::Internal(StoreError::Closed));
        }
        let mut text = String::new();
        let mut file = run.file;
        file.read_to_string(&mut text).unwrap();
        let mut lines = text.lines();
        hook.columns(&[lines.next().unwrap().to_owned()]);
        let rows: Vec<(u64, &str)> = (1..).zip(lines).skip(usize::try_from(run.resume.read).unwrap()).collect();
        let mut progress = run.resume;
        for batch in rows.chunks(2) {
            self.allowed.acquire().await.unwrap().forget();
            let uow = actor.begin().await?;
            let mut refused = Vec::new();
            for (number, line) in batch {
                if *line == "!" {
                    let number = i64::try_from(*number).unwrap();
                    refused.push(RefusedRow {
                        number,
                        reasons: [(Language::English, "no, \"never\"".to_owned())].into(),
                        cells: vec!["!".to_owned()],
                    });
                } else if !run.dry_run {
                    uow.insert(note(&uow, line)).await?;
                }
                progress.read = *number;
                progress.bytes += line.len() as u64 + 1;
            }
            progress.refused += refused.len() as u64;
            progress.created += (batch.len() - refused.len()) as u64;
            hook.batch_done(&uow, &progress, &refused).await?;
            uow.commit().await?;
        }
        Ok(())
    }
}

impl ImportEngine for Lines {
    fn run<'a>(&'a self, actor: &'a Actor, run: EngineRun, hook: &'a dyn ImportHook) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(self.write(actor, run, hook))
    }
}

fn note(uow: &tundish_application::store::records::UnitOfWork, body: &str) -> Note {
    Note {
        id: NoteId(uow.new_id()),
        body: body.to_owned(),
        deal_id: None,
        account_id: None,
        contact_id: None,
        owner_id: Some(uow.viewer().user),
        created_at: uow.now(),
        updated_at: uow.now(),
        deleted_at: None,
        deletion_id: None,
        version: 0,
    }
}

/// A worker with an engine.
struct Working {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Working {
    fn start<E: ImportEngine>(database: &Arc<Database>, engine: &Arc<E>) -> Self {
        let (stop, stopping) = watch::channel(false);
        let engine: Arc<dyn ImportEngine> = Arc::clone(engine) as _;
        Self { stop, task: tokio::spawn(work(Arc::clone(database), engine, QUICK, stopping)) }
    }

    async fn kill(self) {
        self.task.abort();
        assert!(self.task.await.unwrap_err().is_cancelled());
    }

    async fn stop(self) {
        self.stop.send_replace(true);
        tokio::time::timeout(PATIENCE, self.task).await.expect("an end in time").unwrap();
    }
}

async fn try_start(person: &Person, upload: &str, mapping: &str, dry_run: bool) -> Json {
    let document = "mutation($input: StartImportInput!) { startImport(input: $input) { import { id state name target } userErrors { code path } } }";
    let input = json!({ "uploadId": upload, "mapping": mapping, "dryRun": dry_run });
    person.ask(document, json!({ "input": input })).await["startImport"].take()
}

async fn start(person: &Person, upload: &str, dry_run: bool) -> String {
    let payload = try_start(person, upload, "kind = \"Note\"", dry_run).await;
    assert_eq!(payload["userErrors"], json!([]));
    payload["import"]["id"].as_str().unwrap().to_owned()
}

async fn import(person: &Person, id: &str) -> Json {
    let document = "query($id: ID!) { import(id: $id) { name target state dryRun rowsRead rowsCreated rowsUpdated rowsUnchanged rowsRefused bytesRead bytesTotal \
                    failure refusedUrl startedBy { name } finishedAt version viewerCan } }";
    person.ask(document, json!({ "id": id })).await["import"].take()
}

/// The import, once it looks like that.
async fn until(company: &Company, id: &str, looks: impl Fn(&Json) -> bool) -> Json {
    let mut news = company.server.database.news();
    loop {
        news.borrow_and_update();
        let import = import(&company.admin, id).await;
        if looks(&import) {
            return import;
        }
        let told = tokio::time::timeout(PATIENCE, news.changed()).await;
        assert!(told.is_ok(), "it stays as it is: {import}");
    }
}

async fn ended(company: &Company, id: &str, state: &str) -> Json {
    let import = until(company, id, |import| import["finishedAt"].is_string()).await;
    assert_eq!(import["state"], state, "{import}");
    import
}

async fn notes(company: &Company) -> Vec<String> {
    let data = company.admin.ask("{ notes(orderBy: [{ field: BODY }]) { nodes { body } } }", json!({})).await;
    data["notes"]["nodes"].as_array().unwrap().iter().map(|note| note["body"].as_str().unwrap().to_owned()).collect()
}

async fn cancel(person: &Person, id: &str) -> Json {
    let document = "mutation($id: ID!) { cancelImport(id: $id) { import { state } userErrors { code path } } }";
    person.ask(document, json!({ "id": id })).await["cancelImport"].take()
}

on_both! {
    async fn an_import_waits_runs_and_is_done_and_its_refused_rows_can_be_had(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\none\n!\nthree\n").await;
        let id = start(&company.admin, &upload, false).await;
        let waiting = import(&company.admin, &id).await;
        assert_eq!((&waiting["state"], &waiting["bytesTotal"], &waiting["refusedUrl"]), (&json!("WAITING"), &json!(17), &Json::Null));
        let working = Working::start(&company.server.database, &Lines::new(9, 0));
        let done = ended(&company, &id, "DONE").await;
        let told = ["name", "target", "dryRun", "rowsRead", "rowsCreated", "rowsRefused", "bytesRead", "failure", "viewerCan"].map(|key| done[key].clone());
        assert_eq!(Json::from(told.to_vec()), json!(["notes.csv", "NOTE", false, 3, 2, 1, 12, null, ["UPDATE"]]));
        assert_eq!(done["startedBy"]["name"], "Admin");
        assert_eq!(notes(&company).await, ["one", "three"]);

        let url = done["refusedUrl"].as_str().unwrap();
        let response = company.admin.http().get(company.admin.url(url)).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/csv; charset=utf-8");
        assert_eq!(response.text().await.unwrap(), "\u{FEFF}row,reason,text\n2,\"no, \"\"never\"\"\",!\n");
        let stranger = Person::stranger(&company.server);
        for (person, status) in [(&company.ann, 404), (&stranger, 401)] {
            assert_eq!(person.http().get(person.url(url)).send().await.unwrap().status(), status);
        }
        let again = try_start(&company.admin, &upload, "kind = \"Note\"", false).await;
        assert_eq!(again["userErrors"], json!([{ "code": "NOT_FOUND", "path": ["uploadId"] }]), "a file that is done with goes");
        working.stop().await;
    }

    async fn reasons_are_told_in_the_language_of_who_asks(company: Company) {
        let admin = &company.admin;
        let speak = async |language: &str| {
            let document = "mutation($id: ID!, $language: String) { updateUser(id: $id, input: { language: $language }) { userErrors { code } } }";
            admin.ask(document, json!({ "id": admin.id, "language": language })).await;
        };
        let look = "query($id: ID!) { importPreview(uploadId: $id) { refused { number reason } } }";
        let upload = sent(admin, "accounts.csv", "name,city\nAcme,Bern\nZenith,Oslo,Rome\n").await;
        let workbook = sent(admin, "accounts.xlsx", "PK\u{3}\u{4}").await;
        let mapping = "kind = \"Account\"\nexternal_id = { source = \"old\", column = \"name\" }\nfields.name.column = \"name\"";
        let working = Working::start(&company.server.database, &Arc::new(Engine));
        let started = try_start(admin, &upload, mapping, true).await;
        let done = ended(&company, started["import"]["id"].as_str().unwrap(), "DONE").await;
        assert_eq!(done["rowsRefused"], 1);
        let url = admin.url(done["refusedUrl"].as_str().unwrap());
        for (language, reason, unreadable) in [
            ("zh-CN", "该行有 3 个单元格，表头只有 2 个。", "文件无法导入：文件是Excel 或 OpenDocument 工作簿"),
            ("en", "the row has 3 cells, the header 2.", "The file cannot be imported: the file is an Excel or OpenDocument workbook"),
        ] {
            speak(language).await;
            let preview = admin.ask(look, json!({ "id": upload })).await;
            assert_eq!(preview["importPreview"]["refused"], json!([{ "number": 2, "reason": reason }]));
            let refused = admin.send(look, json!({ "id": workbook })).await["errors"][0].take();
            assert_eq!(refused["extensions"]["code"], "BAD_USER_INPUT");
            assert!(refused["message"].as_str().unwrap().starts_with(unreadable), "{refused}");
            let file = admin.http().get(&url).send().await.unwrap().text().await.unwrap();
            assert!(file.contains(reason), "{file}");
        }
        // A mapping that does not fit is told in the language of who started it.
        speak("zh-CN").await;
        let wrong = mapping.replace("fields.name.column = \"name\"", "fields.name.column = \"title\"");
        let started = try_start(admin, &upload, &wrong, true).await;
        let failed = ended(&company, started["import"]["id"].as_str().unwrap(), "FAILED").await;
        assert!(failed["failure"].as_str().unwrap().contains("文件中没有列“title”"), "{failed}");
        working.stop().await;
    }

    async fn only_administrators_import_and_see_imports(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\none\n").await;
        let id = start(&company.admin, &upload, false).await;
        let begin = "mutation($input: StartImportInput!) { startImport(input: $input) { import { id } } }";
        let stop = "mutation($id: ID!) { cancelImport(id: $id) { import { id } } }";
        for person in [&company.ann, &company.bob] {
            let input = json!({ "uploadId": upload, "mapping": "kind = \"Note\"" });
            assert_eq!(person.refused(begin, json!({ "input": input })).await, "FORBIDDEN");
            assert_eq!(person.refused(stop, json!({ "id": id })).await, "NOT_FOUND");
            let seen = person.ask("query($id: ID!) { import(id: $id) { id } node(id: $id) { id } imports { totalCount } }", json!({ "id": id })).await;
            assert_eq!(seen, json!({ "import": null, "node": null, "imports": { "totalCount": 0 } }));
        }
        let seen = company.admin.ask("query($id: ID!) { node(id: $id) { ... on Import { name } } imports(filter: { state: { eq: WAITING } }) { nodes { id } } }", json!({ "id": id })).await;
        assert_eq!(seen, json!({ "node": { "name": "notes.csv" }, "imports": { "nodes": [{ "id": id }] } }));
        for mapping in ["", "kind = 3", "kind = \"Nothing\""] {
            let refused = try_start(&company.admin, &upload, mapping, false).await;
            assert_eq!(refused, json!({ "import": null, "userErrors": [{ "code": "INVALID", "path": ["mapping"] }] }), "{mapping}");
        }
    }

    async fn a_dry_run_writes_nothing_and_keeps_the_file(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\none\n!\nthree\n").await;
        let id = start(&company.admin, &upload, true).await;
        let working = Working::start(&company.server.database, &Lines::new(9, 0));
        let done = ended(&company, &id, "DONE").await;
        assert_eq!((&done["rowsRead"], &done["rowsCreated"], &done["rowsRefused"]), (&json!(3), &json!(2), &json!(1)));
        assert!(notes(&company).await.is_empty());
        let id = start(&company.admin, &upload, false).await;
        ended(&company, &id, "DONE").await;
        assert_eq!(notes(&company).await, ["one", "three"]);
        working.stop().await;
    }

    async fn a_killed_import_goes_on_behind_its_last_batch(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\na\n!\nc\nd\ne\n").await;
        let id = start(&company.admin, &upload, false).await;
        let engine = Lines::new(1, 0);
        let working = Working::start(&company.server.database, &engine);
        let begun = until(&company, &id, |import| import["rowsRead"] == 2).await;
        assert_eq!(begun["state"], "RUNNING");
        working.kill().await;
        let other = company.server.beside().await;
        let engine = Lines::new(9, 0);
        let working = Working::start(&other.database, &engine);
        let done = ended(&company, &id, "DONE").await;
        let counts = ["rowsRead", "rowsCreated", "rowsRefused"].map(|key| done[key].as_i64().unwrap());
        assert_eq!(counts, [5, 4, 1]);
        assert_eq!(notes(&company).await, ["a", "c", "d", "e"]);
        let resumed = Progress { read: 2, bytes: 4, created: 1, refused: 1, ..Progress::default() };
        assert_eq!(*engine.runs.lock().unwrap(), [resumed]);
        working.stop().await;
    }

    async fn a_cancelled_import_gives_up_its_batch_and_keeps_what_was_written(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\na\nb\nc\nd\n").await;
        let id = start(&company.admin, &upload, false).await;
        let engine = Lines::new(1, 0);
        let working = Working::start(&company.server.database, &engine);
        until(&company, &id, |import| import["rowsRead"] == 2).await;
        assert_eq!(cancel(&company.admin, &id).await, json!({ "import": { "state": "CANCELLED" }, "userErrors": [] }));
        engine.allowed.add_permits(9);
        // The next one is done after that one has ended.
        let next = sent(&company.admin, "notes.csv", "text\nz\n").await;
        let next = start(&company.admin, &next, false).await;
        ended(&company, &next, "DONE").await;
        let cancelled = import(&company.admin, &id).await;
        assert_eq!((&cancelled["state"], &cancelled["rowsRead"], &cancelled["failure"]), (&json!("CANCELLED"), &json!(2), &Json::Null));
        assert!(cancelled["finishedAt"].is_string());
        assert_eq!(notes(&company).await, ["a", "b", "z"]);
        let refused = json!([{ "code": "INVALID", "path": ["id"] }]);
        assert_eq!(cancel(&company.admin, &id).await["userErrors"], refused);
        assert_eq!(cancel(&company.admin, &next).await["userErrors"], refused);
        working.stop().await;
    }

    async fn an_import_cancelled_before_its_turn_never_begins(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\na\n").await;
        let id = start(&company.admin, &upload, false).await;
        cancel(&company.admin, &id).await;
        let engine = Lines::new(9, 0);
        let working = Working::start(&company.server.database, &engine);
        let next = start(&company.admin, &upload, false).await;
        ended(&company, &next, "DONE").await;
        assert_eq!(import(&company.admin, &id).await["state"], "CANCELLED");
        assert_eq!(engine.runs.lock().unwrap().len(), 1);
        working.stop().await;
    }

    async fn our_faults_are_tried_again_the_users_are_told(company: Company) {
        let upload = sent(&company.admin, "notes.csv", "text\na\n").await;
        let engine = Lines::new(9, 1);
        let working = Working::start(&company.server.database, &engine);
        let id = start(&company.admin, &upload, true).await;
        ended(&company, &id, "DONE").await;
        assert_eq!(engine.runs.lock().unwrap().len(), 2);
        let told = try_start(&company.admin, &upload, "kind = \"Note\"\n# impossible", false).await;
        let failed = ended(&company, told["import"]["id"].as_str().unwrap(), "FAILED").await;
        assert_eq!(failed["failure"], "mapping: This must not be empty.");
        assert_eq!(engine.runs.lock().unwrap().len(), 3);
        engine.failures.store(99, Ordering::SeqCst);
        let id = start(&company.admin, &upload, false).await;
        let failed = ended(&company, &id, "FAILED").await;
        assert!(failed["failure"].as_str().unwrap().starts_with("Something went wrong"), "{failed}");
        working.stop().await;
    }

    async fn progress_is_followed_as_one_event_a_batch(company: Company) {
        let mut events = follow(&company.admin).await;
        let upload = sent(&company.admin, "notes.csv", "text\na\nb\nc\nd\n").await;
        let id = start(&company.admin, &upload, false).await;
        let working = Working::start(&company.server.database, &Lines::new(9, 0));
        let mut seen = Vec::new();
        loop {
            let event = next_event(&mut events).await;
            assert_eq!(event["recordId"], json!(id));
            let to = |field: &str| {
                let change = event["changes"].as_array().unwrap().iter().find(|change| change["field"] == field)?;
                change["to"]["value"].as_str().or(change["to"]["number"].as_str()).map(str::to_owned)
            };
            let told = (event["action"].as_str().unwrap().to_owned(), to("state"), to("rowsRead"));
            let last = told.1.as_deref() == Some("DONE");
            seen.push(told);
            if last {
                break;
            }
        }
        let told = |action: &str, state: Option<&str>, read: Option<&str>| (action.to_owned(), state.map(str::to_owned), read.map(str::to_owned));
        assert_eq!(seen, [
            told("CREATED", Some("WAITING"), Some("0")),
            told("UPDATED", Some("RUNNING"), None),
            told("UPDATED", None, Some("2")),
            told("UPDATED", None, Some("4")),
            told("UPDATED", Some("DONE"), None),
        ]);
        working.stop().await;
    }
}

type Socket = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

/// Follows the events of imports.
async fn follow(person: &Person) -> Socket {
    let mut request = person.url("/graphql/ws").replacen("http", "ws", 1).into_client_request().unwrap();
    let bearer = format!("Bearer {}", token(person, "READ").await);
    request.headers_mut().insert("authorization", HeaderValue::from_str(&bearer).unwrap());
    request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("graphql-transport-ws"));
    let (mut socket, _) = connect_async(request).await.unwrap();
    let document = "subscription { recordEvents(kinds: [IMPORT], afterSeq: \"0\") { recordId action changes { field to { ... on TextValue { value } ... on NumberValue { number: value } } } } }";
    for message in [
        json!({ "type": "connection_init" }),
        json!({ "id": "1", "type": "subscribe", "payload": { "query": document } }),
    ] {
        socket.send(Message::text(message.to_string())).await.unwrap();
    }
    socket
}

async fn next_event(socket: &mut Socket) -> Json {
    loop {
        let message = tokio::time::timeout(PATIENCE, socket.next()).await.expect("an event in time").unwrap().unwrap();
        let Message::Text(text) = message else { continue };
        let mut message: Json = serde_json::from_str(&text).unwrap();
        if message["type"] == "next" {
            assert!(message["payload"]["errors"].is_null(), "{message}");
            return message["payload"]["data"]["recordEvents"].take();
        }
    }
}
