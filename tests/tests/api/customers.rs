//! Customers through the API: how people are reached, and how customers are found.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Person, on_both};

const SET: &str = "mutation($id: ID!, $points: [ContactPointInput!]!) { setContactPoints(id: $id, points: $points) \
                   { contact { phone email version contactPoints { kind label value normalized primary } } userErrors { code path } } }";

async fn points(person: &Person, id: &str) -> Json {
    let document =
        "query($id: ID!) { contact(id: $id) { phone email contactPoints { kind label value normalized primary } } }";
    person.ask(document, json!({ "id": id })).await["contact"].take()
}

async fn found(person: &Person, query: &str) -> Vec<String> {
    let hits = person.ask("query($q: String!) { search(query: $q) { title } }", json!({ "q": query })).await;
    hits["search"].as_array().unwrap().iter().map(|hit| hit["title"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    async fn the_primary_number_and_the_field_follow_each_other(company: Company) {
        let bob = &company.bob;
        let id = bob.create("Contact", json!({ "name": "李娜", "phone": "138 1234 5678" })).await;
        let phone = json!({ "kind": "PHONE", "label": null, "value": "138 1234 5678", "normalized": "+8613812345678", "primary": true });
        assert_eq!(points(bob, &id).await["contactPoints"], json!([phone]));

        let two = json!([
            { "kind": "PHONE", "value": "021-6888 1234", "label": "办公室" },
            { "kind": "PHONE", "value": "139-0000-1111", "primary": true },
            { "kind": "EMAIL", "value": "Li.Na@Example.com" },
        ]);
        let set = bob.ask(SET, json!({ "id": id, "points": two })).await;
        assert_eq!(set["setContactPoints"]["userErrors"], json!([]));
        let contact = &set["setContactPoints"]["contact"];
        assert_eq!((&contact["phone"], &contact["email"], &contact["version"]), (&json!("139-0000-1111"), &json!("Li.Na@Example.com"), &json!(2)));
        let primary: Vec<&Json> = contact["contactPoints"].as_array().unwrap().iter().map(|point| &point["primary"]).collect();
        assert_eq!(primary, [&json!(false), &json!(true), &json!(true)]);

        let update = "mutation($id: ID!, $phone: String) { updateContact(id: $id, input: { phone: $phone }) { userErrors { code } } }";
        bob.ask(update, json!({ "id": id, "phone": "021 68881234" })).await;
        let after = points(bob, &id).await;
        let phones: Vec<&Json> = after["contactPoints"].as_array().unwrap().iter().filter(|point| point["kind"] == "PHONE").collect();
        assert_eq!(phones.len(), 1, "the further number that became the primary one does not stand there twice: {after}");
        assert_eq!(phones[0]["normalized"], "02168881234");
        bob.ask(update, json!({ "id": id, "phone": null })).await;
        assert_eq!(points(bob, &id).await["contactPoints"].as_array().unwrap().len(), 1);
    }

    async fn wrong_and_repeated_numbers_are_refused_whole(company: Company) {
        let id = company.bob.create("Contact", json!({ "name": "王芳", "email": "wang@example.com" })).await;
        let before = points(&company.bob, &id).await;
        for (points, error) in [
            (json!([{ "kind": "EMAIL", "value": "nobody" }]), json!({ "code": "INVALID", "path": ["points", "0", "value"] })),
            (
                json!([{ "kind": "PHONE", "value": "13812345678" }, { "kind": "PHONE", "value": "+86 138-1234-5678" }]),
                json!({ "code": "DUPLICATE", "path": ["points", "1", "value"] }),
            ),
            (json!([{ "kind": "PHONE", "value": "  " }]), json!({ "code": "REQUIRED", "path": ["points", "0", "value"] })),
        ] {
            let refused = company.bob.ask(SET, json!({ "id": id, "points": points })).await;
            assert_eq!(refused["setContactPoints"]["userErrors"], json!([error]));
        }
        assert_eq!(points(&company.bob, &id).await, before);
        assert_eq!(company.dora.refused(SET, json!({ "id": id, "points": [] })).await, "NOT_FOUND");
    }

    async fn contacts_are_moved_only_to_where_they_could_be_created(company: Company) {
        let account = company.eve.create("Account", json!({ "name": "Of Eve" })).await;
        company.admin.create("Deal", json!({ "name": "Leads there", "ownerId": company.bob.id, "accountId": account })).await;
        let contact = company.bob.create("Contact", json!({ "name": "Li" })).await;
        let document = "mutation($id: ID!, $account: ID) { updateContact(id: $id, input: { accountId: $account }) \
                        { contact { account { name } } userErrors { code path } } }";
        let moved = async |person: &Person, account: Json| person.ask(document, json!({ "id": contact, "account": account })).await["updateContact"].take();
        let created = company.bob.try_create("Contact", json!({ "name": "Wang", "accountId": account })).await;
        assert_eq!(created["userErrors"][0]["code"], "FORBIDDEN");
        let refused = moved(&company.bob, json!(account)).await;
        assert_eq!(refused["userErrors"], json!([{ "code": "FORBIDDEN", "path": ["accountId"] }]));
        let own = company.bob.create("Account", json!({ "name": "Of Bob" })).await;
        assert_eq!(moved(&company.bob, json!(own)).await, json!({ "contact": { "account": { "name": "Of Bob" } }, "userErrors": [] }));
        assert_eq!(moved(&company.ann, json!(account)).await["userErrors"], json!([]));
    }

    async fn customers_are_found_by_name_sound_and_every_number(company: Company) {
        let bob = &company.bob;
        bob.create("Account", json!({ "name": "上海华晟智能科技有限公司", "city": "上海" })).await;
        let id = bob.create("Contact", json!({ "name": "张伟明" })).await;
        bob.ask(SET, json!({ "id": id, "points": [
            { "kind": "PHONE", "value": "138 1234 5678" }, { "kind": "EMAIL", "value": "wm@huasheng.example" },
        ] })).await;
        for query in ["华晟", "hszn", "huasheng zhineng"] {
            assert!(found(bob, query).await.contains(&"上海华晟智能科技有限公司".to_owned()), "{query}");
        }
        for query in ["weiming", "zwm", "张", "13812345678", "5678", "wm@huasheng"] {
            assert!(found(bob, query).await.contains(&"张伟明".to_owned()), "{query}");
        }
        // A new name does not lose the numbers.
        bob.ask("mutation($id: ID!) { updateContact(id: $id, input: { name: \"张伟\" }) { userErrors { code } } }", json!({ "id": id })).await;
        assert_eq!(found(bob, "13812345678").await, ["张伟"]);
        assert!(found(bob, "weiming").await.is_empty());
        assert!(found(&company.dora, "华晟").await.is_empty());
    }
}
