//! Exchange rates that change while amounts are being written.

use std::{io::Cursor, ops::ControlFlow};

use serde_json::json;
use tokio::task::JoinHandle;
use tundish_application::{
    records::{
        Outcome,
        import::{Options, Progress, Refusal, Watcher},
    },
    store::records::UnitOfWork,
};
use tundish_tests::{Company, Person, Store, Tables, on_both};

use crate::import::{actor, import_with};

/// A day from which a rate holds.
const FIRST: &str = "2020-01-01";

/// Sets what a dollar is worth from a day on; the rate's id.
async fn set_rate(admin: &Person, date: &str, rate: &str) -> String {
    let document = "mutation($date: Date!, $rate: Decimal!) { setExchangeRate(input: { currency: \"USD\", date: $date, rate: $rate }) { exchangeRate { id } userErrors { message } } }";
    let set = admin.ask(document, json!({ "date": date, "rate": rate })).await["setExchangeRate"].take();
    assert_eq!(set["userErrors"], json!([]));
    set["exchangeRate"]["id"].as_str().unwrap().to_owned()
}

/// Has another rate set while a batch of an import, which has computed amounts at the old one, is not committed yet.
struct Meanwhile {
    admin: Person,
    tables: Option<Tables>,
    set: Option<JoinHandle<String>>,
}

impl Watcher for Meanwhile {
    async fn batch_done(&mut self, _: &UnitOfWork, _: &Progress, refused: &[Refusal]) -> Outcome<ControlFlow<()>> {
        assert_eq!(refused, []);
        let admin = self.admin.clone();
        let set = tokio::spawn(async move { set_rate(&admin, FIRST, "8").await });
        if let Some(tables) = &self.tables {
            // It waits for the batch; if it did not, it would be done.
            let waiting = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted \
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
            while !set.is_finished() && tables.number(waiting).await == 0 {
                tokio::task::yield_now().await;
            }
        }
        self.set = Some(set);
        Ok(ControlFlow::Continue(()))
    }
}

