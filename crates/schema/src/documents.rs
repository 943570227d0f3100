//! Documents before they are executed: absent variables, and what the document costs.

use std::collections::HashSet;

use async_graphql::{
    Name, Positioned, Value as ConstValue, Variables,
    parser::types::{BaseType, Directive, ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet},
};
use async_graphql_value::Value;
use tundish_application::{
    customers::POINTS_MAX,
    deals::{LINES_MAX, ROLES_MAX},
};

/// The most that an operation may cost: about the number of values that it may return.
pub const COST_MAX: u64 = 200_000;
/// The most fields of an operation, those of its fragments counted wherever they are spread.
pub const FIELDS_MAX: u64 = 2_000;
/// How many elements a list has where the document does not say.
const LIST_DEFAULT: u64 = 50;
/// The most elements of a page; who asks for more is refused where the list is.
const LIST_MAX: u64 = 200;
/// How deep fragments and fields are followed; what nests deeper is refused anyway.
const DEPTH_MAX: usize = 40;
/// How deep braces, brackets and parentheses may nest in the text: the parser calls itself for each of them.
const NESTING_MAX: usize = 100;

/// Whether a document nests too deep to be parsed at all. Strings and comments do not count.
pub fn nests_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        match first {
            b'{' | b'[' | b'(' => {
                depth += 1;
                if depth > NESTING_MAX {
                    return true;
                }
            }
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'#' => rest = behind_first(rest, b"\n"),
            b'"' if rest.starts_with(b"\"\"") => rest = behind_string(&rest[2..], b"\"\"\""),
            b'"' => rest = behind_string(rest, b"\""),
            _ => {}
        }
    }
    false
}

fn behind_first<'a>(text: &'a [u8], end: &[u8]) -> &'a [u8] {
    let at = text.windows(end.len()).position(|window| window == end);
    at.map_or(&[], |at| &text[at + end.len()..])
}

/// What stands behind a string; a backslash takes the end's meaning away.
fn behind_string<'a>(mut text: &'a [u8], end: &[u8]) -> &'a [u8] {
    while !text.is_empty() {
        if text.starts_with(end) {
            return &text[end.len()..];
        }
        let step = if text[0] == b'\\' { 2 } else { 1 };
        text = text.get(step..).unwrap_or_default();
    }
    text
}

/// The operation of a document that a request means; `None` if it does not say which, or there is none.
pub fn operation<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Option<&'a OperationDefinition> {
    let mut operations = document.operations.iter();
    match name {
        Some(name) => operations
            .find(|(known, _)| known.is_some_and(|known| known.as_str() == name))
            .map(|(_, operation)| &operation.node),
        None => {
            let (_, operation) = operations.next()?;
            operations.next().is_none().then_some(&operation.node)
        }
    }
}

/// Removes arguments and fields whose variable was not given, so that absent and null are told apart. The names of required
/// variables that are missing are the error.
pub fn drop_absent(document: &mut ExecutableDocument, name: Option<&str>, variables: &Variables) -> Result<(), String> {
    let Some(operation) = operation(document, name) else { return Ok(()) };
    let given = |name: &Name| variables.get(name.as_str()).is_some();
    let absent: HashSet<Name> = operation
        .variable_definitions
        .iter()
        .map(|definition| &definition.node)
        .filter(|definition| definition.default_value.is_none() && !given(&definition.name.node))
        .map(|definition| definition.name.node.clone())
        .collect();
    if absent.is_empty() {
        return Ok(());
    }
    let required = operation
        .variable_definitions
        .iter()
        .map(|definition| &definition.node)
        .find(|definition| absent.contains(&definition.name.node) && !definition.var_type.node.nullable);
    if let Some(missing) = required {
        let ty = match &missing.var_type.node.base {
            BaseType::Named(name) => name.to_string(),
            BaseType::List(inner) => format!("[{inner}]"),
        };
        return Err(format!("variable ${} of the required type {ty}! was not given", missing.name.node));
    }
    let used: Option<Name> = name.map(Name::new);
    for (known, operation) in document.operations_mut() {
        if used.is_none() || known == used {
            operation.variable_definitions.retain(|definition| !absent.contains(&definition.node.name.node));
            clean_directives(&mut operation.directives, &absent);
            clean(&mut operation.selection_set.node, &absent);
        }
    }
    for fragment in document.fragments.values_mut() {
        clean(&mut fragment.node.selection_set.node, &absent);
    }
    Ok(())
}

trait OperationsMut {
    fn operations_mut(&mut self) -> Vec<(Option<Name>, &mut OperationDefinition)>;
}

impl OperationsMut for ExecutableDocument {
    fn operations_mut(&mut self) -> Vec<(Option<Name>, &mut OperationDefinition)> {
        use async_graphql::parser::types::DocumentOperations;
        match &mut self.operations {
            DocumentOperations::Single(operation) => vec![(None, &mut operation.node)],
            DocumentOperations::Multiple(operations) => {
                operations.iter_mut().map(|(name, operation)| (Some(name.clone()), &mut operation.node)).collect()
            }
        }
    }
}

