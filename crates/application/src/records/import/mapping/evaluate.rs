//! From a row to typed values.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use tundish_domain::{
    kernel::decimal::Decimal,
    records::{Field, RecordKind},
};
use tundish_persistence::records::describe;

use super::{
    FieldPlan, Origin, Plan,
    compile::{Case, DatePlan, Reader, ValueMap, When},
    error::{of_number, shortened},
    format::{By, Missing, Otherwise, WhenEmpty},
    number::{Exact, NumberFormat},
    template,
};
use crate::records::{Code, InputValue, Text, UserError};

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Draft {
    /// The record's id in the system it comes from.
    pub(in super::super) external_id: String,
    /// The record's fields.
    pub(in super::super) fields: Vec<Entered>,
    /// The fields of its lines.
    pub(in super::super) lines: Vec<Vec<Entered>>,
    /// When it began, if that is known.
    pub(in super::super) started: Option<NaiveDate>,
    /// When it closed, if it did.
    pub(in super::super) closed: Option<NaiveDate>,
    /// What it was worth before it closed; `None`: the mapping does not say.
    pub(in super::super) open_amount: Option<Entered>,
    /// The stages into which it came, with the days.
    pub(in super::super) steps: Vec<(Entered, NaiveDate)>,
}

impl Draft {
    /// A row that says nothing but whose it is.
    pub(in super::super) const fn of(external_id: String) -> Self {
        Self {
            external_id,
            fields: Vec::new(),
            lines: Vec::new(),
            started: None,
            closed: None,
            open_amount: None,
            steps: Vec::new(),
        }
    }
}

/// A field's value, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Entered {
    pub(in super::super) field: &'static Field,
    pub(in super::super) value: Value,
    /// The column, or the field's key: where people look for a mistake.
    pub(in super::super) place: String,
}

/// A value, or how to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Value {
    /// The field is emptied.
    Empty,
    /// The value.
    Given(InputValue),
    /// A record, or the key of a choice.
    Find(Find),
    /// The list price of a product.
    ListPrice(Find),
}

/// A record that is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Find {
    pub(in super::super) key: Key,
    pub(in super::super) missing: Missing,
}

/// By what a record is found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in super::super) struct Key {
    pub(in super::super) kind: RecordKind,
    pub(in super::super) by: By,
    /// The source of external ids, the list of choices; else empty.
    pub(in super::super) scope: String,
    pub(in super::super) text: String,
}

type Read<T> = Result<T, (Code, Text)>;

const fn invalid<T>(text: Text) -> Read<T> {
    Err((Code::Invalid, text))
}

impl Plan {
    /// The fields that rows set.
    pub(in super::super) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().map(|plan| plan.field)
    }

    /// Whether rows may become, or make, records that everybody keeps in memory.
    pub(in super::super) fn writes_small(&self) -> bool {
        let makes_small = |case: &Case| match &case.reader {
            Reader::Find { kind, missing: Missing::Create, .. } => describe(*kind).small,
            _ => false,
        };
        self.description.small || self.fields.iter().flat_map(|plan| &plan.cases).any(makes_small)
    }

    /// What a row says, or everything that is wrong with it. Times without zone are in `zone`.
    pub(in super::super) fn evaluate(&self, cells: &[String], zone: Tz) -> Result<Draft, Vec<UserError>> {
        let mut row = RowReader { plan: self, cells, zone, errors: Vec::new() };
        let external_id = row.external_id();
        let fields = row.fields(&self.fields);
        let lines = self.lines.iter().map(|line| row.fields(line)).filter(|line| has_product(line)).collect();
        let started = self.past.started.as_ref().and_then(|day| row.day(day));
        let closed = self.past.closed.as_ref().and_then(|day| row.day(day));
        let open_amount = self.past.open_amount.as_ref().and_then(|field| row.field(field));
        let mut steps = Vec::new();
        for (stage, day) in &self.past.stages {
            if let (Some(day), Some(stage)) = (row.day(day), self.stage(stage)) {
                steps.push((stage, day));
            }
        }
        if row.errors.is_empty() {
            Ok(Draft { external_id, fields, lines, started, closed, open_amount, steps })
        } else {
            Err(row.errors)
        }
    }

    fn stage(&self, name: &str) -> Option<Entered> {
        let field = self.description.field("stage")?;
        let key = Key { kind: RecordKind::Stage, by: By::Name, scope: String::new(), text: name.to_owned() };
        let value = Value::Find(Find { key, missing: Missing::Refuse });
        Some(Entered { field, value, place: "history.stages".to_owned() })
    }
}

