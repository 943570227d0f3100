//! What is found, by whom, and what is found no longer.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Person, Store, Tables, on_both};

async fn found(person: &Person, query: &str) -> Vec<(String, String)> {
    let hits =
        person.ask("query($q: String!) { search(query: $q) { kind title node { id } } }", json!({ "q": query })).await;
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    hits["search"].as_array().unwrap().iter().map(|hit| (text(&hit["kind"]), text(&hit["title"]))).collect()
}

fn hit(kind: &str, title: &str) -> Vec<(String, String)> {
    vec![(kind.to_owned(), title.to_owned())]
}

on_both! {
    async fn what_is_named_so_comes_before_what_mentions_it(company: Company) {
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        for number in 0..5 {
            let body = format!("Call {number}: they compare us with two others, and then {} decides", "Acme ".repeat(3));
            company.bob.create("Note", json!({ "body": body, "accountId": account })).await;
        }
        company.bob.create("Note", json!({ "body": "Short\nabout acme", "accountId": account })).await;
        let hits = found(&company.bob, "acme").await;
        let at = |place: usize| (hits[place].0.as_str(), hits[place].1.as_str());
        assert_eq!((hits.len(), at(0), at(6)), (7, ("ACCOUNT", "Acme"), ("NOTE", "Short")));
    }

    async fn the_longest_note_is_kept_and_found(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "Boiler" })).await;
        // Ever other characters in short lines.
        let characters: Vec<char> = ('\u{4e00}'..='\u{9fa5}').step_by(1).take(19_000).collect();
        let lines: Vec<String> = characters.chunks(50).map(|line| line.iter().collect()).collect();
        let note = company.bob.create("Note", json!({ "body": lines.join("\n"), "dealId": deal })).await;
        let last: String = characters[18_990..18_992].iter().collect();
        let lists = company.bob.ask("query($q: String) { notes(search: $q) { nodes { id } } }", json!({ "q": last })).await;
        assert_eq!(lists["notes"]["nodes"], json!([{ "id": note }]));
    }

    async fn notes_and_tasks_are_found_by_whoever_may_read_them(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "Boiler" })).await;
        let body = format!("Called Ms Li\n她要求下周安排工厂参观。\n{}", "long ".repeat(300));
        let note = company.bob.create("Note", json!({ "body": body, "dealId": deal })).await;
        company.bob.create("Task", json!({ "title": "Send the quotation 报价", "dealId": deal })).await;
        company.bob.create("Note", json!({ "body": "x".repeat(500), "dealId": deal })).await;
        for person in [&company.bob, &company.ann, &company.admin] {
            assert_eq!(found(person, "called li").await, hit("NOTE", "Called Ms Li"));
            assert_eq!(found(person, "工厂参观").await, hit("NOTE", "Called Ms Li"));
            assert_eq!(found(person, "报价").await, hit("TASK", "Send the quotation 报价"));
        }
        for person in [&company.eve, &company.dora] {
            assert_eq!(found(person, "工厂参观").await, []);
        }
        assert_eq!(found(&company.bob, &"x".repeat(40)).await, hit("NOTE", &"x".repeat(200)));
        let lists = company.bob.ask("{ notes(search: \"gongchang\") { nodes { id } } tasks(search: \"quotation\") { totalCount } }", json!({})).await;
        assert_eq!(lists, json!({ "notes": { "nodes": [{ "id": note }] }, "tasks": { "totalCount": 1 } }));
        let change = "mutation($id: ID!) { updateNote(id: $id, input: { body: \"Nothing\" }) { userErrors { code } } }";
        company.bob.ask(change, json!({ "id": note })).await;
        assert_eq!(found(&company.bob, "工厂参观").await, []);
        assert_eq!(found(&company.bob, "nothing").await, hit("NOTE", "Nothing"));
    }

    async fn what_is_found_as_another_kind_is_put_right(company: Company) {
        company.bob.create("Account", json!({ "name": "Acme" })).await;
        Tables::of(&company.server).await.execute("UPDATE search_row SET kind = 'TASK' WHERE title = 'Acme'").await;
        assert_eq!(found(&company.bob, "acme").await, []);
        company.server.database.examine(true).await.unwrap();
        assert_eq!(found(&company.bob, "acme").await, hit("ACCOUNT", "Acme"));
        assert_eq!(company.server.database.examine(false).await.unwrap(), []);
    }

    async fn parts_that_are_replaced_leave_no_words(company: Company) {
        let bob = &company.bob;
        let contact = bob.create("Contact", json!({ "name": "Li Na", "phone": "13812345678" })).await;
        let set = "mutation($id: ID!, $points: [ContactPointInput!]!) { setContactPoints(id: $id, points: $points) { userErrors { code } } }";
        bob.ask(set, json!({ "id": contact, "points": [{ "kind": "PHONE", "value": "13900001111" }] })).await;
        bob.ask(set, json!({ "id": contact, "points": [] })).await;
        let deal = bob.create("Deal", json!({ "name": "Boiler" })).await;
        let roles = "mutation($id: ID!, $roles: [BuyingRoleInput!]!) { setBuyingRoles(id: $id, roles: $roles) { userErrors { code } } }";
        bob.ask(roles, json!({ "id": deal, "roles": [{ "contactId": contact, "role": "USER" }] })).await;
        bob.ask(roles, json!({ "id": deal, "roles": [] })).await;
        bob.create("Account", json!({ "name": "Acme" })).await;
        assert_eq!(found(bob, "acme").await, hit("ACCOUNT", "Acme"));
        for gone in ["13812345678", "13900001111"] {
            assert_eq!(found(bob, gone).await, []);
        }
        let tables = Tables::of(&company.server).await;
        let parts = "SELECT COUNT(*) FROM search_row WHERE kind IN ('CONTACT_POINT', 'DEAL_CONTACT')";
        assert_eq!(tables.number(parts).await, 0);
        if company.store == Store::Sqlite {
            // There the words stand in a table of their own.
            let (rows, words) = ("SELECT COUNT(*) FROM search_row", "SELECT COUNT(*) FROM search_text_docsize");
            assert_eq!(tables.number(words).await, tables.number(rows).await);
        }
    }
}