fn clean(selection: &mut SelectionSet, absent: &HashSet<Name>) {
    for item in &mut selection.items {
        match &mut item.node {
            Selection::Field(field) => {
                clean_arguments(&mut field.node.arguments, absent);
                clean_directives(&mut field.node.directives, absent);
                clean(&mut field.node.selection_set.node, absent);
            }
            Selection::FragmentSpread(spread) => clean_directives(&mut spread.node.directives, absent),
            Selection::InlineFragment(fragment) => {
                clean_directives(&mut fragment.node.directives, absent);
                clean(&mut fragment.node.selection_set.node, absent);
            }
        }
    }
}

fn clean_directives(directives: &mut [Positioned<Directive>], absent: &HashSet<Name>) {
    for directive in directives {
        clean_arguments(&mut directive.node.arguments, absent);
    }
}

fn clean_arguments(arguments: &mut Vec<(Positioned<Name>, Positioned<Value>)>, absent: &HashSet<Name>) {
    arguments.retain(|(_, value)| !is_absent(&value.node, absent));
    for (_, value) in arguments {
        clean_value(&mut value.node, absent);
    }
}

fn is_absent(value: &Value, absent: &HashSet<Name>) -> bool {
    matches!(value, Value::Variable(name) if absent.contains(name))
}

fn clean_value(value: &mut Value, absent: &HashSet<Name>) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !is_absent(value, absent));
            fields.values_mut().for_each(|value| clean_value(value, absent));
        }
        Value::List(elements) => {
            for element in elements {
                if is_absent(element, absent) {
                    *element = Value::Null;
                } else {
                    clean_value(element, absent);
                }
            }
        }
        _ => {}
    }
}

/// What an operation costs: one for each field, times the elements of the lists around it. A document of too many fields and
/// fragments, or an operation that costs too much, is the error, in words for developers.
pub fn cost(document: &ExecutableDocument, name: Option<&str>, variables: &Variables) -> Result<u64, String> {
    let asked = operation(document, name);
    let (mut selections, mut cost) = (0, 0);
    // Validation walks the other operations too.
    for (_, Positioned { node: operation, .. }) in document.operations.iter() {
        let mut counter = Counter { document, operation, variables, selections };
        let its = counter.set(&operation.selection_set.node, 1, 0)?;
        selections = counter.selections;
        if asked.is_some_and(|asked| std::ptr::eq(asked, operation)) {
            cost = its;
        }
    }
    if cost > COST_MAX {
        return Err(format!(
            "the operation costs {cost} of at most {COST_MAX}: ask for fewer fields or smaller pages (`first`)"
        ));
    }
    Ok(cost)
}

struct Counter<'a> {
    document: &'a ExecutableDocument,
    operation: &'a OperationDefinition,
    variables: &'a Variables,
    /// Of fields and of fragments, as often as they are used.
    selections: u64,
}

