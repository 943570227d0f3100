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

on_both! {
    async fn settings_say_who_may_change_them(company: Company) {
        let (change, remove) = (json!(["UPDATE"]), json!(["UPDATE", "DELETE"]));
        assert_eq!(told(&company.admin).await, json!([change, change, remove, change, change, remove]));
        for other in [&company.ann, &company.bob] {
            assert_eq!(told(other).await, json!([change, [], [], [], [], []]));
        }
    }
}
