//! Pipelines and stages: several of them, changed while deals are in them, and what keeps them.

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Person, Store, on_both};

/// A second pipeline with an open, a won and a lost stage: its id and theirs.
async fn renewals(admin: &Person) -> (String, Vec<String>) {
    let pipeline = admin.create("Pipeline", json!({ "name": "Renewals" })).await;
    let mut stages = Vec::new();
    for (name, kind) in [("Offered", "OPEN"), ("Renewed", "WON"), ("Gone", "LOST")] {
        let input = json!({ "name": name, "kind": kind, "pipelineId": pipeline, "probability": "0.4" });
        stages.push(admin.create("Stage", input).await);
    }
    (pipeline, stages)
}

/// What updating a record of the settings came to.
async fn update(admin: &Person, kind: &str, id: &str, input: Json) -> Json {
    let document = format!(
        "mutation($id: ID!, $input: Update{kind}Input!) {{ update{kind}(id: $id, input: $input) {{ userErrors {{ code path }} }} }}"
    );
    admin.ask(&document, json!({ "id": id, "input": input })).await[format!("update{kind}")]["userErrors"].take()
}

async fn delete(admin: &Person, kind: &str, id: &str) -> Json {
    let document = format!("mutation($id: ID!) {{ delete{kind}(id: $id) {{ userErrors {{ code path }} }} }}");
    admin.ask(&document, json!({ "id": id })).await[format!("delete{kind}")]["userErrors"].take()
}

async fn move_to(person: &Person, deal: &str, stage: &str) -> Json {
    let document = "mutation($id: ID!, $stage: ID!) { moveDeal(id: $id, stageId: $stage) \
                    { deal { state pipeline { id } stage { id } } userErrors { code path } } }";
    person.ask(document, json!({ "id": deal, "stage": stage })).await["moveDeal"].take()
}

/// The stages of a pipeline with open deals: name, count and weighted amount; and how many are won.
async fn funnel(person: &Person, pipeline: &str) -> (Json, Json) {
    let document = "query($id: ID!) { funnel(pipelineId: $id) { stages { stage { name } count weightedAmount { base } entered advanced } wonCount } }";
    let mut data = person.ask(document, json!({ "id": pipeline })).await;
    (data["funnel"]["stages"].take(), data["funnel"]["wonCount"].take())
}

fn row(name: &str, count: u32, weighted: &str, entered: u32, advanced: u32) -> Json {
    json!({ "stage": { "name": name }, "count": count, "weightedAmount": { "base": weighted }, "entered": entered, "advanced": advanced })
}

