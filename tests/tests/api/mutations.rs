//! Every mutation of the schema, carried out by nobody, by people without rights, and by an administrator.
//!
//! The calls are made from the schema: ids by the names of their fields, other values by their types. A mutation that
//! cannot be carried out that way fails here until it is taught in [`World::special`].

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};
use tundish_tests::{
    Company, Introspection, Person, Tables,
    introspection::{Field, Input},
    on_both,
    people::PASSWORD,
};

/// What everybody may do: open doors, each with its own tests.
const OPEN_TO_STRANGERS: &[&str] = &["setUp", "signIn", "signOut"];
/// What everybody who is signed in may do with what is his own.
const OPEN_TO_PEOPLE: &[&str] = &["changePassword", "createAccessToken"];

/// The records that somebody has as the own ones.
const OWNED: &[&str] = &["Account", "Contact", "Deal", "Note", "Task"];

/// Records to point at, and the schema that says where.
struct World<'a> {
    schema: &'a Introspection,
    /// Who has the owned ones.
    owner: &'a Person,
    /// Who makes the others.
    admin: &'a Person,
    /// A record of each kind.
    known: BTreeMap<String, String>,
    /// For names and keys that must differ.
    counter: u32,
}

impl<'a> World<'a> {
    fn new(schema: &'a Introspection, company: &'a Company, owner: &'a Person) -> Self {
        let known = [
            ("User", &company.bob.id),
            ("Team", &company.teams[0]),
            ("Pipeline", &company.pipeline),
            ("Stage", &company.stages[1]),
        ];
        let known = known.into_iter().map(|(kind, id)| (kind.to_owned(), id.clone())).collect();
        Self { schema, owner, admin: &company.admin, known, counter: 0 }
    }

    fn unique(&mut self) -> u32 {
        self.counter += 1;
        self.counter
    }

    /// The kind of record that an id of that name points at, in a mutation about `record`.
    fn kind_of(&self, name: &str, record: &str) -> String {
        let stem = name.strip_suffix("Ids").or_else(|| name.strip_suffix("Id")).unwrap_or(name);
        let capitalised = stem[..1].to_uppercase() + &stem[1..];
        let described = self.schema.find(record).and_then(|ty| ty.field(stem)).map(|field| field.ty.name.clone());
        match described {
            Some(kind) => kind,
            None if stem == "owner" => "User".to_owned(),
            None => capitalised,
        }
    }

    /// A record of a kind, made once.
    async fn some(&mut self, kind: &str) -> String {
        if let Some(id) = self.known.get(kind) {
            return id.clone();
        }
        let id = Box::pin(self.fresh(kind)).await;
        self.known.insert(kind.to_owned(), id.clone());
        id
    }

    /// A new record of a kind, by the mutation that makes one.
    async fn fresh(&mut self, kind: &str) -> String {
        if kind == "Upload" {
            return self.admin.upload("accounts.csv", "name\nAcme\n").await;
        }
        let key = kind[..1].to_lowercase() + &kind[1..];
        let makers = [format!("create{kind}"), format!("set{kind}"), format!("start{kind}")];
        let Some(field) = makers.iter().find_map(|name| self.schema.mutation(name)) else {
            // There is one, and nothing makes another.
            let found = self.admin.ask(&format!("{{ {key} {{ id }} }}"), json!({})).await;
            return found[&key]["id"].as_str().unwrap().to_owned();
        };
        let maker = if OWNED.contains(&kind) { self.owner } else { self.admin };
        let variables = self.variables(field, kind, false).await;
        let payload = carry_out(self.schema, maker, field, variables).await;
        let id = payload["data"][&field.name][&key]["id"].as_str();
        id.unwrap_or_else(|| panic!("{}: {payload}", field.name)).to_owned()
    }

    /// Values for the arguments of a mutation about a kind of record: the required ones and, with `all_ids`, every id.
    async fn variables(&mut self, field: &Field, record: &str, all_ids: bool) -> Json {
        let mut variables = match self.special(field, record).await {
            Some(Json::Object(special)) => special,
            _ => Map::new(),
        };
        for argument in &field.arguments {
            let known = variables.get(&argument.name).cloned().unwrap_or(Json::Null);
            if argument.needed() && !known.is_string() {
                let mut value = self.value(argument, record, all_ids).await;
                merge(&mut value, known);
                variables.insert(argument.name.clone(), value);
            }
        }
        Json::Object(variables)
    }

