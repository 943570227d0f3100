//! What was entered: typed by the field's description, checked, and put into a record.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tundish_domain::{
    kernel::{
        currency::Currency,
        decimal::{Decimal, Rate},
        money::Money,
    },
    organisation::Language,
    records::{Description, Field, FieldKind, FieldValue, Write},
};
use tundish_persistence::records::{Fields, Record, UnitOfWork};
use uuid::Uuid;

use super::{Code, Failure, Outcome, Text, UserError};

/// A value as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputValue {
    /// Text, keys, names, codes.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A decimal.
    Decimal(Decimal),
    /// An amount; without a currency it is in the base currency.
    Money {
        /// How much.
        amount: Decimal,
        /// The currency's code.
        currency: Option<String>,
    },
    /// A day.
    Date(chrono::NaiveDate),
    /// An instant.
    DateTime(chrono::DateTime<chrono::Utc>),
    /// Yes or no.
    Boolean(bool),
    /// A record's id.
    Id(Uuid),
}

/// The fields that were entered: absent ones are not there, emptied ones are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    values: Vec<(&'static Field, Option<InputValue>)>,
}

impl Input {
    /// Nothing entered.
    pub fn new() -> Self {
        Self::default()
    }

    /// Enters a value; a later one of the same field replaces it.
    pub fn set(&mut self, field: &'static Field, value: Option<InputValue>) {
        self.values.retain(|(known, _)| known.key != field.key);
        self.values.push((field, value));
    }

    /// Enters a value by the field's key, for programs that know their fields.
    #[must_use]
    pub fn with(mut self, description: &'static Description, key: &str, value: impl Into<Option<InputValue>>) -> Self {
        if let Some(field) = description.field(key) {
            self.set(field, value.into());
        }
        self
    }

    /// The value of a field: outer `None` if it was not entered.
    pub fn get(&self, key: &str) -> Option<Option<&InputValue>> {
        self.values.iter().find(|(field, _)| field.key == key).map(|(_, value)| value.as_ref())
    }

    /// The id entered for a reference.
    pub fn id(&self, key: &str) -> Option<Uuid> {
        match self.get(key) {
            Some(Some(InputValue::Id(id))) => Some(*id),
            _ => None,
        }
    }

    /// A digest of what was entered, to tell a repeated request from another one under the same key.
    pub fn digest(&self) -> String {
        let mut parts: Vec<String> =
            self.values.iter().map(|(field, value)| format!("{}={value:?}", field.key)).collect();
        parts.sort_unstable();
        digest(&parts.join("\n"))
    }

    /// Checks every value against its field's description and the references against what the viewer may see.
    pub async fn check(&self, uow: &UnitOfWork) -> Outcome<Changes> {
        let mut changes = Vec::with_capacity(self.values.len());
        let mut errors = Vec::new();
        for (field, value) in &self.values {
            if field.write == Write::Never {
                return Err(Failure::BadInput(format!("{} cannot be set", field.key)));
            }
            match check(uow, field, value.as_ref()).await? {
                Ok(value) => changes.push((*field, value)),
                Err((code, text)) => errors.push(UserError::at(code, &path(field), text)),
            }
        }
        if errors.is_empty() { Ok(Changes { values: changes }) } else { Err(Failure::Refused(errors)) }
    }
}

/// A digest of a text.
pub(crate) fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The name of a field in inputs: references end in `Id`.
pub(crate) fn path(field: &Field) -> String {
    match field.kind {
        FieldKind::Reference(_) => format!("{}Id", field.key),
        _ => field.key.to_owned(),
    }
}

/// Values that were checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    values: Vec<(&'static Field, Option<FieldValue>)>,
}

