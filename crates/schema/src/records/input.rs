//! Inputs for creating and updating records, made from their descriptions.

use std::{borrow::Cow, collections::BTreeMap, marker::PhantomData};

use async_graphql::{
    InputType, InputValueError, InputValueResult, Value,
    registry::{MetaInputValue, Registry},
};
use tundish_application::{
    records::{Input, InputValue},
    store::records::Record,
};
use tundish_domain::records::{Field, FieldKind, Write};
use uuid::Uuid;

use super::{
    money::MoneyInput,
    object::enum_of,
    registry::{input, input_once},
    scalars::{CurrencyCode, Date, DateTime, Decimal},
    translation::TranslationInput,
};

/// What an input adds to the described fields: values that are no field of the record itself.
pub trait Additions: Send + Sync + 'static {
    /// The name of the input with these, e.g. `CreateDealInput`; `{}` stands for the record's name.
    const NAME: &'static str;
    /// Whether the record is new: required fields must be given.
    const CREATES: bool;

    /// The additional fields.
    fn fields(_: &mut Registry) -> Vec<MetaInputValue> {
        Vec::new()
    }
}

/// A new record.
pub struct Creating;

impl Additions for Creating {
    const NAME: &'static str = "Create{}Input";
    const CREATES: bool = true;
}

/// A changed record.
pub struct Updating;

impl Additions for Updating {
    const NAME: &'static str = "Update{}Input";
    const CREATES: bool = false;
}

/// The fields of a record as they were entered: absent ones stay as they are, null ones are emptied.
pub struct RecordInput<R, A> {
    /// The described fields.
    pub(crate) input: Input,
    /// The additional ones.
    pub(crate) additional: BTreeMap<String, Value>,
    kind: PhantomData<fn() -> (R, A)>,
}

impl<R: Record, A: Additions> InputType for RecordInput<R, A> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        A::NAME.replace("{}", R::DESCRIPTION.name).into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let doc = if A::CREATES {
            format!("A new record of the type {}.", R::DESCRIPTION.name)
        } else {
            format!(
                "Changes of a record of the type {}: absent fields stay as they are, null ones are emptied.",
                R::DESCRIPTION.name
            )
        };
        input_once(registry, &Self::type_name(), &doc, false, |registry| {
            let written = R::DESCRIPTION.fields.iter().filter(|field| written::<A>(field));
            let mut fields: Vec<MetaInputValue> = written.map(|field| described::<A>(registry, field)).collect();
            fields.extend(A::fields(registry));
            fields
        });
        Self::qualified_type_name()
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let Some(Value::Object(object)) = value else { return Err(InputValueError::custom("an input is an object")) };
        let mut input = Input::new();
        let mut additional = BTreeMap::new();
        for (key, value) in object {
            let known = R::DESCRIPTION.fields.iter().find(|field| written::<A>(field) && name(field) == key.as_str());
            match known {
                Some(field) => input
                    .set(field, read(field, value).map_err(|text| InputValueError::custom(format!("{key}: {text}")))?),
                None => {
                    additional.insert(key.to_string(), value);
                }
            }
        }
        Ok(Self { input, additional, kind: PhantomData })
    }

    fn to_value(&self) -> Value {
        Value::Null
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

fn written<A: Additions>(field: &Field) -> bool {
    field.write == Write::Always || (A::CREATES && field.write == Write::OnCreate)
}

fn name(field: &Field) -> String {
    match field.kind {
        FieldKind::Reference(_) => format!("{}Id", field.key),
        _ => field.key.to_owned(),
    }
}

fn described<A: Additions>(registry: &mut Registry, field: &Field) -> MetaInputValue {
    let ty = match field.kind {
        FieldKind::Id | FieldKind::Reference(_) => "ID".to_owned(),
        FieldKind::Text { .. } | FieldKind::Choice { .. } | FieldKind::Enum { name: "String", .. } => {
            "String".to_owned()
        }
        FieldKind::Translations => {
            TranslationInput::create_type_info(registry);
            "[TranslationInput!]".to_owned()
        }
        FieldKind::Enum { name, values, docs } => {
            enum_of(registry, name, values, docs);
            name.to_owned()
        }
        FieldKind::Integer { .. } => "Int".to_owned(),
        FieldKind::Scaled { .. } => named::<Decimal>(registry),
        FieldKind::Money => named::<MoneyInput>(registry),
        FieldKind::Currency => named::<CurrencyCode>(registry),
        FieldKind::Date => named::<Date>(registry),
        FieldKind::DateTime => named::<DateTime>(registry),
        FieldKind::Boolean => "Boolean".to_owned(),
    };
    let mut doc = field.doc.to_owned();
    match field.kind {
        FieldKind::Text { max, .. } => doc.push_str(&format!(" At most {max} characters.")),
        FieldKind::Integer { min, max } if max < i64::MAX => doc.push_str(&format!(" From {min} to {max}.")),
        _ => {}
    }
    let required = A::CREATES && !field.nullable && !field.defaulted;
    input(&name(field), if required { format!("{ty}!") } else { ty }, doc)
}

fn named<T: InputType>(registry: &mut Registry) -> String {
    T::create_type_info(registry);
    T::type_name().into_owned()
}

/// A value as it was entered for a field.
fn read(field: &Field, value: Value) -> Result<Option<InputValue>, String> {
    if value == Value::Null {
        return Ok(None);
    }
    fn typed<T: InputType>(value: Value) -> Result<T, String> {
        T::parse(Some(value)).map_err(|error| error.into_server_error(async_graphql::Pos::default()).message)
    }
    Ok(Some(match field.kind {
        // What is no id is the id of nothing, and is refused as such with its path.
        FieldKind::Id | FieldKind::Reference(_) => {
            InputValue::Id(typed::<String>(value)?.parse().unwrap_or(Uuid::nil()))
        }
        FieldKind::Text { .. } | FieldKind::Choice { .. } | FieldKind::Currency => InputValue::Text(typed(value)?),
        FieldKind::Enum { .. } => match value {
            Value::Enum(name) => InputValue::Text(name.to_string()),
            other => InputValue::Text(typed(other)?),
        },
        FieldKind::Translations => {
            let texts: BTreeMap<String, String> = typed::<Vec<TranslationInput>>(value)?
                .into_iter()
                .map(|translation| (translation.language, translation.text))
                .collect();
            InputValue::Text(serde_json::to_string(&texts).map_err(|error| error.to_string())?)
        }
        FieldKind::Integer { .. } => InputValue::Integer(typed(value)?),
        FieldKind::Scaled { .. } => InputValue::Decimal(typed::<Decimal>(value)?.0),
        FieldKind::Money => typed::<MoneyInput>(value)?.into(),
        FieldKind::Date => InputValue::Date(typed::<Date>(value)?.0),
        FieldKind::DateTime => InputValue::DateTime(typed::<DateTime>(value)?.0),
        FieldKind::Boolean => InputValue::Boolean(typed(value)?),
    }))
}