    async fn value(&mut self, input: &Input, record: &str, all_ids: bool) -> Json {
        let one = match input.ty.name.as_str() {
            "ID" if input.name == "id" => json!(Box::pin(self.fresh(record)).await),
            "ID" => {
                let kind = self.kind_of(&input.name, record);
                json!(Box::pin(self.some(&kind)).await)
            }
            "String" => match input.name.as_str() {
                "email" => json!(format!("person{}@example.com", self.unique())),
                "timeZone" => json!("Asia/Shanghai"),
                "language" | "defaultLanguage" => json!("en"),
                "roleKey" => json!("representative"),
                "list" => json!("source"),
                "mapping" => json!("kind = \"Account\"\n[fields.name]\ncolumn = \"name\"\n"),
                "value" => json!("021 6888 1234"),
                "password" | "currentPassword" | "newPassword" => json!(PASSWORD),
                name => json!(format!("{name} {}", self.unique())),
            },
            "Int" => json!(1),
            "Boolean" => json!(true),
            "Decimal" => json!("0.5"),
            "Date" => json!("2026-01-01"),
            "DateTime" => json!("2999-01-01T00:00:00.000Z"),
            "CurrencyCode" => json!("USD"),
            name => {
                let ty = self.schema.ty(name);
                if ty.kind == "ENUM" {
                    json!(ty.values[0].0)
                } else {
                    let mut object = Map::new();
                    for field in &ty.inputs {
                        let changed =
                            name.starts_with("Update") && ["name", "title", "body"].contains(&field.name.as_str());
                        if field.needed() || changed || (all_ids && field.ty.name == "ID" && field.name != "id") {
                            let value = Box::pin(self.value(field, record, all_ids)).await;
                            object.insert(field.name.clone(), value);
                        }
                    }
                    Json::Object(object)
                }
            }
        };
        if input.ty.list() { json!([one]) } else { one }
    }

    /// What cannot be guessed from types.
    async fn special(&mut self, field: &Field, record: &str) -> Option<Json> {
        Some(match field.name.as_str() {
            "setTarget" => {
                let quarter = format!("{}-01-01", 2030 + self.unique());
                json!({ "input": { "ownerId": self.known["User"], "quarterStart": quarter, "amount": { "amount": "100" } } })
            }
            "setExchangeRate" => json!({ "input": { "date": format!("{}-01-01", 2000 + self.unique()) } }),
            "deleteStage" => {
                let stages = self.admin.ask("{ pipelines { stages { id } } }", json!({})).await;
                json!({ "id": stages["pipelines"][0]["stages"][2]["id"] })
            }
            "revokeSession" => json!({ "id": session(self.admin).await }),
            "revokeAccessToken" => json!({ "id": token(self.admin).await.0 }),
            name if name.starts_with("restore") => {
                let id = Box::pin(self.fresh(record)).await;
                let delete = format!("mutation($id: ID!) {{ delete{record}(id: $id) {{ userErrors {{ message }} }} }}");
                self.admin.ask(&delete, json!({ "id": id })).await;
                json!({ "id": id })
            }
            _ => return None,
        })
    }
}

/// Puts the fields of one object into another.
fn merge(into: &mut Json, from: Json) {
    if let (Json::Object(into), Json::Object(from)) = (into, from) {
        into.extend(from);
    }
}

/// Another session of a person, to be ended.
async fn session(person: &Person) -> String {
    let sessions = person.ask("{ sessions { id current } }", json!({})).await;
    let other = sessions["sessions"].as_array().unwrap().iter().find(|session| session["current"] == false);
    other.unwrap()["id"].as_str().unwrap().to_owned()
}

/// A token of a person: its id and its secret.
async fn token(person: &Person) -> (String, String) {
    let document =
        "mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { accessToken { id } secret } }";
    let input = json!({ "name": "program", "scope": "READ", "expiresAt": "2999-01-01T00:00:00Z" });
    let made = person.ask(document, json!({ "input": input })).await["createAccessToken"].take();
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    (text(&made["accessToken"]["id"]), text(&made["secret"]))
}

/// The kind of record that a mutation is about: that of its payload, else none.
fn about(schema: &Introspection, field: &Field) -> String {
    let fields = &schema.ty(&field.ty.name).fields;
    let record = fields.iter().find(|field| schema.records().any(|record| record.name == field.ty.name));
    record.map_or_else(String::new, |field| field.ty.name.clone())
}

/// The whole answer to a mutation.
async fn carry_out(schema: &Introspection, person: &Person, field: &Field, variables: Json) -> Json {
    let given: Vec<&Input> = field.arguments.iter().filter(|argument| !variables[&argument.name].is_null()).collect();
    let declared: Vec<String> =
        given.iter().map(|argument| format!("${}: {}", argument.name, argument.ty.text)).collect();
    let given: Vec<String> = given.iter().map(|argument| format!("{0}: ${0}", argument.name)).collect();
    let parts: Vec<String> = schema
        .ty(&field.ty.name)
        .fields
        .iter()
        .map(|part| match part.ty.name.as_str() {
            "UserError" => "userErrors { code path message }".to_owned(),
            name if schema.records().any(|record| record.name == name) => format!("{} {{ id }}", part.name),
            name => format!("{}{}", part.name, schema.leaf(name)),
        })
        .collect();
    let selection = if parts.is_empty() { String::new() } else { format!("{{ {} }}", parts.join(" ")) };
    let parenthesised =
        |list: &[String]| if list.is_empty() { String::new() } else { format!("({})", list.join(", ")) };
    let document =
        format!("mutation{} {{ {}{} {selection} }}", parenthesised(&declared), field.name, parenthesised(&given));
    person.send(&document, variables).await
}