impl Changes {
    /// Values that were checked one by one.
    pub(crate) const fn of(values: Vec<(&'static Field, Option<FieldValue>)>) -> Self {
        Self { values }
    }

    /// Puts the values into a record.
    pub fn apply<R: Record>(&self, record: &mut R) -> Outcome<()> {
        for (field, value) in &self.values {
            record.set_value(field, value.as_ref())?;
        }
        Ok(())
    }

    /// Whether a field is among them.
    pub fn has(&self, key: &str) -> bool {
        self.values.iter().any(|(field, _)| field.key == key)
    }

    /// The fields among them.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.values.iter().map(|(field, _)| *field)
    }
}

pub(crate) type Checked = Result<Option<FieldValue>, (Code, Text)>;

/// Checks a value against its field's description, and a reference against what the viewer may see.
pub(crate) async fn check(uow: &UnitOfWork, field: &'static Field, value: Option<&InputValue>) -> Outcome<Checked> {
    let Some(value) = value else {
        return Ok(if field.nullable { Ok(None) } else { Err((Code::Required, Text::Required)) });
    };
    Ok(match (field.kind, value) {
        (FieldKind::Text { max, .. }, InputValue::Text(text)) => check_text(field, text, max),
        (FieldKind::Translations, InputValue::Text(json)) => check_translations(json),
        (FieldKind::Choice { list }, InputValue::Text(key)) => {
            if uow.directory().has_choice(list, key) {
                Ok(Some(FieldValue::Text(key.clone())))
            } else {
                Err((Code::Invalid, Text::UnknownChoice { key: key.chars().take(100).collect() }))
            }
        }
        (FieldKind::Enum { values, .. }, InputValue::Text(name)) => {
            if values.contains(&name.as_str()) {
                Ok(Some(FieldValue::Text(name.clone())))
            } else {
                Err((Code::Invalid, Text::UnknownChoice { key: name.chars().take(100).collect() }))
            }
        }
        (FieldKind::Integer { min, max }, InputValue::Integer(number)) => {
            if (min..=max).contains(number) {
                Ok(Some(FieldValue::Integer(*number)))
            } else {
                Err((Code::OutOfRange, Text::Between { min: min.to_string(), max: max.to_string() }))
            }
        }
        (FieldKind::Scaled { scale, min, max }, InputValue::Decimal(decimal)) => match decimal.rescale(scale) {
            Err(_) => Err((Code::Invalid, Text::TooManyDigits { digits: scale })),
            Ok(mantissa) if (min..=max).contains(&mantissa) => Ok(Some(FieldValue::Scaled { mantissa, scale })),
            Ok(_) => {
                let bound = |mantissa: i64| Decimal::new(mantissa.into(), scale).to_string();
                Err((Code::OutOfRange, Text::Between { min: bound(min), max: bound(max) }))
            }
        },
        (FieldKind::Money, InputValue::Money { amount, currency }) => {
            check_money(uow, amount, currency.as_deref()).await?
        }
        (FieldKind::Currency, InputValue::Text(code)) => match code.parse::<Currency>() {
            Ok(currency) => Ok(Some(FieldValue::Text(currency.to_string()))),
            Err(_) => Err((Code::Invalid, Text::UnknownCurrency { code: code.chars().take(10).collect() })),
        },
        (FieldKind::Date, InputValue::Date(date)) => Ok(Some(FieldValue::Date(*date))),
        (FieldKind::DateTime, InputValue::DateTime(instant)) => Ok(Some(FieldValue::DateTime(*instant))),
        (FieldKind::Boolean, InputValue::Boolean(flag)) => Ok(Some(FieldValue::Boolean(*flag))),
        (FieldKind::Reference(kind), InputValue::Id(id)) => {
            if uow.sees(kind, *id).await? {
                Ok(Some(FieldValue::Id(*id)))
            } else {
                Err((Code::NotFound, Text::UnknownRecord))
            }
        }
        _ => return Err(Failure::BadInput(format!("{} has a value of another type", field.key))),
    })
}

