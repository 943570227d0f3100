//! The schema as a client sees it: what the tests walk over, so that a later field or record is covered without anyone
//! remembering it.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::people::Person;

const DOCUMENT: &str = "{ __schema { queryType { name } mutationType { name } subscriptionType { name } \
    types { kind name description \
      fields(includeDeprecated: true) { name description args { ...Input } type { ...Type } } \
      inputFields { ...Input } enumValues(includeDeprecated: true) { name description } possibleTypes { name } interfaces { name } } } } \
    fragment Input on __InputValue { name description defaultValue type { ...Type } } \
    fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }";

/// The types of the schema by name, without those of introspection itself.
pub struct Introspection {
    /// The types.
    pub types: BTreeMap<String, Type>,
}

/// A type.
pub struct Type {
    /// `OBJECT`, `INPUT_OBJECT`, `ENUM`, …
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The fields of an object or interface.
    pub fields: Vec<Field>,
    /// The fields of an input.
    pub inputs: Vec<Input>,
    /// The values of an enum, with what they mean.
    pub values: Vec<(String, String)>,
    /// The interfaces that it implements.
    pub interfaces: Vec<String>,
    /// The objects of an interface or a union.
    pub possible: Vec<String>,
}

/// A field of an object.
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: String,
    /// Its arguments.
    pub arguments: Vec<Input>,
    /// Its type.
    pub ty: Reference,
}

/// An argument, or a field of an input.
pub struct Input {
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: String,
    /// Its type.
    pub ty: Reference,
    /// Whether it has a default.
    pub defaulted: bool,
}

/// A type as it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The innermost name.
    pub name: String,
    /// As it is written: `[ID!]!`.
    pub text: String,
}

impl Reference {
    fn read(json: &Json) -> Self {
        let inner = || Self::read(&json["ofType"]);
        match json["kind"].as_str() {
            Some("NON_NULL") => {
                let inner = inner();
                Self { text: format!("{}!", inner.text), ..inner }
            }
            Some("LIST") => {
                let inner = inner();
                Self { text: format!("[{}]", inner.text), ..inner }
            }
            _ => {
                let name = text(json, "name");
                Self { text: name.clone(), name }
            }
        }
    }

    /// Whether it must be there.
    pub fn required(&self) -> bool {
        self.text.ends_with('!')
    }

    /// Whether it is a list.
    pub fn list(&self) -> bool {
        self.text.starts_with('[')
    }
}

fn text(json: &Json, key: &str) -> String {
    json[key].as_str().unwrap_or_default().to_owned()
}

fn list<T>(json: &Json, read: impl Fn(&Json) -> T) -> Vec<T> {
    json.as_array().map_or_else(Vec::new, |list| list.iter().map(read).collect())
}

impl Input {
    fn read(json: &Json) -> Self {
        Self {
            name: text(json, "name"),
            description: text(json, "description"),
            ty: Reference::read(&json["type"]),
            defaulted: json["defaultValue"].is_string(),
        }
    }

    /// Whether whoever leaves it out is refused.
    pub fn needed(&self) -> bool {
        self.ty.required() && !self.defaulted
    }
}

impl Type {
    fn read(json: &Json) -> Self {
        Self {
            kind: text(json, "kind"),
            name: text(json, "name"),
            description: text(json, "description"),
            fields: list(&json["fields"], |field| Field {
                name: text(field, "name"),
                description: text(field, "description"),
                arguments: list(&field["args"], Input::read),
                ty: Reference::read(&field["type"]),
            }),
            inputs: list(&json["inputFields"], Input::read),
            values: list(&json["enumValues"], |value| (text(value, "name"), text(value, "description"))),
            interfaces: list(&json["interfaces"], |interface| text(interface, "name")),
            possible: list(&json["possibleTypes"], |possible| text(possible, "name")),
        }
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The field of that name of an input.
    pub fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.name == name)
    }
}

impl Field {
    /// The argument of that name.
    pub fn argument(&self, name: &str) -> Option<&Input> {
        self.arguments.iter().find(|argument| argument.name == name)
    }
}

impl Introspection {
    /// Asks for the schema.
    pub async fn ask(person: &Person) -> Self {
        let data = person.ask(DOCUMENT, json!({})).await;
        let types = list(&data["__schema"]["types"], Type::read);
        let own = types.into_iter().filter(|ty| !ty.name.starts_with("__"));
        Self { types: own.map(|ty| (ty.name.clone(), ty)).collect() }
    }

    /// The type of that name.
    pub fn ty(&self, name: &str) -> &Type {
        self.types.get(name).unwrap_or_else(|| panic!("the schema has no type {name}"))
    }

    /// The type of that name, if there is one.
    pub fn find(&self, name: &str) -> Option<&Type> {
        self.types.get(name)
    }

    /// The kinds of records: the objects with an id that `node` finds.
    pub fn records(&self) -> impl Iterator<Item = &Type> {
        self.types.values().filter(|ty| ty.kind == "OBJECT" && ty.interfaces.iter().any(|name| name == "Node"))
    }

    /// The field of the queries that lists records of a type, e.g. `deals`.
    pub fn list_of(&self, record: &str) -> Option<&Field> {
        let connection = format!("{record}Connection");
        self.ty("Query").fields.iter().find(|field| field.ty.name == connection)
    }

    /// The field of the queries that gives one record of a type by its id, e.g. `deal`.
    pub fn one_of(&self, record: &str) -> Option<&Field> {
        self.ty("Query").fields.iter().find(|field| field.ty.name == record && field.argument("id").is_some())
    }

    /// A mutation.
    pub fn mutation(&self, name: &str) -> Option<&Field> {
        self.ty("Mutation").field(name)
    }

    /// A selection that gives something of every type: leaves as they are, `__typename` of what has fields.
    pub fn leaf(&self, ty: &str) -> &'static str {
        match self.ty(ty).kind.as_str() {
            "OBJECT" | "INTERFACE" | "UNION" => " { __typename }",
            _ => "",
        }
    }
}
