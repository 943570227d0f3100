//! Orders of lists, made from descriptions.

use std::{borrow::Cow, marker::PhantomData};

use async_graphql::{InputType, InputValueError, InputValueResult, Name, Value, registry::Registry};
use tundish_application::store::records::{OrderBy, Record, describe, order_through};
use tundish_domain::records::{Description, FieldKind};

use super::registry::{enum_once, input, input_once};

/// One key of a list's order.
pub struct OrderInput<R> {
    /// The key.
    pub(crate) by: OrderBy,
    kind: PhantomData<fn() -> R>,
}

/// `expectedCloseDate` as `EXPECTED_CLOSE_DATE`.
fn screaming(key: &str) -> String {
    let mut name = String::with_capacity(key.len() + 4);
    for character in key.chars() {
        if character.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(character.to_ascii_uppercase());
    }
    name
}

/// The keys by which a record can be sorted: its own fields, and the names and positions of what it refers to.
fn keys(description: &'static Description) -> Vec<(String, String, OrderBy)> {
    let mut keys = Vec::new();
    for field in description.fields {
        let by = |through, field| OrderBy { through, field, descending: false, nulls_first: false };
        match field.kind {
            FieldKind::Translations => {}
            FieldKind::Reference(kind) => {
                if let Some(target) = order_through(field) {
                    let doc = format!("By the {} of its {}.", target.key, describe(kind).name);
                    keys.push((screaming(field.key) + "_" + &screaming(target.key), doc, by(Some(field), target)));
                }
            }
            _ => keys.push((screaming(field.key), format!("By `{}`.", field.key), by(None, field))),
        }
    }
    keys
}

impl<R: Record> InputType for OrderInput<R> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        format!("{}Order", R::DESCRIPTION.name).into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let name = R::DESCRIPTION.name;
        let by = format!("{name}OrderField");
        let values: Vec<(String, String)> =
            keys(R::DESCRIPTION).into_iter().map(|(name, doc, _)| (name, doc)).collect();
        enum_once(
            registry,
            &by,
            &format!("By what records of the type {name} can be sorted. Names are sorted by sound and folded case."),
            &values,
        );
        let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, doc)| ((*name).to_owned(), (*doc).to_owned())).collect()
        };
        enum_once(
            registry,
            "OrderDirection",
            "A direction.",
            &pairs(&[("ASC", "From the least."), ("DESC", "From the greatest.")]),
        );
        enum_once(
            registry,
            "NullsOrder",
            "Where empty values go.",
            &pairs(&[("FIRST", "Before the others."), ("LAST", "Behind the others.")]),
        );
        let doc = format!("One key of an order of records of the type {name}. The record's id decides ties.");
        input_once(registry, &Self::type_name(), &doc, false, |_| {
            let mut direction = input("direction", "OrderDirection".to_owned(), "The direction.");
            direction.default_value = Some("ASC".to_owned());
            let mut nulls = input("nulls", "NullsOrder".to_owned(), "Where empty values go, whatever the direction.");
            nulls.default_value = Some("LAST".to_owned());
            vec![input("field", format!("{by}!"), "By what."), direction, nulls]
        });
        Self::qualified_type_name()
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let Some(Value::Object(object)) = value else { return Err(InputValueError::custom("an order is an object")) };
        let name = |key: &str| match object.get(&Name::new(key)) {
            Some(Value::Enum(name)) => Some(name.to_string()),
            Some(Value::String(name)) => Some(name.clone()),
            _ => None,
        };
        let wanted = name("field").unwrap_or_default();
        let Some((_, _, by)) = keys(R::DESCRIPTION).into_iter().find(|(key, _, _)| *key == wanted) else {
            return Err(InputValueError::custom(format!("{} cannot be sorted by {wanted}", R::DESCRIPTION.name)));
        };
        let descending = name("direction").is_some_and(|direction| direction == "DESC");
        let nulls_first = name("nulls").is_some_and(|nulls| nulls == "FIRST");
        Ok(Self { by: OrderBy { descending, nulls_first, ..by }, kind: PhantomData })
    }

    fn to_value(&self) -> Value {
        Value::Null
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}
