//! What people may do with the company's settings, as the screens ask it.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Person, on_both};

async fn told(person: &Person) -> Json {
    let document = "{ viewer { viewerCan } company { viewerCan } teams { viewerCan } choices(list: \"source\") { viewerCan } \
                    pipelines { viewerCan stages { viewerCan } } }";
    let found = person.ask(document, json!({})).await;
    json!([
        found["viewer"]["viewerCan"],
        found["company"]["viewerCan"],
        found["teams"][0]["viewerCan"],
        found["choices"][0]["viewerCan"],
        found["pipelines"][0]["viewerCan"],
        found["pipelines"][0]["stages"][0]["viewerCan"],
    ])
}

const DELETE: &str = "mutation($id: ID!) { deleteStage(id: $id) { userErrors { code path message } } }";
const KIND: &str = "mutation($id: ID!, $kind: StageKind) { updateStage(id: $id, input: { kind: $kind }) { userErrors { code path } } }";

/// The stages of the first pipeline, in their order.
async fn stages(company: &Company) -> Vec<String> {
    let pipelines = company.admin.ask("{ pipelines { stages { id } } }", json!({})).await;
    let stages = pipelines["pipelines"][0]["stages"].as_array().unwrap();
    stages.iter().map(|stage| stage["id"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    async fn a_pipeline_keeps_an_open_stage(company: Company) {
        let admin = &company.admin;
        let [first, second, third, fourth, won, lost] = company.stages.clone().try_into().unwrap();
        let delete = async |id: &str| admin.ask(DELETE, json!({ "id": id })).await["deleteStage"]["userErrors"].take();
        let turn = async |id: &str, kind: &str| admin.ask(KIND, json!({ "id": id, "kind": kind })).await["updateStage"]["userErrors"].take();
        assert_eq!(delete(&first).await, json!([]));
        assert_eq!(turn(&second, "LOST").await, json!([]));
        // Two take away the last two at the same moment: one of them may.
        let both = futures::future::join(delete(&third), turn(&fourth, "WON")).await;
        let refused = [&both.0, &both.1].into_iter().filter(|errors| errors[0]["code"] == "IN_USE").count();
        assert_eq!(refused, 1, "{both:?}");
        let last = if both.0 == json!([]) { &fourth } else { &third };
        let told = json!([{ "code": "IN_USE", "path": ["id"], "message": "A pipeline needs an open stage." }]);
        assert_eq!(delete(last).await, told);
        assert_eq!(turn(last, "WON").await, json!([{ "code": "IN_USE", "path": ["kind"] }]));
        // The others may go.
        assert_eq!((delete(&won).await, delete(&lost).await), (json!([]), json!([])));
        let restore = "mutation($id: ID!) { restoreStage(id: $id) { stage { position deletedAt } userErrors { code } } }";
        let restored = admin.ask(restore, json!({ "id": first })).await["restoreStage"].take();
        assert_eq!(restored, json!({ "stage": { "position": 0, "deletedAt": null }, "userErrors": [] }));
        assert_eq!(stages(&company).await[0], first);
        assert_eq!(delete(last).await, json!([]));
    }

    async fn what_is_no_longer_chosen_stays_where_it_is(company: Company) {
        let admin = &company.admin;
        let choices = admin.ask("{ choices { id list key } }", json!({})).await["choices"].take();
        for (list, key) in [("industry", "energy"), ("lostReason", "price")] {
            let retired = choices.as_array().unwrap().iter().find(|choice| choice["list"] == list && choice["key"] == key).unwrap();
            let retire = "mutation($id: ID!, $active: Boolean) { updateChoice(id: $id, input: { active: $active }) { userErrors { code } } }";
            let turn = async |active: bool| admin.ask(retire, json!({ "id": retired["id"], "active": active })).await;
            let (kind, id) = match list {
                "industry" => ("Account", company.bob.create("Account", json!({ "name": "Acme", "industry": key })).await),
                _ => ("Deal", company.bob.create("Deal", json!({ "name": "Boiler" })).await),
            };
            turn(false).await;
            if kind == "Account" {
                let update = "mutation($id: ID!, $industry: String, $city: String) { updateAccount(id: $id, input: { industry: $industry, city: $city }) { userErrors { code path } } }";
                let set = async |industry: &str| company.bob.ask(update, json!({ "id": id, "industry": industry, "city": industry })).await["updateAccount"]["userErrors"].take();
                assert_eq!(set("energy").await, json!([]), "it has that already");
                assert_eq!(set("retail").await, json!([]));
                assert_eq!(set("energy").await, json!([{ "code": "INVALID", "path": ["industry"] }]));
                let refused = company.bob.try_create("Account", json!({ "name": "Zenith", "industry": key })).await;
                assert_eq!(refused["userErrors"][0]["message"], "“energy” can no longer be chosen.");
                turn(true).await;
                assert_eq!(set("energy").await, json!([]));
            } else {
                let lose = "mutation($id: ID!, $stage: ID!, $reason: String) { moveDeal(id: $id, stageId: $stage, lostReason: $reason) { userErrors { code path } } }";
                let lost = company.bob.ask(lose, json!({ "id": id, "stage": company.stages[5], "reason": key })).await;
                assert_eq!(lost["moveDeal"]["userErrors"], json!([{ "code": "INVALID", "path": ["lostReason"] }]));
            }
        }
    }

    async fn a_product_comes_back_only_under_a_name_of_its_own(company: Company) {
        let admin = &company.admin;
        let first = admin.create("Product", json!({ "name": "Boiler" })).await;
        admin.ask("mutation($id: ID!) { deleteProduct(id: $id) { userErrors { code } } }", json!({ "id": first })).await;
        let second = admin.create("Product", json!({ "name": "BOILER" })).await;
        let restore = async || admin.ask("mutation($id: ID!) { restoreProduct(id: $id) { userErrors { code path } } }", json!({ "id": first })).await["restoreProduct"]["userErrors"].take();
        assert_eq!(restore().await, json!([{ "code": "DUPLICATE", "path": ["name"] }]));
        admin.ask("mutation($id: ID!) { updateProduct(id: $id, input: { name: \"Kettle\" }) { userErrors { code } } }", json!({ "id": second })).await;
        assert_eq!(restore().await, json!([]));
    }

    async fn a_deal_comes_back_only_into_a_stage_that_is_there(company: Company) {
        let stage = &company.stages[2];
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        let deal = company.bob.create("Deal", json!({ "name": "Boiler", "stageId": stage, "accountId": account })).await;
        let admin = &company.admin;
        let refused = admin.ask(DELETE, json!({ "id": stage })).await["deleteStage"]["userErrors"].take();
        assert_eq!(refused[0]["code"], "IN_USE", "{refused}");
        admin.ask("mutation($id: ID!) { deleteAccount(id: $id, cascade: true) { userErrors { code } } }", json!({ "id": account })).await;
        assert_eq!(admin.ask(DELETE, json!({ "id": stage })).await["deleteStage"]["userErrors"], json!([]));
        for (record, id) in [("Deal", &deal), ("Account", &account)] {
            let restore = format!("mutation($id: ID!) {{ payload: restore{record}(id: $id) {{ userErrors {{ code path }} }} }}");
            let refused = admin.ask(&restore, json!({ "id": id })).await["payload"]["userErrors"].take();
            assert_eq!(refused, json!([{ "code": "IN_USE", "path": ["id"] }]), "{record}");
        }
        admin.ask("mutation($id: ID!) { restoreStage(id: $id) { userErrors { code } } }", json!({ "id": stage })).await;
        assert_eq!(&stages(&company).await[2], stage);
        admin.ask("mutation($id: ID!) { restoreAccount(id: $id) { userErrors { code } } }", json!({ "id": account })).await;
        let back = company.bob.ask("query($id: ID!) { deal(id: $id) { stage { id } } }", json!({ "id": deal })).await;
        assert_eq!(back["deal"]["stage"]["id"], json!(stage));
    }

    async fn settings_say_who_may_change_them(company: Company) {
        let (change, remove) = (json!(["UPDATE"]), json!(["UPDATE", "DELETE"]));
        assert_eq!(told(&company.admin).await, json!([change, change, remove, change, change, remove]));
        for other in [&company.ann, &company.bob] {
            assert_eq!(told(other).await, json!([change, [], [], [], [], []]));
        }
    }
}
