//! Both databases keep and order the same: ids, instants, money, names.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;
use tundish_tests::{Company, Store, Tables, on_both};

/// Names in the order of their sound: accents and case do not count, one surname stays together.
const SORTED: &[&str] = &[
    "1号店",
    "360公司",
    "阿里",
    "Acme",
    "ACME b",
    "安静",
    "昂立",
    "B公司",
    "Élan",
    "Emil",
    "émile",
    "eve",
    "刘洋",
    "Ｌｕｏ",
    "罗",
    "Öztürk",
    "Straße",
    "张三",
    "张伟",
    "章子",
    "赵磊",
    "Zoe",
    "zz",
];

async fn names(company: &Company, arguments: &str) -> Vec<String> {
    let data = company.bob.ask(&format!("{{ accounts({arguments}) {{ nodes {{ name }} }} }}"), json!({})).await;
    data["accounts"]["nodes"].as_array().unwrap().iter().map(|node| node["name"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    async fn names_are_sorted_by_sound_on_both(company: Company) {
        let mut names_made: Vec<&str> = SORTED.to_vec();
        // Not in the order that is asked for.
        names_made.sort_by_key(|name| name.chars().rev().collect::<String>());
        for name in &names_made {
            company.bob.create("Account", json!({ "name": name })).await;
        }
        let sorted = names(&company, "orderBy: [{ field: NAME }]").await;
        assert_eq!(sorted, expected());
        let backwards: Vec<String> = expected().into_iter().rev().collect();
        assert_eq!(names(&company, "orderBy: [{ field: NAME, direction: DESC }]").await, backwards);
        assert_eq!(names(&company, "filter: { name: { eq: \"ＡＣＭＥ\" } }").await, ["Acme"]);
        assert_eq!(names(&company, "filter: { name: { contains: \"STRASSE\" } }").await, Vec::<String>::new());
        assert_eq!(names(&company, "filter: { name: { startsWith: \"ÉM\" } }").await, ["émile"]);
        assert_eq!(names(&company, "filter: { name: { contains: \"%\" } }").await, Vec::<String>::new());
    }

    async fn ids_instants_and_money_are_kept_exactly(company: Company) {
        let amounts = ["0", "0.01", "-0.01", "1250.5", "90000000000", "-90000000000", "123456789.99"];
        for amount in amounts {
            let id = company.bob.create("Deal", json!({ "name": "Deal", "amount": { "amount": amount } })).await;
            let data = company.bob.ask("query($id: ID!) { deal(id: $id) { id createdAt amount { amount currency base } } }", json!({ "id": id })).await;
            let deal = &data["deal"];
            assert_eq!(deal["id"], json!(id));
            let uuid: uuid::Uuid = id.parse().unwrap();
            assert_eq!(uuid.get_version_num(), 7);
            let (whole, cents) = amount.split_once('.').unwrap_or((amount, ""));
            let exact = format!("{whole}.{cents:0<2}");
            assert_eq!(deal["amount"], json!({ "amount": exact, "currency": "CNY", "base": exact }));
            // To the millisecond, and it is found by the instant that it shows.
            let created = deal["createdAt"].as_str().unwrap();
            assert_eq!(created.len(), "2026-01-01T00:00:00.000Z".len(), "{created}");
            let found = company.bob.ask("query($at: DateTime, $id: ID) { deals(filter: { createdAt: { eq: $at }, id: { eq: $id } }) { totalCount } }", json!({ "at": created, "id": id })).await;
            assert_eq!(found["deals"]["totalCount"], 1);
        }
        let sums = company.bob.ask("query { deals(orderBy: [{ field: AMOUNT }]) { nodes { amount { amount } } } }", json!({})).await;
        let sorted: Vec<&str> = sums["deals"]["nodes"].as_array().unwrap().iter().map(|deal| deal["amount"]["amount"].as_str().unwrap()).collect();
        assert_eq!(sorted, ["-90000000000.00", "-0.01", "0.00", "0.01", "1250.50", "123456789.99", "90000000000.00"]);
        for (wrong, code) in [("0.001", "INVALID"), ("90000000000.01", "OUT_OF_RANGE")] {
            let refused = company.bob.try_create("Deal", json!({ "name": "Deal", "amount": { "amount": wrong } })).await;
            assert_eq!(refused["userErrors"], json!([{ "code": code, "path": ["amount"], "message": refused["userErrors"][0]["message"] }]));
        }
    }

    async fn foreign_money_is_rounded_row_by_row_in_minor_units(company: Company) {
        let rate = "mutation($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { userErrors { code } } }";
        for (currency, value) in [("USD", "7.12345678"), ("JPY", "0.0481"), ("KWD", "23.5")] {
            company.admin.ask(rate, json!({ "input": { "currency": currency, "date": "2020-01-01", "rate": value } })).await;
        }
        for (amount, currency, shown, base) in [("0.01", "USD", "0.01", "0.07"), ("100", "USD", "100.00", "712.35"), ("1001", "JPY", "1001", "48.15"), ("1.234", "KWD", "1.234", "29.00")] {
            let id = company.bob.create("Deal", json!({ "name": "Deal", "amount": { "amount": amount, "currency": currency } })).await;
            let data = company.bob.ask("query($id: ID!) { deal(id: $id) { amount { amount currency base } } }", json!({ "id": id })).await;
            assert_eq!(data["deal"]["amount"], json!({ "amount": shown, "currency": currency, "base": base }));
        }
        let unknown = company.bob.try_create("Deal", json!({ "name": "Deal", "amount": { "amount": "1", "currency": "EUR" } })).await;
        assert_eq!(unknown["userErrors"][0]["code"], "NO_EXCHANGE_RATE");
    }

    async fn every_instant_in_every_table_has_milliseconds_at_most(company: Company) {
        let tables = Tables::of(&company.server).await;
        let token = "mutation { createAccessToken(input: { name: \"program\", scope: READ, expiresAt: \"2999-01-01T00:00:00.123456789Z\" }) { accessToken { expiresAt } } }";
        let made = company.admin.ask(token, json!({})).await;
        assert_eq!(made["createAccessToken"]["accessToken"]["expiresAt"], "2999-01-01T00:00:00.123Z");
        for (table, column) in instants(&company, &tables).await {
            let sql = match company.store {
                Store::Postgres => format!("SELECT COUNT(*) FROM \"{table}\" WHERE date_trunc('milliseconds', \"{column}\") <> \"{column}\""),
                Store::Sqlite => format!("SELECT COUNT(*) FROM \"{table}\" WHERE length(\"{column}\") > length('2026-01-01T00:00:00.000+00:00')"),
            };
            assert_eq!(tables.number(&sql).await, 0, "{table}.{column}");
        }
    }
}

fn expected() -> Vec<String> {
    SORTED.iter().map(|name| (*name).to_owned()).collect()
}

/// The columns that hold instants.
async fn instants(company: &Company, tables: &Tables) -> Vec<(String, String)> {
    let sql = match company.store {
        Store::Postgres => "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'".to_owned(),
        Store::Sqlite => "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND (c.type LIKE 'timestamp%' OR c.name LIKE '%\\_at' ESCAPE '\\') AND t.name <> 'seaql_migrations'".to_owned(),
    };
    let found = tables.texts(&sql).await;
    assert!(found.len() > 10, "{found:?}");
    let split =
        |name: &String| name.split_once('.').map(|(table, column)| (table.to_owned(), column.to_owned())).unwrap();
    found.iter().map(split).filter(|(table, _)| table != "seaql_migrations").collect()
}

/// A plan that was made while nothing was closed must not read all that is closed later, for each deal that closes.
#[tokio::test]
async fn closing_many_deals_reads_each_of_them_once() {
    const DEALS: i64 = 60;
    let company = Company::start(Store::Postgres).await;
    for number in 0..DEALS {
        company.bob.create("Deal", json!({ "name": format!("Deal {number}"), "amount": { "amount": "5" } })).await;
    }
    let tables = Tables::of(&company.server).await;
    let transaction = tables.locked("target").await;
    let close = "UPDATE deal SET state = 'WON', closed_date = DATE '2025-01-01'";
    transaction.execute_unprepared(close).await.unwrap();
    let read = "SELECT COALESCE(seq_tup_read, 0) + COALESCE(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables WHERE relname = 'deal'";
    let read = transaction.query_one_raw(Statement::from_string(DbBackend::Postgres, read)).await.unwrap().unwrap();
    let read: i64 = read.try_get_by_index(0).unwrap();
    assert!((DEALS..=2 * DEALS).contains(&read), "{read} rows were read");
}