fn check_text(field: &Field, text: &str, max: usize) -> Checked {
    let text = text.trim();
    if text.contains('\0') {
        return Err((Code::Invalid, Text::Nul));
    }
    if text.chars().count() > max {
        return Err((Code::TooLong, Text::TooLong { max }));
    }
    if text.is_empty() {
        return if field.nullable { Ok(None) } else { Err((Code::Required, Text::Required)) };
    }
    Ok(Some(FieldValue::Text(text.to_owned())))
}

/// The longest name in another language, in characters.
const TRANSLATION_MAX: usize = 200;

/// A JSON object from languages to names; an empty name is none.
fn check_translations(json: &str) -> Checked {
    let Ok(texts) = serde_json::from_str::<BTreeMap<String, String>>(json) else {
        return Err((Code::Invalid, Text::UnknownChoice { key: json.chars().take(100).collect() }));
    };
    let mut names = BTreeMap::new();
    for (tag, text) in texts {
        if !Language::ALL.iter().any(|language| language.tag() == tag) {
            return Err((Code::Invalid, Text::UnknownLanguage));
        }
        let text = text.trim();
        if text.contains('\0') {
            return Err((Code::Invalid, Text::Nul));
        }
        if text.chars().count() > TRANSLATION_MAX {
            return Err((Code::TooLong, Text::TooLong { max: TRANSLATION_MAX }));
        }
        if !text.is_empty() {
            names.insert(tag, text.to_owned());
        }
    }
    Ok(Some(FieldValue::Text(serde_json::json!(names).to_string())))
}

/// The greatest amount, in minor units: sums of a million of them still fit.
pub(crate) const AMOUNT_MAX: i64 = 9_000_000_000_000;

async fn check_money(uow: &UnitOfWork, amount: &Decimal, code: Option<&str>) -> Outcome<Checked> {
    let Some(base_currency) = uow.directory().base_currency() else { return Err(Failure::NotFound) };
    let currency = match code.map(str::parse::<Currency>) {
        None => base_currency,
        Some(Ok(currency)) => currency,
        Some(Err(_)) => {
            let code = code.unwrap_or_default().chars().take(10).collect();
            return Ok(Err((Code::Invalid, Text::UnknownCurrency { code })));
        }
    };
    let Ok(money) = Money::from_decimal(*amount, currency) else {
        return Ok(Err((Code::Invalid, Text::TooManyDigits { digits: currency.exponent() })));
    };
    let worth = in_base(uow, money, uow.today()).await?;
    Ok(worth.map(|base| Some(FieldValue::Money { minor: money.minor, currency, base })))
}

/// An amount in minor units of the base currency at a day's rate; or why it is none that a record may have: there is no rate,
/// or it, or what it is worth, is so great that sums of it would not fit.
pub(crate) async fn in_base(
    uow: &UnitOfWork,
    money: Money,
    date: chrono::NaiveDate,
) -> Outcome<Result<i64, (Code, Text)>> {
    let Some(base) = uow.directory().base_currency() else { return Err(Failure::NotFound) };
    let bounded = |minor: Option<i64>, currency: Currency| {
        let bound = |minor: i64| Decimal::new(minor.into(), currency.exponent()).to_string();
        minor
            .filter(|minor| (-AMOUNT_MAX..=AMOUNT_MAX).contains(minor))
            .ok_or_else(|| (Code::OutOfRange, Text::Between { min: bound(-AMOUNT_MAX), max: bound(AMOUNT_MAX) }))
    };
    let own = bounded(Some(money.minor), money.currency);
    if own.is_err() || money.currency == base {
        return Ok(own);
    }
    let rate = uow.exchange_rate(money.currency, date).await?.and_then(|rate| Rate::from_scaled(rate).ok());
    let Some(rate) = rate else {
        return Ok(Err((Code::NoExchangeRate, Text::NoExchangeRate { code: money.currency.to_string() })));
    };
    Ok(bounded(money.convert(base, rate).ok(), base))
}
