//! What a stranger reads: every part of the schema says what it is.

use std::collections::BTreeSet;

use serde_json::json;
use tundish_tests::{Introspection, Person, Server, Store};

/// Fields and inputs whose being null or absent needs no word: reviewed one by one.
const NULL_IS_PLAIN: &[&str] = &[
    // Their result is null beside an error only; that holds for every mutation and stands in the root's description.
    "Mutation.*",
    // Absent is as if they were not there: what every comparator, filter and list says of itself.
    "*Filter.*",
];

fn plain(owner: &str, name: &str) -> bool {
    NULL_IS_PLAIN.iter().any(|entry| {
        let (known, field) = entry.split_once('.').unwrap_or((entry, "*"));
        let fits = known.strip_prefix('*').map_or(known == owner, |suffix| owner.ends_with(suffix));
        fits && (field == "*" || field == name)
    })
}

async fn schema() -> (Server, Introspection) {
    let server = Server::start(Store::Sqlite).await;
    let schema = Introspection::ask(&Person::stranger(&server)).await;
    (server, schema)
}

#[tokio::test]
async fn everything_says_what_it_means() {
    let (_server, schema) = schema().await;
    let mut silent = Vec::new();
    let mut note = |path: String, description: &str| {
        if description.trim().is_empty() {
            silent.push(path);
        }
    };
    // The specification says what its own scalars are.
    let built_in = ["ID", "Int", "Float", "String", "Boolean"];
    for ty in schema.types.values().filter(|ty| !built_in.contains(&ty.name.as_str())) {
        note(ty.name.clone(), &ty.description);
        for field in &ty.fields {
            note(format!("{}.{}", ty.name, field.name), &field.description);
            for argument in &field.arguments {
                note(format!("{}.{}({})", ty.name, field.name, argument.name), &argument.description);
            }
        }
        for input in &ty.inputs {
            note(format!("{}.{}", ty.name, input.name), &input.description);
        }
        for (value, description) in &ty.values {
            note(format!("{}.{value}", ty.name), description);
        }
    }
    assert_eq!(silent, Vec::<String>::new(), "these say nothing of themselves");
}

#[tokio::test]
async fn every_name_of_a_type_is_one_of_a_type() {
    let (_server, schema) = schema().await;
    let mut unknown = BTreeSet::new();
    for ty in schema.types.values() {
        let fields = ty
            .fields
            .iter()
            .flat_map(|field| std::iter::once(&field.ty).chain(field.arguments.iter().map(|argument| &argument.ty)));
        let named = fields.chain(ty.inputs.iter().map(|input| &input.ty)).map(|reference| &reference.name);
        for name in named.chain(&ty.interfaces).chain(&ty.possible) {
            if schema.find(name).is_none() {
                unknown.insert(format!("{name} in {}", ty.name));
            }
        }
    }
    assert_eq!(unknown, BTreeSet::new());
}

#[tokio::test]
async fn every_field_that_may_be_null_says_what_null_means() {
    let (_server, schema) = schema().await;
    let explained = |text: &str| text.to_lowercase().contains("null") || text.contains("absent");
    let mut silent = Vec::new();
    for ty in schema.types.values() {
        for field in ty.fields.iter().filter(|field| !field.ty.required() && !plain(&ty.name, &field.name)) {
            if !explained(&field.description) {
                silent.push(format!("{}.{}: {}", ty.name, field.name, field.description));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new(), "null means something else in each of these, and none says what");
}

#[tokio::test]
async fn records_have_what_the_conventions_promise() {
    let (_server, schema) = schema().await;
    for record in schema.records() {
        for (field, ty) in [
            ("id", "ID!"),
            ("createdAt", "DateTime!"),
            ("updatedAt", "DateTime!"),
            ("version", "Int!"),
            ("viewerCan", "[RecordAction!]!"),
        ] {
            let found = record.field(field).map(|field| field.ty.text.as_str());
            assert_eq!(found, Some(ty), "{}.{field}", record.name);
        }
    }
    for field in &schema.ty("Mutation").fields {
        assert!(!field.ty.required() || field.name == "signOut", "{} would empty the whole answer", field.name);
        for verb in ["get", "list"] {
            assert!(!field.name.starts_with(verb), "{}", field.name);
        }
    }
    let connections = schema.types.values().filter(|ty| ty.name.ends_with("Connection"));
    for connection in connections {
        let fields: Vec<&str> = connection.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(fields, ["edges", "nodes", "pageInfo", "totalCount"], "{}", connection.name);
    }
    let lists = schema.types.values().flat_map(|ty| &ty.fields).filter(|field| field.ty.name.ends_with("Connection"));
    for list in lists {
        for argument in ["first", "after", "last", "before"] {
            assert!(list.argument(argument).is_some(), "{} has no {argument}", list.name);
        }
    }
}

#[tokio::test]
async fn a_schema_that_is_not_public_is_shown_to_nobody_without_a_name() {
    use tundish::config::Options;
    use tundish_application::store::Clock;
    let options = Options { public_schema: Some(false), ..Options::default() };
    let server = Server::start_with(Store::Sqlite, Clock::new(chrono::Utc::now), options).await;
    let stranger = Person::stranger(&server);
    let answer = stranger.send("{ __schema { types { name } } }", json!({})).await;
    assert!(answer["data"].get("__schema").is_none_or(serde_json::Value::is_null), "{answer}");
    let page = stranger.http().get(stranger.url("/graphiql")).send().await.unwrap();
    assert_eq!(page.status(), 404);
}
