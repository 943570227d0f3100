//! How many SQL statements an operation takes: that depends on its shape, never on its number of rows.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, on_both};

/// An operation and how many statements it may take, that of the session included.
const OPERATIONS: &[(&str, usize)] = &[
    ("{ viewer { name team { name } } }", 1),
    ("{ pipelines { name stages { name } } users { nodes { name } } }", 2),
    // The board and the table: one statement with the account joined; people and stages stand in memory.
    ("{ deals(first: 50) { nodes { name amount { amount } account { name } owner { name } stage { label } } } }", 3),
    ("{ deals(first: 50) { nodes { name account { name owner { name } } } totalCount } }", 3),
    (
        "{ deals(first: 50, filter: { account: { industry: { eq: \"software\" } }, stage: { kind: { eq: OPEN } } }) { nodes { name viewerCan } } }",
        2,
    ),
    (
        "{ deals(first: 50, search: \"deal\", orderBy: [{ field: ACCOUNT_NAME }, { field: AMOUNT }]) { nodes { name } } }",
        2,
    ),
    // One more for each level of nested lists.
    ("{ deals(first: 50) { nodes { name tasks { nodes { title } } } } }", 3),
    ("{ accounts(first: 50) { nodes { name deals { nodes { name tasks(first: 3) { nodes { title } } } } } } }", 4),
    (
        "{ accounts(first: 50) { nodes { name deals(first: 10) { nodes { name tasks(first: 10) { nodes { title owner { name } deal { account { name } } } } notes(first: 10) { nodes { body } } } } contacts { nodes { name } } } } }",
        6,
    ),
    (
        "{ deals(first: 50) { nodes { nextTask { title } lineItems { quantity product { name } } lineItemsTotal { amount } } } }",
        5,
    ),
];

async fn make(company: &Company, from: usize, to: usize) {
    for n in from..to {
        let account =
            company.bob.create("Account", json!({ "name": format!("Account {n}"), "industry": "software" })).await;
        company.bob.create("Contact", json!({ "name": format!("Contact {n}"), "accountId": account })).await;
        let deal = company
            .bob
            .create("Deal", json!({ "name": format!("Deal {n}"), "accountId": account, "amount": { "amount": "1" } }))
            .await;
        company.bob.create("Task", json!({ "title": "Task", "dealId": deal })).await;
        company.bob.create("Note", json!({ "body": "Note", "dealId": deal })).await;
    }
}

on_both! {
    async fn reading_takes_as_many_statements_for_5_rows_as_for_50(company: Company) {
        let mut counts: Vec<Vec<usize>> = Vec::new();
        for (from, to) in [(0, 5), (5, 50)] {
            make(&company, from, to).await;
            let mut counted = Vec::new();
            for (document, most) in OPERATIONS {
                // The first time may read the small tables anew.
                company.bob.ask(document, json!({})).await;
                let statements = count(&company, document).await;
                assert!(statements.len() <= *most, "{document} takes {} of {most}: {statements:#?}", statements.len());
                counted.push(statements.len());
            }
            counts.push(counted);
        }
        assert_eq!(counts[0], counts[1]);
    }

    async fn records_by_their_ids_take_one_statement_a_kind(company: Company) {
        make(&company, 0, 5).await;
        let asked = company.bob.ask("{ deals { nodes { id account { id } } } }", json!({})).await;
        let deals = asked["deals"]["nodes"].as_array().unwrap();
        let mut ids: Vec<&Json> = deals.iter().flat_map(|deal| [&deal["id"], &deal["account"]["id"]]).collect();
        let nobody = json!("01990000-0000-7000-8000-000000000000");
        ids.push(&nobody);
        let document = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Deal { name account { name } } ... on Account { name } } }";
        company.server.statements.take();
        let found = company.bob.ask(document, json!({ "ids": ids })).await;
        assert_eq!(reading(&company).len(), 4, "the session, the kinds, the deals, the accounts");
        let nodes = found["nodes"].as_array().unwrap();
        assert_eq!(nodes.len(), ids.len());
        assert!(nodes.iter().zip(&ids).take(10).all(|(node, id)| node["id"] == **id && !node["name"].is_null()), "{found}");
        assert_eq!(nodes[10], Json::Null);
    }

    async fn one_deal_with_everything_is_few_statements(company: Company) {
        make(&company, 0, 1).await;
        let deal = company.bob.ask("{ deals { nodes { id } } }", json!({})).await["deals"]["nodes"][0]["id"].take();
        let document = "query($id: ID!) { deal(id: $id) { name viewerCan account { name } owner { name } stage { label } lineItems { quantity } buyingRoles { role contact { name } } nextTask { title } } }";
        company.bob.ask(document, json!({ "id": deal })).await;
        company.server.statements.take();
        company.bob.ask(document, json!({ "id": deal })).await;
        let statements = reading(&company);
        assert!(statements.len() <= 5, "{statements:#?}");
    }
}

/// The statements of one answer.
async fn count(company: &Company, document: &str) -> Vec<String> {
    company.server.statements.take();
    let answer: Json = company.bob.ask(document, json!({})).await;
    assert!(answer.is_object());
    reading(company)
}

/// What was asked since the last look, without the sequencer's own rounds.
fn reading(company: &Company) -> Vec<String> {
    let statements = company.server.statements.take();
    let sequencer =
        |sql: &str| sql.contains("event_sequence") || sql.contains("\"event\"") || sql.contains("UPDATE event");
    let ends = |sql: &str| ["BEGIN", "COMMIT", "ROLLBACK"].iter().any(|word| sql.starts_with(word));
    statements.into_iter().filter(|sql| !sequencer(sql) && !ends(sql)).collect()
}