/// The codes with which a mutation was refused; empty if it was carried out.
fn codes(answer: &Json, name: &str) -> Vec<String> {
    let top = answer["errors"].as_array().into_iter().flatten().map(|error| &error["extensions"]["code"]);
    let user = answer["data"][name]["userErrors"].as_array().into_iter().flatten().map(|error| &error["code"]);
    top.chain(user).map(|code| code.as_str().unwrap_or("without a code").to_owned()).collect()
}

on_both! {
    async fn nobody_changes_anything(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        let tables = Tables::of(&company.server).await;
        let stranger = Person::stranger(&company.server);
        let (_, secret) = token(&company.admin).await;
        let reader = Person::program(&company.server, &secret);
        let mut world = World::new(&schema, &company, &company.admin);
        let mut calls = Vec::new();
        for field in schema.ty("Mutation").fields.iter().filter(|field| !OPEN_TO_STRANGERS.contains(&field.name.as_str())) {
            let record = about(&schema, field);
            let variables = if field.name == "revokeSession" { json!({ "id": company.bob.id }) } else { world.variables(field, &record, false).await };
            calls.push((field, variables));
        }
        let before = tables.state().await;
        for (field, variables) in calls {
            let answer = carry_out(&schema, &stranger, field, variables.clone()).await;
            assert_eq!(codes(&answer, &field.name), ["UNAUTHENTICATED"], "{}: {answer}", field.name);
            let answer = carry_out(&schema, &reader, field, variables).await;
            assert_eq!(codes(&answer, &field.name), ["FORBIDDEN"], "{} with a token that may read: {answer}", field.name);
        }
        assert_eq!(tables.state().await, before);
    }

    async fn people_without_rights_change_nothing(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        let tables = Tables::of(&company.server).await;
        // Everything is the other team's: what the representative points at, and what the mutation is about.
        let mut world = World::new(&schema, &company, &company.bob);
        let mut calls = Vec::new();
        let open = [OPEN_TO_STRANGERS, OPEN_TO_PEOPLE].concat();
        for field in schema.ty("Mutation").fields.iter().filter(|field| !open.contains(&field.name.as_str())) {
            let record = about(&schema, field);
            let variables = match field.name.as_str() {
                "revokeSession" => json!({ "id": session_of(&company.admin).await }),
                _ => world.variables(field, &record, true).await,
            };
            calls.push((field, variables));
        }
        let before = tables.state().await;
        for (field, variables) in calls {
            let answer = carry_out(&schema, &company.dora, field, variables.clone()).await;
            let codes = codes(&answer, &field.name);
            let refused = !codes.is_empty() && codes.iter().all(|code| ["FORBIDDEN", "NOT_FOUND"].contains(&code.as_str()));
            assert!(refused, "{} {variables}: {answer}", field.name);
        }
        assert_eq!(tables.state().await, before);
    }

    async fn every_mutation_that_succeeds_leaves_an_event(company: Company) {
        let schema = Introspection::ask(&company.admin).await;
        let tables = Tables::of(&company.server).await;
        let mut world = World::new(&schema, &company, &company.admin);
        for field in &schema.ty("Mutation").fields {
            // Possible once, before there was anybody; ending the session comes last.
            if ["setUp", "signOut", "signIn"].contains(&field.name.as_str()) {
                continue;
            }
            if field.name == "revokeSession" {
                Person::sign_in(&company.server, "admin@example.com").await;
            }
            let record = about(&schema, field);
            let variables = world.variables(field, &record, false).await;
            let before = tables.events().await;
            let answer = carry_out(&schema, &company.admin, field, variables.clone()).await;
            assert_eq!(codes(&answer, &field.name), Vec::<String>::new(), "{} {variables}: {answer}", field.name);
            assert!(tables.events().await > before, "{} left no event: {answer}", field.name);
        }
        for name in ["signIn", "signOut"] {
            let before = tables.events().await;
            let field = schema.mutation(name).unwrap();
            let input = json!({ "input": { "email": "admin@example.com", "password": PASSWORD } });
            carry_out(&schema, &company.admin, field, if name == "signIn" { input } else { json!({}) }).await;
            assert!(tables.events().await > before, "{name} left no event");
        }
        assert_eq!(company.admin.ask("{ viewer { id } }", json!({})).await["viewer"], Json::Null);
    }

    async fn what_is_refused_is_not_written_in_part(company: Company) {
        let document = "mutation($id: ID!) { updateUser(id: $id, input: { password: \"another password\", email: \"no address\" }) { userErrors { code path } } }";
        let answer = company.admin.ask(document, json!({ "id": company.bob.id })).await;
        assert_eq!(answer["updateUser"]["userErrors"], json!([{ "code": "INVALID", "path": ["email"] }]));
        // The old password still opens the door.
        Person::sign_in(&company.server, "bob@example.com").await;
    }
}

/// The session of a person's requests.
async fn session_of(person: &Person) -> String {
    let sessions = person.ask("{ sessions { id current } }", json!({})).await;
    sessions["sessions"][0]["id"].as_str().unwrap().to_owned()
}