/// A line without a product is none.
fn has_product(line: &[Entered]) -> bool {
    line.iter().any(|entered| entered.field.key == "product" && entered.value != Value::Empty)
}

struct RowReader<'a> {
    plan: &'a Plan,
    cells: &'a [String],
    zone: Tz,
    errors: Vec<UserError>,
}

impl<'a> RowReader<'a> {
    fn external_id(&mut self) -> String {
        let origin = &self.plan.external_id;
        let text = self
            .text(origin)
            .map(Cow::into_owned)
            .and_then(|text| if text.is_empty() { Err((Code::Required, Text::Required)) } else { Ok(text) });
        let place = self.place(origin, "external_id");
        self.noted(text, place).unwrap_or_default()
    }

    fn fields(&mut self, plans: &'a [FieldPlan]) -> Vec<Entered> {
        plans.iter().filter_map(|plan| self.field(plan)).collect()
    }

    /// A field's value; `None` where it is left as it is, or wrong.
    fn field(&mut self, plan: &'a FieldPlan) -> Option<Entered> {
        let case = plan.cases.iter().find(|case| case.when.as_ref().is_none_or(|when| self.holds(when)))?;
        let place = self.place(&case.origin, plan.field.key);
        let value = self.value(case);
        let value = self.noted(value, place.clone())??;
        Some(Entered { field: plan.field, value, place })
    }

    fn day(&mut self, plan: &'a DatePlan) -> Option<NaiveDate> {
        if plan.when.as_ref().is_some_and(|when| !self.holds(when)) {
            return None;
        }
        let day = self.cell(plan.column).and_then(|text| {
            if text.is_empty() { Ok(None) } else { plan.formats.read_day(&text).map(Some).or_else(invalid) }
        });
        self.noted(day, self.column_name(plan.column))?
    }

