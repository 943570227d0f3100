//! Imports: real files as people have them, and what an import promises: nothing twice, nothing dropped, nothing guessed.

mod crm_sales;

use std::{
    fs::File,
    io::{self, Cursor, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use serde_json::{Value as Json, json};
use tundish_application::{
    records::{
        Actor, Failure, Outcome,
        import::{Ending, Mapping, Options, Progress, Refusal, RefusedRows, Watcher, run},
    },
    store::{Database, records::UnitOfWork},
};
use tundish_domain::{organisation::Language, records::EventOrigin};
use tundish_tests::{Company, Person, on_both};
use uuid::Uuid;

/// The test data; where they are absent a test is skipped, and fails with `CI=true`.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see what was skipped")]
fn test_data(folder: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("TUNDISH_TEST_DATA").map_or(beside, PathBuf::from).join(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "the test data are missing: {}", folder.display());
    eprintln!("skipped: no test data in {} (set TUNDISH_TEST_DATA)", folder.display());
    None
}

/// Remembers what it is told, and ends the import in the way that a test wants.
#[derive(Default)]
struct Notes {
    columns: Vec<String>,
    batches: Vec<Progress>,
    refused: Vec<Refusal>,
    /// Stop behind that batch.
    stop_after: Option<usize>,
    /// Fail within that batch: nothing of it may stay.
    fail_in: Option<usize>,
}

impl Watcher for Notes {
    fn opened(&mut self, columns: &[String]) {
        self.columns = columns.to_vec();
    }

    async fn batch_done(
        &mut self,
        _: &UnitOfWork,
        progress: &Progress,
        refused: &[Refusal],
    ) -> Outcome<ControlFlow<()>> {
        if self.fail_in == Some(self.batches.len() + 1) {
            return Err(Failure::BadInput("the power went off".to_owned()));
        }
        self.batches.push(*progress);
        self.refused.extend_from_slice(refused);
        let stop = self.stop_after == Some(self.batches.len());
        Ok(if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }
}

impl Notes {
    /// The refused rows with their reasons.
    fn told(&self) -> Vec<(u64, String)> {
        self.refused.iter().map(|refusal| (refusal.row, refusal.reason(Language::English))).collect()
    }
}

pub(crate) async fn actor(database: &std::sync::Arc<Database>, person: &str) -> Actor {
    let id: Uuid = person.parse().unwrap();
    Actor::of_user(database, id.into(), EventOrigin::User).await.unwrap()
}

pub(crate) async fn import_with<R: Read + Send + 'static>(
    actor: &Actor,
    mapping: &str,
    open: impl Fn() -> io::Result<R> + Send + Sync,
    options: Options,
    notes: &mut impl Watcher,
) -> Outcome<Ending> {
    let mapping = Mapping::parse(mapping).unwrap_or_else(|error| panic!("{error}"));
    run(actor, &mapping, open, options, notes).await
}

/// Imports a text as the administrator of a company; what came of it, and what was said.
async fn import(company: &Company, mapping: &str, text: &str, options: Options) -> (Progress, Notes) {
    let actor = actor(&company.server.database, &company.admin.id).await;
    let mut notes = Notes::default();
    let bytes = text.as_bytes().to_vec();
    let open = move || Ok(Cursor::new(bytes.clone()));
    let ending = import_with(&actor, mapping, open, options, &mut notes).await.unwrap();
    let Ending::Done(progress) = ending else { panic!("stopped: {ending:?}") };
    assert_eq!(progress.read, progress.created + progress.updated + progress.unchanged + progress.refused);
    (progress, notes)
}

fn created(rows: u64) -> Progress {
    Progress { read: rows, created: rows, ..Progress::default() }
}

/// The progress apart from the bytes and from what was read twice.
fn counts(progress: Progress) -> Progress {
    Progress { bytes: 0, links_read: 0, ..progress }
}

async fn total(person: &Person, list: &str) -> Json {
    let mut data = person.ask(&format!("{{ {list} {{ totalCount(atMost: null) }} }}"), json!({})).await;
    data[list]["totalCount"].take()
}

const ACCOUNTS: &str = r#"
kind = "Account"
external_id = { source = "old", column = "id" }
[fields]
name = { column = "name" }
industry = { column = "industry", missing = "create" }
employees = { column = "employees" }
owner = { column = "owner", missing = "create" }
parent = { column = "parent", by = "externalId" }
"#;

on_both! {
    async fn imported_people_are_reached_and_found_by_their_numbers(company: Company) {
        let mapping = r#"
            kind = "Contact"
            external_id = { source = "old", column = "id" }
            [fields]
            name = { column = "name" }
            phone = { column = "phone" }
        "#;
        for (file, expected) in [
            ("id,name,phone\n1,李娜,138 1234 5678\n", json!(["+8613812345678"])),
            ("id,name,phone\n1,李娜,021-6888 1234\n", json!(["02168881234"])),
        ] {
            import(&company, mapping, file, Options::default()).await;
            let found = company.admin.ask("{ contacts { nodes { contactPoints { normalized } } } search(query: \"李娜\") { title } }", json!({})).await;
            let points: Vec<&Json> = found["contacts"]["nodes"][0]["contactPoints"].as_array().unwrap().iter().map(|point| &point["normalized"]).collect();
            assert_eq!(json!(points), expected);
            assert_eq!(found["search"][0]["title"], "李娜");
        }
    }

    async fn a_repeated_import_changes_nothing_and_a_mended_row_is_taken(company: Company) {
        let file = "id,name,industry,employees,owner,parent\n\
                    1,甲公司,software,12,Bob,2\n\
                    2,Holding,technolgy,,Zoe,\n\
                    3,Orphan,,many,,\n\
                    4,,software,,,\n\
                    5,Lost child,,,,9\n\
                    2,Holding,technolgy,,Zoe,\n";
        let (progress, notes) = import(&company, ACCOUNTS, file, Options::default()).await;
        let expected = Progress { read: 6, created: 3, unchanged: 1, refused: 2, linked: 1, unlinked: 1, ..Progress::default() };
        assert_eq!(counts(progress), expected);
        assert_eq!(notes.told(), [
            (3, "employees: “many” is no number as the mapping describes it.".to_owned()),
            (4, "name: This must not be empty.".to_owned()),
            (5, "parent: There is no “9”.".to_owned()),
        ]);
        let accounts = "{ accounts(orderBy: [{ field: NAME }]) { nodes { name industry employees version owner { name } parent { name } } } }";
        let found = company.admin.ask(accounts, json!({})).await;
        let holding = json!({ "name": "Holding", "industry": "technolgy", "employees": null, "version": 1, "owner": { "name": "Zoe" }, "parent": null });
        let nodes = found["accounts"]["nodes"].as_array().unwrap();
        assert_eq!(nodes.len(), 3);
        assert!(nodes.contains(&holding), "{nodes:?}");
        let child = nodes.iter().find(|node| node["name"] == "甲公司").unwrap();
        assert_eq!((&child["parent"]["name"], &child["owner"]["name"], &child["version"]), (&json!("Holding"), &json!("Bob"), &json!(2)));
        let (again, _) = import(&company, ACCOUNTS, file, Options::default()).await;
        assert_eq!(counts(again), Progress { created: 0, unchanged: 4, linked: 0, ..expected });
        assert_eq!(company.admin.ask(accounts, json!({})).await, found);
        let mended = file.replace("many", "40").replace("5,Lost child,,,,9", "5,Lost child,,7,,1");
        let (mended, notes) = import(&company, ACCOUNTS, &mended, Options::default()).await;
        assert_eq!(counts(mended), Progress { created: 1, updated: 1, unchanged: 3, refused: 1, linked: 1, unlinked: 0, ..expected });
        assert_eq!(notes.told().len(), 1);
    }

    async fn a_dry_run_writes_nothing_and_tells_the_same(company: Company) {
        let file = "id,name,industry,employees,owner,parent\n1,A,new sector,1,Zoe,2\n2,B,,x,,\n3,C,,,,1\n1,A,new sector,1,Zoe,2\n";
        let events = "{ accounts { totalCount } users { totalCount } choices { list } }";
        let before = company.admin.ask(events, json!({})).await;
        let (dry, told) = import(&company, ACCOUNTS, file, Options { dry_run: true, ..Options::default() }).await;
        assert_eq!(company.admin.ask(events, json!({})).await, before);
        let (wet, notes) = import(&company, ACCOUNTS, file, Options::default()).await;
        assert_eq!(Progress { linked: 0, ..counts(dry) }, Progress { linked: 0, ..counts(wet) });
        assert_eq!(told.told(), notes.told());
        assert_eq!(counts(wet), Progress { read: 4, created: 2, unchanged: 1, refused: 1, linked: 1, unlinked: 2, ..Progress::default() });
    }

    async fn an_interrupted_import_goes_on_behind_its_last_batch(company: Company) {
        let rows = 1_203;
        let mut file = "id,name,industry,employees,owner,parent\n".to_owned();
        for row in 1..=rows {
            file.push_str(&format!("{row},Company {row},,{row},Bob,{}\n", if row == rows { "1" } else { "" }));
        }
        let actor = actor(&company.server.database, &company.admin.id).await;
        let bytes = file.into_bytes();
        let open = || Ok(Cursor::new(bytes.clone()));
        let mut notes = Notes { fail_in: Some(2), ..Notes::default() };
        let failed = import_with(&actor, ACCOUNTS, open, Options::default(), &mut notes).await;
        assert!(matches!(failed, Err(Failure::BadInput(_))), "{failed:?}");
        assert_eq!(total(&company.admin, "accounts").await, 500);
        let committed = *notes.batches.last().unwrap();
        assert_eq!(counts(committed), created(500));
        let mut notes = Notes { stop_after: Some(1), ..Notes::default() };
        let resume = Options { resume: committed, ..Options::default() };
        let Ok(Ending::Stopped(stopped)) = import_with(&actor, ACCOUNTS, open, resume, &mut notes).await else { panic!("not stopped") };
        assert_eq!(counts(stopped), created(1_000));
        let resume = Options { resume: stopped, ..Options::default() };
        let Ok(Ending::Done(done)) = import_with(&actor, ACCOUNTS, open, resume, &mut Notes::default()).await else { panic!("not done") };
        assert_eq!(counts(done), Progress { linked: 1, ..created(rows) });
        assert_eq!(done.bytes, u64::try_from(bytes.len()).unwrap());
        assert_eq!(total(&company.admin, "accounts").await, rows);
        let Ok(Ending::Done(again)) = import_with(&actor, ACCOUNTS, open, Options::default(), &mut Notes::default()).await else { panic!("not done") };
        assert_eq!(counts(again), Progress { read: rows, unchanged: rows, ..Progress::default() });
    }

    async fn what_is_there_already_is_recognised_by_its_name_and_never_taken_for_two(company: Company) {
        let mapping = "kind = \"Account\"\nexternal_id = { source = \"old\", column = \"id\", match = \"name\" }\n\
                       [fields]\nname.column = \"name\"\ncity.column = \"city\"";
        company.bob.create("Account", json!({ "name": "Acme" })).await;
        company.bob.create("Account", json!({ "name": "Twice" })).await;
        company.bob.create("Account", json!({ "name": "Twice" })).await;
        let file = "id,name,city\n1,ACME,Bern\n2,Acme,Rome\n3,Twice,Oslo\n";
        let expected = Progress { read: 3, created: 1, updated: 1, refused: 1, ..Progress::default() };
        let (dry, _) = import(&company, mapping, file, Options { dry_run: true, ..Options::default() }).await;
        assert_eq!(counts(dry), expected);
        let (progress, notes) = import(&company, mapping, file, Options::default()).await;
        assert_eq!(counts(progress), expected);
        assert_eq!(notes.told(), [(3, "external_id: There is more than one “Twice”.".to_owned())]);
        let accounts = "{ accounts(filter: { city: { isNull: false } }, orderBy: [{ field: CITY }]) { nodes { name city owner { name } } } }";
        let found = company.admin.ask(accounts, json!({})).await;
        // The recognised one keeps its owner; the spelling is that of the file.
        let expected = json!([
            { "name": "ACME", "city": "Bern", "owner": { "name": "Bob" } },
            { "name": "Acme", "city": "Rome", "owner": null },
        ]);
        assert_eq!(found["accounts"]["nodes"], expected);
        let (again, _) = import(&company, mapping, file, Options::default()).await;
        assert_eq!(counts(again), Progress { read: 3, unchanged: 2, refused: 1, ..Progress::default() });
    }

    async fn names_written_in_several_ways_make_one_record(company: Company) {
        let mapping = "kind = \"Contact\"\nexternal_id = { source = \"old\", column = \"id\" }\n\
                       fields.name.column = \"name\"\nfields.account = { column = \"account\", missing = \"create\" }";
        for file in ["id,name,account\n1,A,ACME\n2,B,Acme\n3,C,ＡＣＭＥ\n", "id,name,account\n4,D,acme\n"] {
            let (progress, notes) = import(&company, mapping, file, Options::default()).await;
            assert_eq!(notes.told(), []);
            assert_eq!(progress.created, progress.read);
        }
        let found = company.admin.ask("{ accounts { nodes { name } } contacts { totalCount } }", json!({})).await;
        assert_eq!(found, json!({ "accounts": { "nodes": [{ "name": "ACME" }] }, "contacts": { "totalCount": 4 } }));
    }

    async fn a_row_that_takes_the_name_of_a_new_one_is_refused(company: Company) {
        let mapping = "kind = \"Product\"\nexternal_id = { source = \"old\", column = \"id\" }\nfields.name.column = \"name\"";
        import(&company, mapping, "id,name\n1,First\n", Options::default()).await;
        for dry_run in [true, false] {
            let options = Options { dry_run, ..Options::default() };
            let (progress, notes) = import(&company, mapping, "id,name\n2,Second\n1,SECOND\n", options).await;
            assert_eq!(counts(progress), Progress { read: 2, created: 1, refused: 1, ..Progress::default() });
            assert_eq!(notes.told(), [(2, "name: There is already one of this name.".to_owned())]);
        }
        // A name that was given up is free.
        let (progress, notes) = import(&company, mapping, "id,name\n2,Third\n1,Second\n2,Fourth\n3,Third\n", Options::default()).await;
        assert_eq!(notes.told(), []);
        assert_eq!(counts(progress), Progress { read: 4, created: 1, updated: 3, ..Progress::default() });
    }

    async fn rows_of_small_tables_see_those_before_them(company: Company) {
        let stages = "kind = \"Stage\"\nexternal_id = { source = \"old\", column = \"id\" }\n\
                      fields.name.column = \"name\"\nfields.pipeline = { column = \"pipeline\", by = \"name\" }";
        let file = "id,pipeline,name\n1,Sales,First\n2,Sales,Second\n";
        assert_eq!(import(&company, stages, file, Options::default()).await.0.created, 2);
        let placed = format!("{stages}\nfields.position.column = \"position\"");
        let file = "id,pipeline,name,position\n3,Sales,Before all,0\n";
        assert_eq!(import(&company, &placed, file, Options::default()).await.0.created, 1);
        let found = company.admin.ask("{ pipelines { name stages { name position } } }", json!({})).await;
        let sales = found["pipelines"].as_array().unwrap().iter().find(|pipeline| pipeline["name"] == "Sales").unwrap();
        let sales = sales["stages"].as_array().unwrap();
        assert!(sales.iter().zip(0_i64..).all(|(stage, position)| stage["position"] == position), "{sales:?}");
        let names: Vec<&Json> = sales.iter().map(|stage| &stage["name"]).collect();
        assert_eq!((names[0], &names[names.len() - 2..]), (&json!("Before all"), &[&json!("First"), &json!("Second")][..]));

        let teams = "kind = \"Team\"\nexternal_id = { source = \"old\", column = \"id\" }\n\
                     fields.name.column = \"name\"\nfields.parent = { column = \"parent\", by = \"externalId\" }";
        let (progress, notes) = import(&company, teams, "id,name,parent\n1,Over,2\n2,Under,1\n", Options::default()).await;
        assert_eq!(counts(progress), Progress { linked: 1, unlinked: 1, ..created(2) });
        assert_eq!(notes.told(), [(2, "parentId: A team cannot stand below itself.".to_owned())]);
    }

    async fn namesakes_of_one_file_are_different_people(company: Company) {
        let mapping = "kind = \"Contact\"\nexternal_id = { source = \"old\", column = \"id\", match = \"name\" }\nfields.name.column = \"name\"";
        // The last one comes in another batch than the others.
        let name = |row: u64| if [1, 2, 501].contains(&row) { "王伟".to_owned() } else { format!("Contact {row}") };
        let rows: String = (1..=501).map(|row| format!("{row},{}\n", name(row))).collect();
        let file = format!("id,name\n{rows}");
        for dry_run in [true, false] {
            let options = Options { dry_run, ..Options::default() };
            let (progress, notes) = import(&company, mapping, &file, options).await;
            assert_eq!(notes.told(), []);
            assert_eq!(counts(progress), created(501));
        }
        let (again, _) = import(&company, mapping, &file, Options::default()).await;
        assert_eq!(counts(again), Progress { read: 501, unchanged: 501, ..Progress::default() });
    }

    async fn what_has_names_in_several_languages_is_found_by_each_of_them(company: Company) {
        let accounts = "kind = \"Account\"\nexternal_id = { source = \"old\", column = \"id\" }\n\
                        fields.name.column = \"name\"\nfields.industry = { column = \"industry\", by = \"name\" }";
        let (progress, notes) = import(&company, accounts, "id,name,industry\n1,甲,软件\n2,乙,software\n3,丙,没有\n", Options::default()).await;
        assert_eq!(notes.told(), [(3, "industry: There is no “没有”.".to_owned())]);
        assert_eq!(progress.created, 2);
        let deals = "kind = \"Deal\"\nexternal_id = { source = \"old\", column = \"id\" }\n\
                     fields.name.column = \"name\"\nfields.pipeline = { column = \"pipeline\", by = \"name\" }\nfields.stage = { column = \"stage\", by = \"name\" }";
        let file = "id,name,pipeline,stage\n1,一,销售管道,需求分析\n2,二,sales,Needs Analysis\n3,三,销售管道,没有\n";
        let (progress, notes) = import(&company, deals, file, Options::default()).await;
        assert_eq!(notes.told(), [(3, "stage: There is no “没有”.".to_owned())]);
        assert_eq!(progress.created, 2);
        let found = company.admin.ask("{ accounts { nodes { industry } } deals { nodes { stage { name } } } }", json!({})).await;
        assert_eq!(found["accounts"]["nodes"], json!([{ "industry": "software" }, { "industry": "software" }]));
        assert_eq!(found["deals"]["nodes"], json!([{ "stage": { "name": "Needs analysis" } }, { "stage": { "name": "Needs analysis" } }]));
    }

    async fn only_administrators_import(company: Company) {
        let manager = actor(&company.server.database, &company.ann.id).await;
        let open = || Ok(Cursor::new("id,name\n1,A\n"));
        let mapping = "kind = \"Account\"\nexternal_id = { source = \"old\", column = \"id\" }\nfields.name.column = \"name\"";
        let refused = import_with(&manager, mapping, open, Options::default(), &mut Notes::default()).await;
        assert!(matches!(refused, Err(Failure::Forbidden)), "{refused:?}");
    }

    async fn the_past_of_deals_is_written_once_and_goes_on(company: Company) {
        let mapping = r#"
            kind = "Deal"
            external_id = { source = "old", column = "id" }
            [fields]
            name.column = "name"
            owner.column = "owner"
            stage.column = "stage"
            amount = { column = "amount" }
            [history]
            closed = "closed"
            open_amount.column = "offered"
            stages = [{ stage = "Qualification", entered = "first" }, { stage = "Proposal", entered = "second" }]
        "#;
        let header = "id,name,owner,stage,amount,offered,first,second,closed\n";
        let file = |rows: &str| format!("{header}{rows}");
        let rows = "1,Won one,Bob,Won,90,100,2020-01-10,2020-02-10,2020-03-10\n\
                    2,Open one,Bob,Proposal,50,,2020-01-10,2020-02-10,\n\
                    3,Unknown,Bob,Negotiation,50,,,,\n\
                    4,Backwards,Bob,Won,1,,2020-02-10,2020-01-10,2020-03-10\n\
                    5,No close,Bob,Lost,1,,2020-02-10,,\n\
                    6,Elsewhere,Bob,Negotiation,1,,2020-02-10,,\n\
                    7,Closed but open,Bob,Proposal,1,,,2020-02-10,2020-03-10\n\
                    8,Tomorrow,Bob,Won,1,,,,2999-01-01\n";
        let (progress, notes) = import(&company, mapping, &file(rows), Options::default()).await;
        assert_eq!(counts(progress), Progress { read: 8, created: 3, refused: 5, ..Progress::default() });
        assert_eq!(notes.told(), [
            (4, "history: 2020-01-10 lies before 2020-02-10, which must come first.".to_owned()),
            (5, "closedDate: A won or lost deal needs the day on which it closed.".to_owned()),
            (6, "stage: The history ends in another stage than the deal's, and does not say when it went on.".to_owned()),
            (7, "closedDate: The deal is open, but there is a day on which it closed.".to_owned()),
            (8, "history: 2999-01-01 lies in the future.".to_owned()),
        ]);
        let states = async |instant: &str| -> Vec<(String, String, Json)> {
            let document = "query($at: DateTime) { deals(asOf: $at, orderBy: [{ field: NAME }]) { nodes { name stage { name } amount { amount } } } }";
            let data = company.bob.ask(document, json!({ "at": instant })).await;
            let nodes = data["deals"]["nodes"].as_array().unwrap().clone();
            let text = |json: &Json| json.as_str().unwrap().to_owned();
            nodes.iter().map(|deal| (text(&deal["name"]), text(&deal["stage"]["name"]), deal["amount"]["amount"].clone())).collect()
        };
        let state = |name: &str, stage: &str, amount: &str| (name.to_owned(), stage.to_owned(), json!(amount));
        // A day begins in Shanghai, eight hours before it does in Greenwich.
        assert_eq!(states("2020-01-09T15:59:59.999Z").await, []);
        assert_eq!(states("2020-01-09T16:00:00Z").await, [state("Open one", "Qualification", "50.00"), state("Won one", "Qualification", "100.00")]);
        assert_eq!(states("2020-02-10T00:00:00Z").await, [state("Open one", "Proposal", "50.00"), state("Won one", "Proposal", "100.00")]);
        assert_eq!(states("2020-03-10T00:00:00Z").await, [state("Open one", "Proposal", "50.00"), state("Won one", "Won", "90.00")]);
        let deals = "{ deals(orderBy: [{ field: NAME }]) { nodes { id name version startedDate stageEnteredDate closedDate closedOwner { name } createdAt } } }";
        let found = company.bob.ask(deals, json!({})).await;
        let nodes = found["deals"]["nodes"].as_array().unwrap();
        let dates = |node: &Json| (node["version"].clone(), node["startedDate"].clone(), node["stageEnteredDate"].clone(), node["closedDate"].clone());
        assert_eq!(dates(&nodes[0]), (json!(2), json!("2020-01-10"), json!("2020-02-10"), Json::Null));
        assert_eq!(dates(&nodes[1]), (json!(1), Json::Null, Json::Null, Json::Null));
        assert_eq!(dates(&nodes[2]), (json!(3), json!("2020-01-10"), json!("2020-03-10"), json!("2020-03-10")));
        assert_eq!(nodes[2]["closedOwner"]["name"], "Bob");
        assert!(nodes[2]["createdAt"].as_str().unwrap() > "2020-12-31");
        let timeline = "query($id: ID!) { deal(id: $id) { timeline { edges { node { ... on RecordEvent { action origin effectiveAt actor { name } } } } } } }";
        let told = company.bob.ask(timeline, json!({ "id": nodes[2]["id"] })).await;
        let events: Vec<Json> = told["deal"]["timeline"]["edges"].as_array().unwrap().iter().map(|edge| edge["node"].clone()).collect();
        let event = |action: &str, at: &str| json!({ "action": action, "origin": "IMPORT", "effectiveAt": at, "actor": { "name": "Admin" } });
        assert_eq!(events, [event("MOVED", "2020-03-09T16:00:00.000Z"), event("MOVED", "2020-02-09T16:00:00.000Z"), event("CREATED", "2020-01-09T16:00:00.000Z")]);

        // The open one goes on; what was is never rewritten.
        let later = "1,Won one,Bob,Won,90,100,2020-01-10,2020-02-10,2020-03-11\n\
                     2,Open one,Bob,Lost,0,,2020-01-10,2020-02-10,2020-02-09\n";
        let (progress, notes) = import(&company, mapping, &file(later), Options::default()).await;
        assert_eq!(counts(progress), Progress { read: 2, refused: 2, ..Progress::default() });
        assert_eq!(notes.told()[0].1, "closedDate: The deal closed on 2020-03-10; that day is never changed.");
        assert_eq!(notes.told()[1].1, "history: 2020-02-09 lies before 2020-02-10, which must come first.");
        let later = "2,Open one,Bob,Lost,0,,2020-01-10,2020-02-10,2020-04-01\n";
        let (progress, _) = import(&company, mapping, &file(later), Options::default()).await;
        assert_eq!(counts(progress), Progress { read: 1, updated: 1, ..Progress::default() });
        assert_eq!(states("2020-03-31T15:59:59Z").await[0], state("Open one", "Proposal", "50.00"));
        assert_eq!(states("2020-03-31T16:00:00Z").await[0], state("Open one", "Lost", "0.00"));
    }

    async fn refused_rows_come_back_as_they_were(company: Company) {
        let mapping = "source = { delimiter = \"semicolon\" }\nkind = \"Account\"\nexternal_id = { source = \"old\", column = \"id\" }\n\
                       fields.name.column = \"name\"\nfields.employees.column = \"people\"";
        let file = "id;name;people\n1;\"A; \"\"B\"\"\";x\n2;C;3\n3;D;1;too many\n";
        let (progress, notes) = import(&company, mapping, file, Options::default()).await;
        assert_eq!(counts(progress), Progress { read: 3, created: 1, refused: 2, ..Progress::default() });
        let mut bytes = Vec::new();
        let mut rows = RefusedRows::begin(&mut bytes, &notes.columns, Language::Chinese).unwrap();
        notes.refused.iter().for_each(|refusal| rows.add(refusal).unwrap());
        rows.flush().unwrap();
        drop(rows);
        let text = String::from_utf8(bytes).unwrap();
        let expected = "\u{FEFF}row,reason,id,name,people\n1,people：“x”不是映射所描述的数字。,1,\"A; \"\"B\"\"\",x\n\
                        3,该行有 4 个单元格，表头只有 3 个。,3,D,1,too many\n";
        assert_eq!(text, expected);
    }

    async fn files_as_people_have_them(company: Company) {
        let Some(folder) = test_data("messy-import") else { return };
        let actor = actor(&company.server.database, &company.admin.id).await;
        let take = async |file: &str, mapping: &str| -> (Progress, Notes) {
            let path = folder.join(file);
            let mut notes = Notes::default();
            let ending = import_with(&actor, mapping, || File::open(&path), Options::default(), &mut notes).await.unwrap();
            let Ending::Done(progress) = ending else { panic!("{file}: {ending:?}") };
            (counts(progress), notes)
        };
        // GB18030, Chinese names.
        let shares = "kind = \"Account\"\nexternal_id = { source = \"shares\", column = \"code\" }\nfields.name.column = \"code_name\"";
        assert_eq!(take("chinese_exports/baostock_stock_list_gbk.csv", shares).await.0, created(4_935));
        let again = take("chinese_exports/baostock_stock_list_gbk.csv", shares).await.0;
        assert_eq!(again, Progress { read: 4_935, unchanged: 4_935, ..Progress::default() });
        let found = company.admin.ask("{ accounts(filter: { name: { eq: \"上证综合指数\" } }) { totalCount } }", json!({})).await;
        assert_eq!(found["accounts"]["totalCount"], 1);
        // A contact with eighty-one columns and line breaks in its cells.
        let contacts = "kind = \"Contact\"\nexternal_id = { source = \"gmail\", column = \"E-mail 1 - Value\" }\n\
                        [fields]\nname.column = \"Name\"\nemail.column = \"E-mail 1 - Value\"\ngivenName.column = \"Given Name\"\n\
                        familyName.column = \"Family Name\"\naccount = { column = \"Organization 1 - Name\", missing = \"create\" }";
        assert_eq!(take("contact_exports/gmail.csv", contacts).await.0, created(1));
        let found = company.admin.ask("{ contacts { nodes { name email givenName } } }", json!({})).await;
        let contact = json!({ "name": "Prefix Firstname Middle Lastname Suffix", "email": "home@aaa.pl", "givenName": "Firstname" });
        assert_eq!(found["contacts"]["nodes"], json!([contact]));
        // Tabs, and a row with an open quote.
        let cases = "kind = \"Note\"\nexternal_id = { source = \"boston\", column = \"case_enquiry_id\" }\nfields.body.column = \"case_title\"";
        let (progress, notes) = take("misc/qsv_boston311-100-bad.tsv", cases).await;
        assert_eq!((progress.read, progress.refused, notes.refused.len()), (100, 1, 1));
    }
}
