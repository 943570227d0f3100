//! The CRM Sales Opportunities, by the mappings of docs/examples/crm-sales: what arrives is what the reference counts.

mod figures;

use std::{collections::BTreeMap, fs::File, path::Path};

use serde_json::{Value as Json, json};
use tundish_application::{
    organisation::{SetUp, set_up},
    records::import::{Ending, Options, Progress},
};
use tundish_tests::{Person, Server, on_both, people::PASSWORD};

use super::{Notes, actor, counts, created, import_with, test_data};

/// The mappings in their order, the file of each, its rows, and how many records come of them.
const STEPS: [(&str, &str, u64, u64); 10] = [
    ("1-pipelines", "pipelines.csv", 2, 1),
    ("2-stages", "stages.csv", 4, 4),
    ("3-regions", "sales_teams.csv", 35, 3),
    ("4-teams", "sales_teams.csv", 35, 6),
    ("5-managers", "sales_teams.csv", 35, 6),
    ("6-leaders", "sales_teams.csv", 35, 0),
    ("7-agents", "sales_teams.csv", 35, 35),
    ("8-products", "products.csv", 7, 7),
    ("9-accounts", "accounts.csv", 85, 85),
    ("10-deals", "sales_pipeline.csv", 8_800, 8_800),
];

async fn step(server: &Server, admin: &Person, data: &Path, name: &str, file: &str) -> (Progress, Notes) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/examples/crm-sales");
    let mapping = std::fs::read_to_string(examples.join(format!("{name}.toml"))).unwrap();
    let own = examples.join(file);
    let path = if own.exists() { own } else { data.join(file) };
    let actor = actor(&server.database, &admin.id).await;
    let mut notes = Notes::default();
    let ending = import_with(&actor, &mapping, || File::open(&path), Options::default(), &mut notes).await.unwrap();
    let Ending::Done(progress) = ending else { panic!("{name}: {ending:?}") };
    (counts(progress), notes)
}

async fn count(admin: &Person, filter: Json, as_of: Option<&str>) -> u64 {
    let document =
        "query($filter: DealFilter, $at: DateTime) { deals(filter: $filter, asOf: $at) { totalCount(atMost: null) } }";
    let data = admin.ask(document, json!({ "filter": filter, "at": as_of })).await;
    data["deals"]["totalCount"].as_u64().unwrap()
}

/// Every deal of a filter, page by page.
async fn deals(admin: &Person, filter: Json, as_of: Option<&str>) -> Vec<Json> {
    let document = "query($filter: DealFilter, $after: String, $at: DateTime) { deals(filter: $filter, first: 200, after: $after, asOf: $at) { \
                    nodes { name startedDate closedDate amount { amount base } owner { name } stage { name } account { name } } \
                    pageInfo { hasNextPage endCursor } } }";
    let (mut found, mut after) = (Vec::new(), Json::Null);
    loop {
        let data = admin.ask(document, json!({ "filter": filter, "after": after, "at": as_of })).await;
        found.extend(data["deals"]["nodes"].as_array().unwrap().iter().cloned());
        if data["deals"]["pageInfo"]["hasNextPage"] == false {
            return found;
        }
        after = data["deals"]["pageInfo"]["endCursor"].clone();
    }
}

/// Whole dollars.
fn dollars(deal: &Json) -> u64 {
    let amount = deal["amount"]["amount"].as_str().unwrap();
    amount.strip_suffix(".00").unwrap_or_else(|| panic!("{amount}")).parse().unwrap()
}

fn sums(deals: &[Json], key: impl Fn(&Json) -> String) -> BTreeMap<String, (u64, u64)> {
    let mut sums = BTreeMap::<String, (u64, u64)>::new();
    for deal in deals {
        let sum = sums.entry(key(deal)).or_default();
        *sum = (sum.0 + 1, sum.1 + dollars(deal));
    }
    sums
}

fn quarter(date: &str) -> String {
    let month: u32 = date[5..7].parse().unwrap();
    format!("{}Q{}", &date[..4], month.div_ceil(3))
}