on_both! {
    async fn deals_move_between_pipelines(company: Company) {
        let (pipeline, stages) = renewals(&company.admin).await;
        let deal = company.bob.create("Deal", json!({ "name": "Moving", "amount": { "amount": "100" } })).await;
        let begun = company.bob.create("Deal", json!({ "name": "Begun there", "pipelineId": pipeline })).await;
        let found = company.bob.ask("query($id: ID!) { deal(id: $id) { stage { id } } }", json!({ "id": begun })).await;
        assert_eq!(found["deal"]["stage"]["id"], json!(stages[0]));
        let moved = move_to(&company.bob, &deal, &stages[0]).await;
        assert_eq!(moved["deal"], json!({ "state": "OPEN", "pipeline": { "id": pipeline }, "stage": { "id": stages[0] } }));
        // Both have entered; to go to another pipeline was no progress in the first one.
        assert_eq!(funnel(&company.bob, &pipeline).await, (json!([row("Offered", 2, "40.00", 2, 0)]), json!(0)));
        let (first, _) = funnel(&company.bob, &company.pipeline).await;
        assert_eq!(first[0], row("Qualification", 0, "0.00", 1, 0));
        assert_eq!(move_to(&company.bob, &deal, &stages[1]).await["deal"]["state"], "WON");
        assert_eq!(funnel(&company.bob, &pipeline).await, (json!([row("Offered", 1, "0.00", 2, 1)]), json!(1)));
        let misplaced = company.bob.try_create("Deal", json!({ "name": "Both", "pipelineId": company.pipeline, "stageId": stages[0] })).await;
        assert_eq!((&misplaced["userErrors"][0]["code"], &misplaced["userErrors"][0]["path"]), (&json!("INVALID"), &json!(["stageId"])));
    }

    async fn a_pipeline_that_is_closed_takes_no_more_deals(company: Company) {
        let (pipeline, stages) = renewals(&company.admin).await;
        let inside = company.bob.create("Deal", json!({ "name": "Inside", "pipelineId": pipeline })).await;
        let outside = company.bob.create("Deal", json!({ "name": "Outside" })).await;
        assert_eq!(update(&company.admin, "Pipeline", &pipeline, json!({ "active": false, "name": "Old renewals" })).await, json!([]));
        let refused = move_to(&company.bob, &outside, &stages[0]).await;
        assert_eq!(refused["userErrors"], json!([{ "code": "INVALID", "path": ["stageId"] }]));
        let entered = company.bob.try_create("Deal", json!({ "name": "New", "pipelineId": pipeline })).await;
        assert_eq!(entered["userErrors"][0]["code"], "INVALID");
        // What is in it goes its way.
        assert_eq!(move_to(&company.bob, &inside, &stages[1]).await["deal"]["state"], "WON");
        assert_eq!(move_to(&company.bob, &inside, &stages[0]).await["deal"]["state"], "OPEN");
        assert_eq!(move_to(&company.bob, &inside, &company.stages[0]).await["userErrors"], json!([]));
    }

    async fn stages_change_while_deals_are_in_them(company: Company) {
        let deal = company.bob.create("Deal", json!({ "name": "In it", "amount": { "amount": "100" } })).await;
        let first = &company.stages[0];
        let renamed = json!({ "name": "First talk", "probability": "0.2", "position": 1, "translations": [{ "language": "zh-CN", "text": "初次沟通" }] });
        assert_eq!(update(&company.admin, "Stage", first, renamed).await, json!([]));
        let (stages, _) = funnel(&company.bob, &company.pipeline).await;
        assert_eq!(stages[1], row("First talk", 1, "20.00", 1, 0));
        assert_eq!(stages[0]["stage"]["name"], "Needs analysis");
        // Figures say open, won or lost by the deals' stages, so a stage with deals stays what it is.
        assert_eq!(update(&company.admin, "Stage", first, json!({ "kind": "WON" })).await, json!([{ "code": "IN_USE", "path": ["kind"] }]));
        assert_eq!(delete(&company.admin, "Stage", first).await, json!([{ "code": "IN_USE", "path": ["id"] }]));
        assert_eq!(move_to(&company.bob, &deal, &company.stages[2]).await["userErrors"], json!([]));
        assert_eq!(update(&company.admin, "Stage", first, json!({ "kind": "LOST", "probability": "0.9" })).await, json!([]));
        let kind = "query($id: ID!) { node(id: $id) { ... on Stage { kind probability } } }";
        let found = company.admin.ask(kind, json!({ "id": first })).await;
        assert_eq!(found["node"], json!({ "kind": "LOST", "probability": "0" }));
        assert_eq!(delete(&company.admin, "Stage", first).await, json!([]));
    }

    async fn no_deal_is_left_in_a_stage_that_is_gone(company: Company) {
        // On PostgreSQL the deal is moved through another node, which keeps stages in its own memory.
        let other = match company.store {
            Store::Postgres => Some(company.server.beside().await),
            Store::Sqlite => None,
        };
        let bob = other.as_ref().map_or_else(|| company.bob.clone(), |other| company.bob.at(other));
        let deal = bob.create("Deal", json!({ "name": "Moving" })).await;
        let refused = |errors: &Json| *errors != json!([]);
        let mut gone = 0;
        for round in 0..12 {
            let input = json!({ "name": format!("Brief {round}"), "kind": "OPEN", "pipelineId": company.pipeline, "probability": "0.4" });
            let stage = company.admin.create("Stage", input).await;
            let (moved, deleted) = tokio::join!(move_to(&bob, &deal, &stage), delete(&company.admin, "Stage", &stage));
            assert_ne!(refused(&moved["userErrors"]), refused(&deleted), "{moved} {deleted}");
            gone += u32::from(!refused(&deleted));
            assert_eq!(move_to(&bob, &deal, &company.stages[0]).await["userErrors"], json!([]));
        }
        // Where neither ever came first, nothing was shown.
        assert!(gone > 0, "no stage was deleted");
    }

    async fn teams_with_members_or_teams_below_stay(company: Company) {
        let below = company.admin.create("Team", json!({ "name": "East", "parentId": company.teams[0] })).await;
        let empty = company.admin.create("Team", json!({ "name": "Empty" })).await;
        let above = company.admin.create("Team", json!({ "name": "Above" })).await;
        assert_eq!(update(&company.admin, "Team", &empty, json!({ "parentId": above })).await, json!([]));
        for team in [&company.teams[0], &company.teams[1], &above] {
            assert_eq!(delete(&company.admin, "Team", team).await, json!([{ "code": "IN_USE", "path": ["id"] }]));
        }
        for team in [&below, &empty, &above] {
            assert_eq!(delete(&company.admin, "Team", team).await, json!([]));
        }
    }

    async fn choices_and_tasks_are_changed_in_their_own_ways(company: Company) {
        let account = company.bob.create("Account", json!({ "name": "Acme", "industry": "software" })).await;
        let choices = company.admin.ask("{ choices(list: \"industry\") { id key name active } }", json!({})).await;
        let software = choices["choices"].as_array().unwrap().iter().find(|choice| choice["key"] == "software").unwrap();
        let id = software["id"].as_str().unwrap();
        assert_eq!(update(&company.admin, "Choice", id, json!({ "name": "Programs", "active": false })).await, json!([]));
        let found = company.admin.ask("{ choices(list: \"industry\") { key name active } }", json!({})).await;
        assert!(found["choices"].as_array().unwrap().contains(&json!({ "key": "software", "name": "Programs", "active": false })));
        // What was chosen before stays.
        let kept = company.bob.ask("query($id: ID!) { account(id: $id) { industry } }", json!({ "id": account })).await;
        assert_eq!(kept["account"]["industry"], "software");
        let task = company.bob.create("Task", json!({ "title": "Call", "dueDate": "2026-01-01" })).await;
        let complete = "mutation($id: ID!, $done: Boolean!) { completeTask(id: $id, done: $done) { task { completedAt version } userErrors { code } } }";
        let complete = async |done: bool| company.bob.ask(complete, json!({ "id": task, "done": done })).await["completeTask"]["task"].take();
        let done = complete(true).await;
        assert!(done["completedAt"].is_string());
        assert_eq!(complete(true).await, done);
        assert_eq!(complete(false).await, json!({ "completedAt": null, "version": 3 }));
    }
}
