//! Filters of records, made from their descriptions: one comparator per kind of field, `and`, `or`, `not`, relations.

use std::{borrow::Cow, marker::PhantomData};

use async_graphql::{
    InputType, InputValueError, InputValueResult, Value,
    registry::{MetaInputValue, Registry},
};
use tundish_application::store::records::{Filter, Record, Test, describe};
use tundish_domain::records::{Description, Field, FieldKind, FieldValue};
use uuid::Uuid;

use super::{
    object::enum_of,
    registry::{enum_once, input, input_once},
    relative,
    scalars::{Date, DateTime, Decimal},
};

/// The most elements of a list in a filter.
const LIST_MAX: usize = 1_000;
/// The longest text to compare with, in characters.
const TEXT_MAX: usize = 1_000;
/// The most conditions of a filter: databases do not read longer ones.
const CONDITIONS_MAX: usize = 400;
/// The most values in a filter's lists: each is a parameter, of which a statement of `SQLite` has at most 32,766.
const VALUES_MAX: usize = 10_000;
/// The deepest nesting of a filter.
const DEPTH_MAX: usize = 12;

/// A filter of records of one kind. Relative dates are resolved when it is used, because they depend on who asks.
pub struct FilterInput<R> {
    value: Value,
    kind: PhantomData<fn() -> R>,
}

