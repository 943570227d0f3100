//! Pages by keyset: every order of every list, in both directions, complete and without repetition.

use std::cmp::Ordering;

use proptest::{
    prelude::{Strategy, any},
    test_runner::{Config, TestRunner},
};
use serde_json::{Value as Json, json};
use tundish_tests::{Company, Introspection, Person, Tables, on_both};

/// A way through a list.
#[derive(Clone, Debug)]
struct Walk {
    list: String,
    order_type: String,
    order: Json,
    size: usize,
}

impl Walk {
    async fn page(&self, person: &Person, arguments: &str, cursor: Option<&str>) -> Json {
        let document = format!(
            "query($order: [{}!], $cursor: String) {{ {}(orderBy: $order, {arguments}) {{ edges {{ cursor node {{ id }} }} nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}",
            self.order_type, self.list
        );
        person.ask(&document, json!({ "order": self.order, "cursor": cursor })).await[&self.list].take()
    }

    /// The ids of the whole list in its order, walked forwards; `between` happens between two pages.
    async fn forwards(&self, person: &Person, between: impl AsyncFn()) -> Vec<String> {
        let (mut found, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let page = self.page(person, &format!("first: {}, after: $cursor", self.size), cursor.as_deref()).await;
            assert_eq!(page["pageInfo"]["hasPreviousPage"], cursor.is_some(), "{self:?}");
            found.extend(ids(&page));
            cursor = page["pageInfo"]["endCursor"].as_str().map(str::to_owned);
            if page["pageInfo"]["hasNextPage"] == false {
                return found;
            }
            between().await;
        }
    }

    /// The same, walked backwards.
    async fn backwards(&self, person: &Person, between: impl AsyncFn()) -> Vec<String> {
        let (mut found, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let page = self.page(person, &format!("last: {}, before: $cursor", self.size), cursor.as_deref()).await;
            assert_eq!(page["pageInfo"]["hasNextPage"], cursor.is_some(), "{self:?}");
            found = ids(&page).into_iter().chain(found).collect();
            cursor = page["pageInfo"]["startCursor"].as_str().map(str::to_owned);
            if page["pageInfo"]["hasPreviousPage"] == false {
                return found;
            }
            between().await;
        }
    }
}

fn ids(page: &Json) -> Vec<String> {
    let nodes = page["nodes"].as_array().unwrap();
    let edges = page["edges"].as_array().unwrap();
    assert!(nodes.iter().eq(edges.iter().map(|edge| &edge["node"])));
    nodes.iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect()
}

async fn nothing() {}

/// Deals that differ in some fields, are equal in others, and lack many.
async fn deals(company: &Company, count: usize) {
    for n in 0..count {
        let mut input = json!({ "name": format!("Deal {}", n % 7) });
        let mut set = |key: &str, value: Json| input[key] = value;
        if n % 3 != 0 {
            set("amount", json!({ "amount": (n % 4).to_string() }));
        }
        if n % 4 != 0 {
            set("expectedCloseDate", json!(format!("2026-0{}-01", n % 5 + 1)));
        }
        if n % 5 > 1 {
            set("source", json!(if n % 2 == 0 { "web" } else { "referral" }));
        }
        if n % 6 > 2 {
            set("ownerId", json!(if n % 2 == 0 { &company.bob.id } else { &company.eve.id }));
        } else if n % 6 == 0 {
            set("ownerId", Json::Null);
        }
        company.admin.create("Deal", input).await;
    }
}