on_both! {
    async fn what_is_written_while_a_rate_is_set_has_the_new_one(company: Company) {
        set_rate(&company.admin, FIRST, "7").await;
        let mapping = "kind = \"Deal\"\n[external_id]\nsource = \"test\"\ncolumn = \"name\"\n[fields.name]\ncolumn = \"name\"\n\
                       [fields.amount]\ncolumn = \"amount\"\ncurrency = \"USD\"\n";
        let tables = match company.store {
            Store::Postgres => Some(Tables::of(&company.server).await),
            Store::Sqlite => None,
        };
        let mut meanwhile = Meanwhile { admin: company.admin.clone(), tables, set: None };
        let importer = actor(&company.server.database, &company.admin.id).await;
        let file = || Ok(Cursor::new("name,amount\nA,100\nB,1.5\n"));
        import_with(&importer, mapping, file, Options::default(), &mut meanwhile).await.unwrap();
        meanwhile.set.unwrap().await.unwrap();
        let deals = company.admin.ask("{ deals(orderBy: [{ field: NAME }]) { nodes { amount { base } } } }", json!({})).await;
        let worth = json!([{ "amount": { "base": "800.00" } }, { "amount": { "base": "12.00" } }]);
        assert_eq!(deals["deals"]["nodes"], worth);
    }

    async fn a_rate_that_was_a_mistake_goes_and_comes_back(company: Company) {
        let admin = &company.admin;
        let first = set_rate(admin, FIRST, "7").await;
        let mistake = set_rate(admin, "2021-01-01", "70").await;
        let deal = company.bob.create("Deal", json!({ "name": "Boiler", "amount": { "amount": "100", "currency": "USD" } })).await;
        let worth = async || company.bob.ask("query($id: ID!) { deal(id: $id) { amount { base } } }", json!({ "id": deal })).await["deal"]["amount"]["base"].take();
        let turn = async |verb: &str, id: &str| {
            let document = format!("mutation($id: ID!) {{ payload: {verb}ExchangeRate(id: $id) {{ userErrors {{ code path }} }} }}");
            admin.ask(&document, json!({ "id": id })).await["payload"]["userErrors"].take()
        };
        assert_eq!(worth().await, "7000.00");
        assert_eq!(turn("delete", &mistake).await, json!([]));
        assert_eq!(worth().await, "700.00");
        assert_eq!(admin.ask("{ exchangeRates { totalCount } }", json!({})).await["exchangeRates"]["totalCount"], 1);
        // Without any, the amount would have no value.
        assert_eq!(turn("delete", &first).await, json!([{ "code": "IN_USE", "path": ["id"] }]));
        assert_eq!(turn("restore", &mistake).await, json!([]));
        assert_eq!(worth().await, "7000.00");
        turn("delete", &mistake).await;
        set_rate(admin, "2021-01-01", "8").await;
        assert_eq!(turn("restore", &mistake).await, json!([{ "code": "DUPLICATE", "path": ["id"] }]));
        assert_eq!(worth().await, "800.00");
    }

    async fn targets_of_ended_quarters_keep_their_worth(company: Company) {
        let admin = &company.admin;
        set_rate(admin, FIRST, "7").await;
        let document = "mutation($input: SetTargetInput!) { setTarget(input: $input) { target { id } userErrors { message } } }";
        let set = async |quarter: &str| {
            let amount = json!({ "amount": "100", "currency": "USD" });
            let input = json!({ "ownerId": company.bob.id, "quarterStart": quarter, "amount": amount });
            let set = admin.ask(document, json!({ "input": input })).await["setTarget"].take();
            assert_eq!(set["userErrors"], json!([]));
            set["target"]["id"].as_str().unwrap().to_owned()
        };
        let (ended, coming) = (set("2021-01-01").await, set("2101-01-01").await);
        set_rate(admin, "2021-06-01", "8").await;
        let worth = async |id: &str| admin.ask("query($id: ID!) { node(id: $id) { ... on Target { amount { base } } } }", json!({ "id": id })).await["node"]["amount"]["base"].take();
        assert_eq!((worth(&ended).await, worth(&coming).await), (json!("700.00"), json!("800.00")));
    }

    async fn a_rate_beyond_all_reason_is_refused(company: Company) {
        let admin = &company.admin;
        set_rate(admin, FIRST, "7").await;
        let document = "mutation($rate: Decimal!) { setExchangeRate(input: { currency: \"USD\", date: \"2021-01-01\", rate: $rate }) { userErrors { code path } } }";
        let set = async |rate: &str| admin.ask(document, json!({ "rate": rate })).await["setExchangeRate"]["userErrors"].take();
        let refused = |code: &str| json!([{ "code": code, "path": ["rate"] }]);
        for rate in ["9000000000", "1000000.1", "0", "-1"] {
            assert_eq!(set(rate).await, refused("OUT_OF_RANGE"), "{rate}");
        }
        assert_eq!(set("7.123456789").await, refused("INVALID"));
        let amount = json!({ "amount": "9000000000", "currency": "USD" });
        let deal = company.bob.create("Deal", json!({ "name": "Boiler", "amount": amount })).await;
        // Ten times as much as an amount may be.
        assert_eq!(set("100").await, refused("OUT_OF_RANGE"));
        assert_eq!(set("10").await, json!([]));
        let worth = company.bob.ask("query($id: ID!) { deal(id: $id) { amount { base } } }", json!({ "id": deal })).await;
        assert_eq!(worth["deal"]["amount"]["base"], "90000000000.00");
        company.admin.ask("mutation($id: ID!) { deleteDeal(id: $id) { userErrors { code } } }", json!({ "id": deal })).await;
        assert_eq!(set("100").await, refused("OUT_OF_RANGE"), "it may come back");
    }
}