    fn noted<T>(&mut self, read: Read<T>, place: String) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err((code, text)) => {
                self.errors.push(UserError { code, path: vec![place], text });
                None
            }
        }
    }

    fn column_name(&self, column: usize) -> String {
        self.plan.columns.get(column).map(|column| column.name.clone()).unwrap_or_default()
    }

    fn place(&self, origin: &Origin, key: &str) -> String {
        match origin {
            Origin::Column(column) => self.column_name(*column),
            Origin::Constant(_) | Origin::Template(_) => key.to_owned(),
        }
    }

    /// Whether a condition holds, of the cell as it stands in the file.
    fn holds(&self, when: &When) -> bool {
        let cell = self.cells.get(when.column).map_or("", String::as_str);
        let among = |values: &Vec<String>| values.iter().any(|value| value == cell);
        when.is.as_ref().is_none_or(among)
            && !when.not.as_ref().is_some_and(among)
            && when.empty.is_none_or(|empty| empty == cell.is_empty())
    }

    /// A cell as its column is read everywhere.
    fn cell(&self, column: usize) -> Read<Cow<'a, str>> {
        let cell = self.cells.get(column).map_or("", String::as_str);
        match self.plan.columns.get(column).and_then(|column| column.values.as_ref()) {
            Some(map) => mapped(map, Cow::Borrowed(cell)),
            None => Ok(Cow::Borrowed(cell)),
        }
    }

    fn text(&self, origin: &'a Origin) -> Read<Cow<'a, str>> {
        match origin {
            Origin::Column(column) => self.cell(*column),
            Origin::Constant(text) => Ok(Cow::Borrowed(text)),
            Origin::Template(pieces) => {
                template::render(pieces, &|column| self.cell(*column).map(Cow::into_owned)).map(Cow::Owned)
            }
        }
    }

    /// The value by a rule; `None` where the field is left as it is.
    fn value(&self, case: &'a Case) -> Read<Option<Value>> {
        let text = self.text(&case.origin)?;
        let text = match &case.values {
            Some(map) => mapped(map, text)?,
            None => text,
        };
        if text.is_empty() {
            return match case.when_empty {
                WhenEmpty::Leave => Ok(None),
                WhenEmpty::Clear => Ok(Some(Value::Empty)),
                WhenEmpty::Refuse => Err((Code::Required, Text::Required)),
            };
        }
        self.read(&case.reader, &text).map(Some)
    }

    fn read(&self, reader: &Reader, text: &str) -> Read<Value> {
        let find = |kind: RecordKind, by: By, scope: &str, missing: Missing| Find {
            key: Key { kind, by, scope: scope.to_owned(), text: text.to_owned() },
            missing,
        };
        let given = match reader {
            Reader::Find { kind, by, scope, missing } => return Ok(Value::Find(find(*kind, *by, scope, *missing))),
            Reader::ListPrice { by, scope } => {
                return Ok(Value::ListPrice(find(RecordKind::Product, *by, scope, Missing::Refuse)));
            }
            Reader::Text => InputValue::Text(text.to_owned()),
            Reader::Integer(format, factor) => {
                let number = number(format, *factor, text, None)?;
                let whole = number.rescale(0).or_else(|_| invalid(Text::TooManyDigits { digits: 0 }))?;
                InputValue::Integer(whole)
            }
            Reader::Decimal(format, factor) => InputValue::Decimal(number(format, *factor, text, None)?),
            Reader::Money { format, multiply, currency, currency_column } => {
                let column = currency_column.map(|column| self.cell(column)).transpose()?;
                let currency = column.filter(|code| !code.is_empty()).map(Cow::into_owned).or_else(|| currency.clone());
                let amount = number(format, *multiply, text, currency.as_deref())?;
                InputValue::Money { amount, currency }
            }
            Reader::Date(formats) => InputValue::Date(formats.read_day(text).or_else(invalid)?),
            Reader::DateTime(formats) => InputValue::DateTime(self.instant(&formats.read(text).or_else(invalid)?)?),
            Reader::Boolean => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" | "是" => InputValue::Boolean(true),
                "false" | "no" | "0" | "否" => InputValue::Boolean(false),
                _ => return invalid(Text::NotABoolean { value: shortened(text) }),
            },
        };
        Ok(Value::Given(given))
    }

    /// An instant in ISO 8601; without an offset it is in the zone, a day is its beginning there.
    fn instant(&self, iso: &str) -> Read<DateTime<Utc>> {
        if let Ok(instant) = DateTime::parse_from_rfc3339(iso) {
            return Ok(instant.to_utc());
        }
        let day = || iso.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
        let local = iso.parse::<NaiveDateTime>().ok().or_else(day);
        let instant = local.and_then(|local| self.zone.from_local_datetime(&local).earliest());
        match instant {
            Some(instant) => Ok(instant.to_utc()),
            None => invalid(Text::NotADate { value: shortened(iso), formats: "ISO 8601".to_owned() }),
        }
    }
}

fn mapped<'a>(map: &ValueMap, text: Cow<'a, str>) -> Read<Cow<'a, str>> {
    match map.values.get(text.as_ref()) {
        Some(value) => Ok(Cow::Owned(value.clone())),
        None if text.is_empty() => Ok(text),
        None => match map.otherwise {
            Otherwise::Keep => Ok(text),
            Otherwise::Empty => Ok(Cow::Borrowed("")),
            Otherwise::Refuse => invalid(Text::UnknownValue { value: shortened(&text) }),
        },
    }
}

fn number(format: &NumberFormat, factor: Option<Exact>, text: &str, currency: Option<&str>) -> Read<Decimal> {
    let read = format.read(text, currency).and_then(|number| match factor {
        Some(factor) => number.times(factor),
        None => Ok(number),
    });
    let exact = read.or_else(|error| invalid(of_number(error, text)))?;
    exact.to_string().parse().or_else(|_| invalid(Text::NumberTooLong { value: shortened(text) }))
}