impl Counter<'_> {
    /// The cost of a selection; `page` is how many elements the connection has that it is made of, if it is one.
    fn set(&mut self, selection: &SelectionSet, page: u64, depth: usize) -> Result<u64, String> {
        if depth > DEPTH_MAX {
            return Err(format!(
                "the document nests deeper than {} levels; ask in several documents",
                crate::DEPTH_MAX
            ));
        }
        let document = self.document;
        let mut total = 0_u64;
        for item in &selection.items {
            self.selections += 1;
            if self.selections > FIELDS_MAX {
                return Err(format!(
                    "the document has more than {FIELDS_MAX} fields and fragments; ask in several documents"
                ));
            }
            total = total.saturating_add(match &item.node {
                Selection::Field(field) => self.field(&field.node, page, depth)?,
                Selection::InlineFragment(fragment) => self.set(&fragment.node.selection_set.node, page, depth + 1)?,
                Selection::FragmentSpread(spread) => match document.fragments.get(&spread.node.fragment_name.node) {
                    Some(fragment) => self.set(&fragment.node.selection_set.node, page, depth + 1)?,
                    None => 0,
                },
            });
        }
        Ok(total)
    }

    fn field(&mut self, field: &Field, page: u64, depth: usize) -> Result<u64, String> {
        let own = self.page(field);
        let inner = self.set(&field.selection_set.node, own, depth + 1)?;
        let elements = match field.name.node.as_str() {
            "nodes" | "edges" => field.get_argument("ids").map_or(page, |ids| self.elements(&ids.node)),
            "search" => own,
            // What is not read in pages: as many as its mutation takes.
            "lineItems" => LINES_MAX as u64,
            "buyingRoles" => ROLES_MAX as u64,
            "contactPoints" => POINTS_MAX as u64,
            _ => 1,
        };
        Ok(inner.saturating_mul(elements).saturating_add(1))
    }

    /// How many elements the page of a field has at most.
    fn page(&self, field: &Field) -> u64 {
        let given = ["first", "last"].iter().find_map(|name| field.get_argument(name));
        let size = given.and_then(|value| match self.value(&value.node)? {
            Value::Number(number) => number.as_u64(),
            _ => None,
        });
        size.unwrap_or(LIST_DEFAULT).clamp(1, LIST_MAX)
    }

    fn elements(&self, ids: &Value) -> u64 {
        match self.value(ids) {
            Some(Value::List(list)) => (list.len() as u64).clamp(1, LIST_MAX),
            _ => 1,
        }
    }

    /// An argument's value: a variable's is the given one, else its default.
    fn value(&self, value: &Value) -> Option<Value> {
        let Value::Variable(name) = value else { return Some(value.clone()) };
        let given = self.variables.get(name.as_str()).cloned();
        let default = || {
            let mut definitions = self.operation.variable_definitions.iter().map(|definition| &definition.node);
            definitions
                .find(|known| known.name.node == *name)?
                .default_value
                .as_ref()
                .map(|default| default.node.clone())
        };
        given.or_else(default).map(ConstValue::into_value)
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{Variables, parser::parse_query};
    use serde_json::json;

    use super::{cost, nests_too_deep};

    fn costs(text: &str, variables: serde_json::Value) -> Result<u64, String> {
        let document = parse_query(text).map_err(|error| error.to_string())?;
        cost(&document, None, &Variables::from_json(variables))
    }

    #[test]
    fn every_element_of_a_page_counts() {
        assert_eq!(costs("{ viewer { id name } }", json!({})), Ok(3));
        assert_eq!(costs("{ deals { nodes { id } } }", json!({})), Ok(52));
        assert_eq!(costs("{ deals(first: 10) { nodes { id } totalCount } }", json!({})), Ok(13));
        assert_eq!(costs("{ deals(last: 10) { edges { node { id } } } }", json!({})), Ok(22));
        assert_eq!(costs("query($n: Int) { deals(first: $n) { nodes { id } } }", json!({ "n": 3 })), Ok(5));
        assert_eq!(costs("query($n: Int = 7) { deals(first: $n) { nodes { id } } }", json!({})), Ok(9));
        assert_eq!(costs("query($i: [ID!]!) { nodes(ids: $i) { id } }", json!({ "i": ["a", "b"] })), Ok(3));
        assert_eq!(costs("{ search(query: \"x\", first: 5) { title } }", json!({})), Ok(6));
        assert_eq!(costs("{ deals(first: 2) { nodes { lineItems { id } } } }", json!({})), Ok(1_004));
    }

    #[test]
    fn fragments_hide_nothing() {
        let plain = costs("{ deals { nodes { tasks { nodes { id } } } } }", json!({}));
        let hidden = "{ deals { ...D } } fragment D on DealConnection { nodes { tasks { ...T } } } fragment T on TaskConnection { nodes { id } }";
        assert_eq!(costs(hidden, json!({})), plain);
        let doubling: String =
            (0..40).map(|n| format!("fragment F{n} on Query {{ ...F{0} ...F{0} }} ", n + 1)).collect();
        let text = format!("{{ ...F0 }} {doubling} fragment F40 on Query {{ viewer {{ id }} }}");
        assert!(costs(&text, json!({})).is_err());
        let empty = format!("{{ ...F0 }} {doubling}");
        assert!(costs(&empty, json!({})).is_err());
        let other =
            format!("query A {{ __typename }} query B {{ ...F0 }} {doubling} fragment F40 on Query {{ __typename }}");
        let document = parse_query(other).expect("a document");
        assert!(cost(&document, Some("A"), &Variables::default()).is_err());
        let circle = "{ ...A } fragment A on Query { ...A ...A }";
        assert!(costs(circle, json!({})).is_err());
    }

    #[test]
    fn too_much_is_refused() {
        let nested = "{ deals(first: 200) { nodes { tasks(first: 200) { nodes { deal { notes(first: 200) { nodes { id } } } } } } } }";
        assert!(costs(nested, json!({})).is_err());
        let aliases: String = (0..2_001).map(|n| format!("a{n}: __typename ")).collect();
        assert!(costs(&format!("{{ {aliases} }}"), json!({})).is_err());
    }

    #[test]
    fn nesting_is_counted_outside_of_strings_and_comments() {
        let braces = "{".repeat(101);
        assert!(nests_too_deep(&braces));
        assert!(!nests_too_deep(&"{}".repeat(1_000)));
        assert!(!nests_too_deep(&format!("# {braces}\n{{ a }}")));
        assert!(!nests_too_deep(&format!("{{ a(b: \"\\\"{braces}\") }}")));
        assert!(!nests_too_deep(&format!("{{ a(b: \"\"\"\"{braces}\"\"\") }}")));
        assert!(nests_too_deep(&format!("{{ a(b: \"\\\\\") {braces}")));
    }
}