on_both! {
    async fn a_timeline_is_read_to_its_end_also_where_much_happened_at_once(company: Company) {
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        for number in 0..60 {
            company.bob.create("Note", json!({ "body": format!("Note {number}"), "accountId": account })).await;
            company.bob.create("Task", json!({ "title": format!("Task {number}"), "accountId": account })).await;
        }
        let tables = Tables::of(&company.server).await;
        for (table, column) in [("note", "created_at"), ("task", "created_at"), ("event", "recorded_at")] {
            tables.execute(&format!("UPDATE {table} SET {column} = (SELECT MIN(created_at) FROM note)")).await;
        }
        let document = "query($id: ID!, $after: String) { account(id: $id) { timeline(first: 7, after: $after) { pageInfo { hasNextPage endCursor } \
                        edges { node { __typename ... on Note { body } ... on Task { title } } } } } }";
        let (mut seen, mut after) = (Vec::new(), Json::Null);
        loop {
            let page = company.bob.ask(document, json!({ "id": account, "after": after })).await["account"]["timeline"].take();
            seen.extend(page["edges"].as_array().unwrap().iter().map(|edge| edge["node"].to_string()));
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!((count, seen.len()), (121, 121));
    }

    async fn every_order_of_every_list_is_walked_without_loss(company: Company) {
        deals(&company, 23).await;
        let schema = Introspection::ask(&company.admin).await;
        for record in schema.records() {
            let Some(list) = schema.list_of(&record.name) else { continue };
            let fields = &schema.ty(&format!("{}OrderField", record.name)).values;
            for (field, _) in fields {
                for (direction, nulls) in [("ASC", "FIRST"), ("ASC", "LAST"), ("DESC", "FIRST"), ("DESC", "LAST")] {
                    let order = json!([{ "field": field, "direction": direction, "nulls": nulls }]);
                    let walk = Walk { list: list.name.clone(), order_type: format!("{}Order", record.name), order, size: 7 };
                    let whole = ids(&walk.page(&company.admin, "first: 200, after: $cursor", None).await);
                    assert_eq!(walk.forwards(&company.admin, nothing).await, whole, "{walk:?}");
                    assert_eq!(walk.backwards(&company.admin, nothing).await, whole, "{walk:?}");
                    if record.name != "Deal" {
                        break;
                    }
                }
            }
        }
    }

    async fn what_was_there_is_met_once_while_others_write(company: Company) {
        deals(&company, 30).await;
        for (field, direction) in [("AMOUNT", "ASC"), ("EXPECTED_CLOSE_DATE", "DESC"), ("NAME", "ASC"), ("OWNER_NAME", "DESC"), ("ID", "DESC")] {
            for nulls in ["FIRST", "LAST"] {
                let order = json!([{ "field": field, "direction": direction, "nulls": nulls }]);
                let walk = Walk { list: "deals".into(), order_type: "DealOrder".into(), order, size: 9 };
                let before = ids(&walk.page(&company.admin, "first: 200, after: $cursor", None).await);
                let write = async || deals(&company, 2).await;
                for met in [walk.forwards(&company.admin, write).await, walk.backwards(&company.admin, write).await] {
                    let known: Vec<String> = met.iter().filter(|id| before.contains(id)).cloned().collect();
                    assert_eq!(known, before, "{walk:?}");
                    let mut once = met.clone();
                    once.sort_unstable();
                    once.dedup();
                    assert_eq!(once.len(), met.len(), "{walk:?}");
                }
            }
        }
    }

    async fn pages_agree_with_a_list_that_is_sorted_here(company: Company) {
        deals(&company, 40).await;
        let document = "{ deals(first: 200) { nodes { id name source expectedCloseDate createdAt amount { base } owner { name } stage { position } } } }";
        let rows = company.admin.ask(document, json!({})).await["deals"]["nodes"].as_array().unwrap().clone();
        let key = (0..KEYS.len(), any::<bool>(), any::<bool>());
        let cases = (proptest::collection::vec(key, 1..=3), 1_usize..=12, any::<bool>());
        let handle = tokio::runtime::Handle::current();
        let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
        let checked = tokio::task::block_in_place(|| {
            runner.run(&cases.prop_map(|(keys, size, backwards)| (keys, size, backwards)), |(keys, size, backwards)| {
                let mut sorted = rows.clone();
                sorted.sort_by(|left, right| compare(&keys, left, right));
                let expected: Vec<&str> = sorted.iter().map(|row| row["id"].as_str().unwrap()).collect();
                let order: Vec<Json> = keys.iter().map(|(key, descending, first)| {
                    json!({ "field": KEYS[*key].0, "direction": if *descending { "DESC" } else { "ASC" }, "nulls": if *first { "FIRST" } else { "LAST" } })
                }).collect();
                let walk = Walk { list: "deals".into(), order_type: "DealOrder".into(), order: json!(order), size };
                let found = handle.block_on(async {
                    if backwards { walk.backwards(&company.admin, nothing).await } else { walk.forwards(&company.admin, nothing).await }
                });
                proptest::prop_assert_eq!(found, expected, "{:?}", walk);
                Ok(())
            })
        });
        checked.unwrap_or_else(|failure| panic!("{failure}"));
    }
}

/// What a row is sorted by: nothing, a number or a text.
type Value = fn(&Json) -> Json;

/// Keys of the order with their values in a row, as they compare.
const KEYS: &[(&str, Value)] = &[
    ("NAME", |row| json!(tundish_domain::records::text::sort_key(row["name"].as_str().unwrap()))),
    ("AMOUNT", |row| row["amount"]["base"].as_str().map_or(Json::Null, |base| json!(base.parse::<f64>().unwrap()))),
    ("EXPECTED_CLOSE_DATE", |row| row["expectedCloseDate"].clone()),
    ("SOURCE", |row| row["source"].clone()),
    ("CREATED_AT", |row| row["createdAt"].clone()),
    ("OWNER_NAME", |row| {
        row["owner"]["name"].as_str().map_or(Json::Null, |name| json!(tundish_domain::records::text::sort_key(name)))
    }),
    ("STAGE_POSITION", |row| row["stage"]["position"].clone()),
];

fn compare(keys: &[(usize, bool, bool)], left: &Json, right: &Json) -> Ordering {
    for (key, descending, first) in keys {
        let (left, right) = (KEYS[*key].1(left), KEYS[*key].1(right));
        let ordering = match (left.is_null(), right.is_null()) {
            (true, true) => Ordering::Equal,
            // Where the empty ones go does not depend on the direction.
            (true, false) => {
                if *first {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
            (false, true) => {
                if *first {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
            (false, false) => {
                let ordering = match (left.as_f64(), right.as_f64()) {
                    (Some(left), Some(right)) => left.total_cmp(&right),
                    _ => left.as_str().cmp(&right.as_str()),
                };
                if *descending { ordering.reverse() } else { ordering }
            }
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
    let ordering = left["id"].as_str().cmp(&right["id"].as_str());
    if keys.last().is_some_and(|(_, descending, _)| *descending) { ordering.reverse() } else { ordering }
}