on_both! {
    async fn everything_arrives_and_agrees_with_the_reference(server: Server) {
        let Some(data) = test_data("crm-sales") else { return };
        let company = SetUp {
            company_name: "CRM Sales".into(),
            base_currency: "USD".into(),
            time_zone: "America/New_York".into(),
            fiscal_year_start_month: 1,
            language: "en".into(),
            name: "Administrator".into(),
            email: "admin@example.com".into(),
            password: PASSWORD.into(),
        };
        assert!(set_up(&server.database, &server.gate, &company, "", None).await.is_ok());
        let admin = Person::sign_in(&server, "admin@example.com").await;
        for (name, file, rows, new) in STEPS {
            let (progress, notes) = step(&server, &admin, &data, name, file).await;
            assert_eq!(notes.told(), [], "{name}");
            assert_eq!((progress.read, progress.created), (rows, new), "{name}");
        }
        let reference: Json = serde_json::from_reader(File::open(data.join("REFERENCE.json")).unwrap()).unwrap();
        let number = |json: &Json| json.as_u64().unwrap();
        let overall = &reference["overall"];
        assert_eq!(count(&admin, json!({}), None).await, number(&overall["opportunities"]));
        for (stage, rows) in reference["stage_counts"].as_object().unwrap() {
            let filter = json!({ "stage": { "name": { "eq": stage } } });
            assert_eq!(count(&admin, filter, None).await, number(rows), "{stage}");
        }

        let won = deals(&admin, json!({ "state": { "eq": "WON" } }), None).await;
        assert_eq!(won.len() as u64, number(&overall["won"]));
        assert_eq!(won.iter().map(dollars).sum::<u64>(), number(&overall["won_value"]));
        let by_quarter = sums(&won, |deal| quarter(deal["closedDate"].as_str().unwrap()));
        let by_agent = sums(&won, |deal| deal["owner"]["name"].as_str().unwrap().to_owned());
        for (group, found) in [("by_quarter", by_quarter), ("by_agent", by_agent)] {
            let expected: BTreeMap<String, (u64, u64)> = reference[group]
                .as_object()
                .unwrap()
                .iter()
                .map(|(key, block)| (key.clone(), (number(&block["won"]), number(&block["won_value"]))))
                .collect();
            assert_eq!(found, expected, "{group}");
        }
        let lost = deals(&admin, json!({ "state": { "eq": "LOST" } }), None).await;
        assert_eq!((lost.len() as u64, lost.iter().map(dollars).sum::<u64>()), (number(&overall["lost"]), 0));
        let open = deals(&admin, json!({ "state": { "eq": "OPEN" } }), None).await;
        for (stage, sum) in sums(&open, |deal| deal["stage"]["name"].as_str().unwrap().to_owned()) {
            let block = &reference["open_pipeline"]["by_stage"][&stage];
            assert_eq!(sum, (number(&block["rows"]), number(&block["list_price_total"])), "{stage}");
        }
        assert_eq!(open.iter().filter(|deal| deal["account"].is_null()).count(), 1_425);
        // As of the end of each day in New York, at the list prices of then: what was lost or won later was open.
        for (day, block) in reference["open_as_of"].as_object().unwrap() {
            let at = format!("{day}T{}", if day.contains("-06-") || day.contains("-09-") || day == "2017-03-31" { "23:59:59-04:00" } else { "23:59:59-05:00" });
            let open = deals(&admin, json!({ "state": { "eq": "OPEN" } }), Some(&at)).await;
            let found = (open.len() as u64, open.iter().map(dollars).sum::<u64>());
            assert_eq!(found, (number(&block["open_opportunities"]), number(&block["list_price_total"])), "{day}");
        }
        // Organisation, products and companies.
        let filter = json!({ "owner": { "team": { "parent": { "name": { "eq": "Central" } } } } });
        assert_eq!(count(&admin, filter, None).await, number(&reference["by_region"]["Central"]["opportunities"]));
        let filter = json!({ "lineItems": { "some": { "product": { "name": { "eq": "GTX Pro" } } } } });
        assert_eq!(count(&admin, filter, None).await, number(&reference["by_product"]["GTX Pro"]["opportunities"]));
        let filter = json!({ "account": { "industry": { "eq": "technolgy" } } });
        assert_eq!(count(&admin, filter, None).await, number(&reference["by_sector"]["technolgy"]["opportunities"]));
        figures::Reference { admin: &admin, json: &reference }.agrees().await;
        let parents = admin.ask("{ accounts(filter: { parentId: { isNull: false } }) { totalCount } }", json!({})).await;
        assert_eq!(parents["accounts"]["totalCount"], 15);

        for (name, file, rows, _) in STEPS {
            let (progress, _) = step(&server, &admin, &data, name, file).await;
            assert_eq!(progress, Progress { read: rows, unchanged: rows, ..Progress::default() }, "{name}");
        }
        assert_eq!(created(8_800).created, count(&admin, json!({}), None).await);
    }
}
