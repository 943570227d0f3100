//! Documents before they are executed: absent variables, and what the document costs.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name, Positioned, Value as ConstValue, Variables,
    parser::types::{
        BaseType, Directive, ExecutableDocument, Field, FragmentDefinition, OperationDefinition, Selection,
        SelectionSet,
    },
};
use async_graphql_value::Value;

/// The most that an operation may cost: about the number of values that it may return.
pub const COST_MAX: u64 = 200_000;
/// How many elements a list has where the document does not say.
const LIST_DEFAULT: u64 = 50;
/// How deep fragments are followed; what nests deeper is refused anyway.
const DEPTH_MAX: usize = 40;

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

/// What an operation costs: one for each field, times the elements of the lists around it.
pub fn cost(document: &ExecutableDocument, name: Option<&str>, variables: &Variables) -> u64 {
    let Some(operation) = operation(document, name) else { return 0 };
    let counted = Counter { fragments: &document.fragments, variables };
    counted.set(&operation.selection_set.node, 0)
}

struct Counter<'a> {
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    variables: &'a Variables,
}

impl Counter<'_> {
    fn set(&self, selection: &SelectionSet, depth: usize) -> u64 {
        if depth > DEPTH_MAX {
            return COST_MAX;
        }
        selection.items.iter().fold(0_u64, |total, item| {
            let cost = match &item.node {
                Selection::Field(field) => self.field(&field.node, depth),
                Selection::FragmentSpread(spread) => match self.fragments.get(&spread.node.fragment_name.node) {
                    Some(fragment) => self.set(&fragment.node.selection_set.node, depth + 1),
                    None => 0,
                },
                Selection::InlineFragment(fragment) => self.set(&fragment.node.selection_set.node, depth + 1),
            };
            // Bounded, so that nested fragments that double at each level do not take for ever.
            total.saturating_add(cost).min(COST_MAX * 2)
        })
    }

    fn field(&self, field: &Field, depth: usize) -> u64 {
        let inner = self.set(&field.selection_set.node, depth + 1);
        inner.saturating_mul(self.elements(field)).saturating_add(1)
    }

    /// How many elements a field's list has at most: 1 for what is no connection.
    fn elements(&self, field: &Field) -> u64 {
        let size = ["first", "last"].iter().find_map(|name| field.get_argument(name)).map(|value| match &value.node {
            Value::Number(number) => number.as_u64().unwrap_or(LIST_DEFAULT),
            Value::Variable(name) => match self.variables.get(name.as_str()) {
                Some(ConstValue::Number(number)) => number.as_u64().unwrap_or(LIST_DEFAULT),
                _ => LIST_DEFAULT,
            },
            _ => LIST_DEFAULT,
        });
        let connection = field.selection_set.node.items.iter().any(|item| {
            matches!(&item.node, Selection::Field(inner) if matches!(inner.node.name.node.as_str(), "nodes" | "edges"))
        });
        size.unwrap_or(if connection { LIST_DEFAULT } else { 1 }).max(1)
    }
}