impl<R: Record> InputType for FilterInput<R> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        format!("{}Filter", R::DESCRIPTION.name).into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register(registry, R::DESCRIPTION);
        Self::qualified_type_name()
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let value = value.unwrap_or_default();
        // Read once to refuse what does not fit, before anything else is done.
        let today = relative::Today::unknown();
        read(R::DESCRIPTION, &value, &today, 0).map_err(InputValueError::custom)?;
        Ok(Self { value, kind: PhantomData })
    }

    fn to_value(&self) -> Value {
        self.value.clone()
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<R: Record> FilterInput<R> {
    /// The filter, with relative dates counted from today.
    pub(crate) fn filter(&self, today: &relative::Today) -> async_graphql::Result<Filter> {
        let filter = if conditions(&self.value) > CONDITIONS_MAX {
            Err(format!("a filter has at most {CONDITIONS_MAX} conditions"))
        } else if values(&self.value) > VALUES_MAX {
            Err(format!("a filter has at most {VALUES_MAX} values in its lists"))
        } else {
            read(R::DESCRIPTION, &self.value, today, 0)
        };
        filter.map_err(|text| super::context::coded(text, "BAD_USER_INPUT"))
    }
}

/// How many conditions a filter has, those with nothing in them too.
fn conditions(value: &Value) -> usize {
    match value {
        Value::Object(object) => std::cmp::max(1, object.values().map(conditions).sum()),
        Value::List(list) if list.iter().any(|value| matches!(value, Value::Object(_))) => {
            list.iter().map(conditions).sum()
        }
        _ => 1,
    }
}

/// How many values stand in a filter's lists.
fn values(value: &Value) -> usize {
    match value {
        Value::Object(object) => object.values().map(values).sum(),
        Value::List(list) => list.iter().map(|value| std::cmp::max(1, values(value))).sum(),
        _ => 0,
    }
}

/// Registers the filter type of a record.
fn register(registry: &mut Registry, description: &'static Description) -> String {
    let name = format!("{}Filter", description.name);
    let doc = format!(
        "Which records of the type {}: those for which all given conditions hold, of which there are at most 400, with at most 10000 values in their lists. Conditions on related records hold for what the viewer may see of them.",
        description.name
    );
    input_once(registry, &name, &doc, false, |registry| fields(registry, description, &name));
    name
}

fn fields(registry: &mut Registry, description: &'static Description, name: &str) -> Vec<MetaInputValue> {
    let mut fields = vec![
        input("and", format!("[{name}!]"), "All of these hold."),
        input("or", format!("[{name}!]"), "Any of these holds; an empty list never does."),
        input("not", name.to_owned(), "This does not hold."),
    ];
    for field in description.fields {
        match field.kind {
            FieldKind::Translations => {}
            FieldKind::Reference(kind) => {
                comparator(registry, "IdFilter", "ID", Comparisons::Equal);
                fields.push(input(&format!("{}Id", field.key), "IdFilter".to_owned(), field.doc));
                let related = register(registry, describe(kind));
                fields.push(input(
                    field.key,
                    related,
                    format!("The record that `{}` refers to passes this.", field.key),
                ));
            }
            _ => {
                let ty = comparator_of(registry, field);
                fields.push(input(field.key, ty, field.doc));
            }
        }
    }
    for collection in description.collections {
        let member = register(registry, describe(collection.kind));
        let many = format!("{}ToManyFilter", describe(collection.kind).name);
        let doc = format!("Records of the type {} that belong to it.", describe(collection.kind).name);
        input_once(registry, &many, &doc, false, |_| {
            vec![
                input("some", member.clone(), "At least one of them passes this; `{}` asks for any at all."),
                input("none", member.clone(), "None of them passes this; `{}` asks for none at all."),
            ]
        });
        fields.push(input(collection.key, many, doc));
    }
    fields
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparisons {
    Equal,
    Text,
    Ordered,
    Dated,
    Boolean,
}

fn comparator_of(registry: &mut Registry, field: &Field) -> String {
    match field.kind {
        FieldKind::Id | FieldKind::Reference(_) => comparator(registry, "IdFilter", "ID", Comparisons::Equal),
        FieldKind::Text { .. } | FieldKind::Translations => {
            comparator(registry, "TextFilter", "String", Comparisons::Text)
        }
        FieldKind::Choice { .. } | FieldKind::Currency | FieldKind::Enum { name: "String", .. } => {
            comparator(registry, "ChoiceFilter", "String", Comparisons::Equal)
        }
        FieldKind::Enum { name, values, docs } => {
            enum_of(registry, name, values, docs);
            comparator(registry, &format!("{name}Filter"), name, Comparisons::Equal)
        }
        FieldKind::Integer { .. } => comparator(registry, "IntFilter", "Int", Comparisons::Ordered),
        FieldKind::Scaled { .. } | FieldKind::Money => {
            <Decimal as InputType>::create_type_info(registry);
            comparator(registry, "DecimalFilter", "Decimal", Comparisons::Ordered)
        }
        FieldKind::Date => {
            <Date as InputType>::create_type_info(registry);
            comparator(registry, "DateFilter", "Date", Comparisons::Dated)
        }
        FieldKind::DateTime => {
            <DateTime as InputType>::create_type_info(registry);
            comparator(registry, "DateTimeFilter", "DateTime", Comparisons::Dated)
        }
        FieldKind::Boolean => comparator(registry, "BooleanFilter", "Boolean", Comparisons::Boolean),
    }
}

fn comparator(registry: &mut Registry, name: &str, ty: &str, comparisons: Comparisons) -> String {
    let doc = match comparisons {
        Comparisons::Text => {
            "Comparisons of texts, with at most 1000 characters. Names are compared without regard to case, width and surrounding space; `contains` and `startsWith` disregard case."
        }
        Comparisons::Dated => "Comparisons of dates. Days are those of the company's zone.",
        _ if name == "ChoiceFilter" => "Comparisons of keys, with at most 1000 characters; all given ones must hold.",
        _ if ty == "Decimal" => "Comparisons of numbers. Amounts of money are compared in the base currency.",
        _ => "Comparisons; all given ones must hold.",
    };
    input_once(registry, name, doc, false, |registry| {
        let mut fields = vec![
            input("eq", ty.to_owned(), "Equal to this."),
            input("ne", ty.to_owned(), "Not equal to this; empty values are not."),
        ];
        if comparisons != Comparisons::Boolean {
            fields.push(input("in", format!("[{ty}!]"), format!("Equal to one of these, at most {LIST_MAX}.")));
            fields.push(input(
                "nin",
                format!("[{ty}!]"),
                format!("Equal to none of these, at most {LIST_MAX}; empty values are not."),
            ));
        }
        fields.push(input("isNull", "Boolean".to_owned(), "True: it is empty. False: it is not."));
        if matches!(comparisons, Comparisons::Ordered | Comparisons::Dated) {
            fields.push(input("lt", ty.to_owned(), "Less than this."));
            fields.push(input("lte", ty.to_owned(), "Less than or equal to this."));
            fields.push(input("gt", ty.to_owned(), "Greater than this."));
            fields.push(input("gte", ty.to_owned(), "Greater than or equal to this."));
        }
        if comparisons == Comparisons::Dated {
            register_relative(registry);
            fields.push(input("within", "RelativePeriod".to_owned(), "Within a period relative to today."));
        }
        if comparisons == Comparisons::Text {
            fields.push(input("contains", "String".to_owned(), "Contains this."));
            fields.push(input("startsWith", "String".to_owned(), "Starts with this."));
        }
        fields
    });
    name.to_owned()
}

fn register_relative(registry: &mut Registry) {
    let units = [
        ("DAY", "A day."),
        ("WEEK", "A week, from Monday."),
        ("MONTH", "A calendar month."),
        ("QUARTER", "A quarter of the fiscal year."),
        ("YEAR", "A fiscal year."),
    ];
    let units: Vec<(String, String)> =
        units.iter().map(|(name, doc)| ((*name).to_owned(), (*doc).to_owned())).collect();
    enum_once(registry, "PeriodUnit", "A unit of periods.", &units);
    let doc = "A period relative to today in the company's zone: exactly one of `last`, `next` and `current`.";
    input_once(registry, "RelativePeriod", doc, false, |_| {
        vec![
            input(
                "last",
                "Int".to_owned(),
                "So many units that end with the current one, which is included; 1 to 1000.",
            ),
            input(
                "next",
                "Int".to_owned(),
                "So many units that begin with the current one, which is included; 1 to 1000.",
            ),
            input(
                "current",
                "Int".to_owned(),
                "One unit: 0 is the current one, -1 the one before, 1 the one after; -1000 to 1000.",
            ),
            input("unit", "PeriodUnit!".to_owned(), "The unit."),
        ]
    });
}

type Read<T> = Result<T, String>;

/// Reads a filter of a record.
fn read(description: &'static Description, value: &Value, today: &relative::Today, depth: usize) -> Read<Filter> {
    if depth > DEPTH_MAX {
        return Err(format!("filters nest at most {DEPTH_MAX} deep"));
    }
    let object = match value {
        Value::Object(object) => object,
        Value::Null => return Ok(Filter::everything()),
        _ => return Err(format!("a filter of {} is an object", description.name)),
    };
    let mut all = Vec::with_capacity(object.len());
    for (key, value) in object {
        if value == &Value::Null {
            continue;
        }
        let list = |value: &Value| -> Read<Vec<Filter>> {
            elements(value)?.iter().map(|value| read(description, value, today, depth + 1)).collect()
        };
        all.push(match key.as_str() {
            "and" => Filter::All(list(value)?),
            "or" => Filter::Any(list(value)?),
            "not" => Filter::Not(Box::new(read(description, value, today, depth + 1)?)),
            key => read_condition(description, key, value, today, depth)?,
        });
    }
    Ok(Filter::All(all))
}

fn read_condition(
    description: &'static Description,
    key: &str,
    value: &Value,
    today: &relative::Today,
    depth: usize,
) -> Read<Filter> {
    if let Some(collection) = description.collection(key) {
        let Value::Object(object) = value else { return Err(format!("{key} takes some or none")) };
        let mut all = Vec::new();
        for (quantifier, inner) in object {
            let inner = Box::new(read(describe(collection.kind), inner, today, depth + 1)?);
            all.push(match quantifier.as_str() {
                "some" => Filter::Some(collection, inner),
                "none" => Filter::None(collection, inner),
                other => return Err(format!("{key} has no {other}")),
            });
        }
        return Ok(Filter::All(all));
    }
    if let Some(field) = description.field(key) {
        return match field.kind {
            FieldKind::Reference(kind) => {
                Ok(Filter::Related(field, Box::new(read(describe(kind), value, today, depth + 1)?)))
            }
            _ => tests(field, value, today),
        };
    }
    let reference = key.strip_suffix("Id").and_then(|key| description.field(key));
    match reference {
        Some(field) => tests(field, value, today),
        None => Err(format!("{} has no field {key}", description.name)),
    }
}

fn tests(field: &'static Field, value: &Value, today: &relative::Today) -> Read<Filter> {
    let Value::Object(object) = value else { return Err(format!("{} takes comparisons", field.key)) };
    let mut all = Vec::with_capacity(object.len());
    for (comparison, value) in object {
        if value == &Value::Null {
            continue;
        }
        let one = || operand(field, value, today);
        let many = || elements(value)?.iter().map(|value| operand(field, value, today)).collect::<Read<Vec<_>>>();
        let text = || match value {
            Value::String(text) => plain(field, text),
            _ => Err(format!("{} takes a text", field.key)),
        };
        let test = match comparison.as_str() {
            "eq" => Test::Eq(one()?),
            "ne" => Test::Ne(one()?),
            "in" => Test::In(many()?),
            "nin" => Test::NotIn(many()?),
            "isNull" => Test::IsNull(value == &Value::Boolean(true)),
            "lt" => Test::Lt(one()?),
            "lte" => Test::Lte(one()?),
            "gt" => Test::Gt(one()?),
            "gte" => Test::Gte(one()?),
            "contains" => Test::Contains(text()?),
            "startsWith" => Test::StartsWith(text()?),
            "within" => {
                let (from, to) = relative::bounds(field.kind, value, today)?;
                all.push(Filter::Field(field, Test::Gte(from)));
                Test::Lt(to)
            }
            other => return Err(format!("{} has no comparison {other}", field.key)),
        };
        all.push(Filter::Field(field, test));
    }
    Ok(Filter::All(all))
}

fn elements(value: &Value) -> Read<&[Value]> {
    match value {
        Value::List(list) if list.len() > LIST_MAX => {
            Err(format!("a list in a filter has at most {LIST_MAX} elements"))
        }
        Value::List(list) => Ok(list),
        single => Ok(std::slice::from_ref(single)),
    }
}

/// A text to compare a field with.
fn plain(field: &Field, text: &str) -> Read<String> {
    if text.contains('\0') {
        return Err(format!("{} takes a text without NUL", field.key));
    }
    if text.chars().count() > TEXT_MAX {
        return Err(format!("{} takes a text of at most {TEXT_MAX} characters", field.key));
    }
    Ok(text.to_owned())
}

/// A value to compare a field with.
fn operand(field: &Field, value: &Value, today: &relative::Today) -> Read<FieldValue> {
    let wrong = || format!("{value} does not fit {}", field.key);
    let parsed = |value: &Value| value.clone();
    match field.kind {
        FieldKind::Id | FieldKind::Reference(_) => match value {
            // What is no id is the id of nothing.
            Value::String(text) => Ok(FieldValue::Id(text.parse().unwrap_or(Uuid::nil()))),
            _ => Err(wrong()),
        },
        FieldKind::Enum { .. } => match value {
            Value::Enum(name) => Ok(FieldValue::Text(name.to_string())),
            Value::String(name) => plain(field, name).map(FieldValue::Text),
            _ => Err(wrong()),
        },
        FieldKind::Text { .. } | FieldKind::Translations | FieldKind::Choice { .. } | FieldKind::Currency => {
            match value {
                Value::String(text) => plain(field, text).map(FieldValue::Text),
                _ => Err(wrong()),
            }
        }
        // GraphQL's Int has 32 bits.
        FieldKind::Integer { .. } => {
            i32::parse(Some(parsed(value))).map(|number| FieldValue::Integer(number.into())).map_err(|_| wrong())
        }
        FieldKind::Scaled { scale, .. } => {
            let decimal = Decimal::parse(Some(parsed(value))).map_err(|_| wrong())?;
            decimal
                .0
                .rescale(scale)
                .map(|mantissa| FieldValue::Scaled { mantissa, scale })
                .map_err(|error| error.to_string())
        }
        FieldKind::Money => {
            let decimal = Decimal::parse(Some(parsed(value))).map_err(|_| wrong())?;
            decimal.0.rescale(today.base_exponent).map(FieldValue::Integer).map_err(|error| error.to_string())
        }
        FieldKind::Date => Date::parse(Some(parsed(value))).map(|date| FieldValue::Date(date.0)).map_err(|_| wrong()),
        FieldKind::DateTime => {
            DateTime::parse(Some(parsed(value))).map(|instant| FieldValue::DateTime(instant.0)).map_err(|_| wrong())
        }
        FieldKind::Boolean => match value {
            Value::Boolean(flag) => Ok(FieldValue::Boolean(*flag)),
            _ => Err(wrong()),
        },
    }
}
