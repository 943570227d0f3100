//! From the mapping as it is written to a plan for a file with certain columns.

use std::collections::HashMap;

use tundish_domain::{
    kernel::currency::Currency,
    records::{Description, Field, FieldKind, RecordKind, Write},
};
use tundish_persistence::records::describe;

use super::{
    ColumnPlan, FieldPlan, Mapping, MappingError, MappingProblem, Origin, Plan,
    date::DateFormats,
    error::expected,
    format::{
        By, Cases, ColumnRule, Condition, DateRule, FieldRule, Fields, Missing, NumberRule, Otherwise, WhenEmpty,
    },
    number::{Exact, NumberFormat},
    template,
};
use crate::records::import::kinds;

type Compiled<T> = Result<T, MappingError>;

/// What values become.
#[derive(Debug)]
pub(super) struct ValueMap {
    pub(super) values: HashMap<String, String>,
    pub(super) otherwise: Otherwise,
}

/// One rule for a field's value.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) when: Option<When>,
    pub(super) origin: Origin,
    pub(super) values: Option<ValueMap>,
    pub(super) when_empty: WhenEmpty,
    pub(super) reader: Reader,
}

/// What is made of a text.
#[derive(Debug)]
pub(super) enum Reader {
    Text,
    Integer(NumberFormat, Option<Exact>),
    Decimal(NumberFormat, Option<Exact>),
    Money { format: NumberFormat, multiply: Option<Exact>, currency: Option<String>, currency_column: Option<usize> },
    Date(DateFormats),
    DateTime(DateFormats),
    Boolean,
    Find { kind: RecordKind, by: By, scope: String, missing: Missing },
    ListPrice { by: By, scope: String },
}

/// A condition on a column.
#[derive(Debug)]
pub(super) struct When {
    pub(super) column: usize,
    pub(super) is: Option<Vec<String>>,
    pub(super) not: Option<Vec<String>>,
    pub(super) empty: Option<bool>,
}

/// What rows tell of a deal's past.
#[derive(Debug, Default)]
pub(super) struct PastPlan {
    pub(super) started: Option<DatePlan>,
    pub(super) closed: Option<DatePlan>,
    pub(super) open_amount: Option<FieldPlan>,
    pub(super) stages: Vec<(String, DatePlan)>,
}

/// A column with a day.
#[derive(Debug)]
pub(super) struct DatePlan {
    pub(super) column: usize,
    pub(super) formats: DateFormats,
    pub(super) when: Option<When>,
}

/// Compiles a mapping for a file with those columns.
pub(super) fn plan(mapping: &Mapping, columns: &[String]) -> Compiled<Plan> {
    let (written, description) = (&mapping.written, mapping.description);
    let compiler = Compiler { columns, source: &written.external_id.source };
    let id = &written.external_id;
    if id.source.trim().is_empty() {
        let problem = MappingProblem::Value { value: id.source.clone(), expected: expected::SYSTEM };
        return Err(MappingError::at("external_id.source", problem));
    }
    let rule = FieldRule { column: id.column.clone(), template: id.template.clone(), ..FieldRule::default() };
    if let Some(by) = id.match_by
        && (!matches!(by, By::Name | By::Email) || !can_be_found(description, by))
    {
        return Err(MappingError::at("external_id.match", MappingProblem::Meaningless));
    }
    Ok(Plan {
        description,
        source: id.source.clone(),
        match_by: id.match_by,
        external_id: compiler.origin("external_id", &rule)?,
        columns: compiler.columns(&written.columns)?,
        fields: compiler.fields("fields", description, &written.fields)?,
        lines: compiler.lines(description, &written.line_items)?,
        past: compiler.past(description, mapping)?,
    })
}

struct Compiler<'a> {
    columns: &'a [String],
    source: &'a str,
}

impl Compiler<'_> {
    fn column(&self, path: &str, name: &str) -> Compiled<usize> {
        self.columns.iter().position(|column| column == name).ok_or_else(|| {
            let known: Vec<&str> = self.columns.iter().take(30).map(String::as_str).collect();
            MappingError::at(path, MappingProblem::UnknownColumn { column: name.to_owned(), known: known.join(", ") })
        })
    }

    fn columns(&self, rules: &std::collections::BTreeMap<String, ColumnRule>) -> Compiled<Vec<ColumnPlan>> {
        for name in rules.keys() {
            self.column(&format!("columns.{name}"), name)?;
        }
        let plan = |name: &String| ColumnPlan {
            name: name.clone(),
            values: rules.get(name).map(|rule| ValueMap {
                values: rule.values.iter().map(|(from, to)| (from.clone(), to.0.clone())).collect(),
                otherwise: rule.otherwise,
            }),
        };
        Ok(self.columns.iter().map(plan).collect())
    }

    fn fields(&self, path: &str, description: &'static Description, fields: &Fields) -> Compiled<Vec<FieldPlan>> {
        let mut plans = Vec::with_capacity(fields.len());
        for (key, cases) in fields {
            let path = format!("{path}.{key}");
            let Some(field) = description.field(key).filter(|field| field.write != Write::Never) else {
                return Err(MappingError::at(&path, MappingProblem::UnknownField { field: key.clone() }));
            };
            plans.push(self.field(&path, field, cases)?);
        }
        Ok(plans)
    }

    fn field(&self, path: &str, field: &'static Field, cases: &Cases) -> Compiled<FieldPlan> {
        let at = |index: usize| if cases.listed { format!("{path}[{index}]") } else { path.to_owned() };
        if cases.rules.is_empty() {
            return Err(MappingError::at(path, MappingProblem::EmptyList));
        }
        if let Some(last) = cases.rules.iter().position(|rule| rule.when.is_none())
            && last + 1 < cases.rules.len()
        {
            return Err(MappingError::at(&at(last + 1), MappingProblem::Unreachable));
        }
        let cases = cases.rules.iter().enumerate().map(|(index, rule)| self.case(&at(index), field, rule));
        Ok(FieldPlan { field, cases: cases.collect::<Compiled<_>>()? })
    }

    fn case(&self, path: &str, field: &'static Field, rule: &FieldRule) -> Compiled<Case> {
        let values = rule.values.as_ref().map(|values| ValueMap {
            values: values.iter().map(|(from, to)| (from.clone(), to.0.clone())).collect(),
            otherwise: rule.otherwise.unwrap_or_default(),
        });
        if values.is_none() && rule.otherwise.is_some() {
            return Err(MappingError::at(&format!("{path}.otherwise"), MappingProblem::Meaningless));
        }
        Ok(Case {
            when: self.when(path, rule.when.as_ref())?,
            origin: self.origin(path, rule)?,
            values,
            when_empty: rule.when_empty,
            reader: self.reader(path, field, rule)?,
        })
    }

    fn origin(&self, path: &str, rule: &FieldRule) -> Compiled<Origin> {
        let (column, template) = (rule.column.as_ref(), rule.template.as_ref());
        let (constant, price) = (rule.constant.as_ref(), rule.list_price_of.as_ref());
        match (column, constant, template, price) {
            (Some(column), None, None, None) => self.column(&format!("{path}.column"), column).map(Origin::Column),
            (None, Some(constant), None, None) => Ok(Origin::Constant(constant.0.clone())),
            (None, None, None, Some(column)) => {
                self.column(&format!("{path}.list_price_of"), column).map(Origin::Column)
            }
            (None, None, Some(template), None) => {
                let path = format!("{path}.template");
                let malformed = || {
                    let value = template.clone();
                    MappingError::at(&path, MappingProblem::Value { value, expected: expected::TEMPLATE })
                };
                let pieces = template::parse(template).ok_or_else(malformed)?;
                template::resolve(pieces, &|name| self.column(&path, name)).map(Origin::Template)
            }
            _ => {
                let among = if path == "external_id" {
                    "`column`, `template`"
                } else {
                    "`column`, `constant`, `template`, `list_price_of`"
                };
                Err(MappingError::at(path, MappingProblem::ExactlyOne { among }))
            }
        }
    }

    /// How the field's values are read; keys of the rule that mean nothing for it are refused.
    fn reader(&self, path: &str, field: &'static Field, rule: &FieldRule) -> Compiled<Reader> {
        let number = matches!(field.kind, FieldKind::Integer { .. } | FieldKind::Scaled { .. } | FieldKind::Money);
        let money = field.kind == FieldKind::Money;
        let date = matches!(field.kind, FieldKind::Date | FieldKind::DateTime);
        let found = matches!(field.kind, FieldKind::Reference(_) | FieldKind::Choice { .. });
        let price = rule.list_price_of.is_some();
        for (key, written, allowed) in [
            ("date_format", rule.date_format.is_some(), date),
            ("number", rule.number.is_some(), number && !price),
            ("multiply", rule.multiply.is_some(), number && !price),
            ("currency", rule.currency.is_some(), money && !price),
            ("currency_column", rule.currency_column.is_some(), money && !price && rule.currency.is_none()),
            ("list_price_of", price, money),
            ("by", rule.by.is_some(), found || price),
            ("source", rule.source.is_some(), rule.by == Some(By::ExternalId)),
            ("missing", rule.missing.is_some(), found),
        ] {
            if written && !allowed {
                return Err(MappingError::at(&format!("{path}.{key}"), MappingProblem::Meaningless));
            }
        }
        Ok(match field.kind {
            FieldKind::Money if price => {
                let by = found_by(path, describe(RecordKind::Product), rule)?;
                Reader::ListPrice { by, scope: self.scope(by, rule) }
            }
            FieldKind::Money => Reader::Money {
                format: number_format(path, rule)?,
                multiply: multiply(path, rule)?,
                currency: currency(path, rule)?,
                currency_column: match &rule.currency_column {
                    Some(column) => Some(self.column(&format!("{path}.currency_column"), column)?),
                    None => None,
                },
            },
            FieldKind::Integer { .. } => Reader::Integer(number_format(path, rule)?, multiply(path, rule)?),
            FieldKind::Scaled { .. } => Reader::Decimal(number_format(path, rule)?, multiply(path, rule)?),
            FieldKind::Date => Reader::Date(date_formats(path, rule.date_format.as_ref())?),
            FieldKind::DateTime => Reader::DateTime(date_formats(path, rule.date_format.as_ref())?),
            FieldKind::Boolean => Reader::Boolean,
            FieldKind::Choice { list } => {
                let by = rule.by.unwrap_or(By::Key);
                if !matches!(by, By::Key | By::Name) {
                    return Err(MappingError::at(&format!("{path}.by"), MappingProblem::Meaningless));
                }
                let missing = rule.missing.unwrap_or_default();
                Reader::Find { kind: RecordKind::Choice, by, scope: list.to_owned(), missing }
            }
            FieldKind::Reference(kind) => {
                let by = found_by(path, describe(kind), rule)?;
                let missing = rule.missing.unwrap_or_default();
                if missing == Missing::Create && (by != By::Name || !kinds::made_by_name(kind)) {
                    return Err(MappingError::at(&format!("{path}.missing"), MappingProblem::Meaningless));
                }
                Reader::Find { kind, by, scope: self.scope(by, rule), missing }
            }
            FieldKind::Id
            | FieldKind::Text { .. }
            | FieldKind::Translations
            | FieldKind::Enum { .. }
            | FieldKind::Currency => Reader::Text,
        })
    }

    /// The source of external ids; of no meaning for other ways of finding.
    fn scope(&self, by: By, rule: &FieldRule) -> String {
        if by == By::ExternalId { rule.source.clone().unwrap_or_else(|| self.source.to_owned()) } else { String::new() }
    }

    fn when(&self, path: &str, condition: Option<&Condition>) -> Compiled<Option<When>> {
        let Some(condition) = condition else { return Ok(None) };
        let texts = |list: &Option<super::format::OneOrMore>| list.as_ref().map(super::format::OneOrMore::texts);
        let (is, not) = (texts(&condition.is), texts(&condition.not));
        if usize::from(is.is_some()) + usize::from(not.is_some()) + usize::from(condition.empty.is_some()) != 1 {
            let problem = MappingProblem::ExactlyOne { among: "`is`, `not`, `empty`" };
            return Err(MappingError::at(&format!("{path}.when"), problem));
        }
        let column = self.column(&format!("{path}.when.column"), &condition.column)?;
        Ok(Some(When { column, is, not, empty: condition.empty }))
    }

    fn lines(&self, description: &'static Description, lines: &[Fields]) -> Compiled<Vec<Vec<FieldPlan>>> {
        if !lines.is_empty() && description.kind != RecordKind::Deal {
            return Err(MappingError::at("lineItems", MappingProblem::Meaningless));
        }
        let mut plans = Vec::with_capacity(lines.len());
        for (index, fields) in lines.iter().enumerate() {
            let path = format!("lineItems[{index}]");
            if let Some(key) = fields.keys().find(|key| !["product", "quantity", "unitPrice"].contains(&key.as_str())) {
                let problem = MappingProblem::UnknownField { field: key.clone() };
                return Err(MappingError::at(&format!("{path}.{key}"), problem));
            }
            plans.push(self.fields(&path, describe(RecordKind::DealLine), fields)?);
        }
        Ok(plans)
    }

    fn past(&self, description: &'static Description, mapping: &Mapping) -> Compiled<PastPlan> {
        let rule = &mapping.written.history;
        let told = rule.started.is_some() || rule.closed.is_some() || rule.open_amount.is_some();
        if description.kind != RecordKind::Deal {
            return if told || !rule.stages.is_empty() {
                Err(MappingError::at("history", MappingProblem::Meaningless))
            } else {
                Ok(PastPlan::default())
            };
        }
        let day = |path: &str, rule: &Option<DateRule>| match rule {
            Some(rule) => self.day(path, rule).map(Some),
            None => Ok(None),
        };
        let amount = match (&rule.open_amount, description.field("amount")) {
            (Some(cases), Some(field)) => Some(self.field("history.open_amount", field, cases)?),
            _ => None,
        };
        let steps = rule.stages.iter().enumerate().map(|(index, step)| {
            let day = self.day(&format!("history.stages[{index}].entered"), &step.entered)?;
            Ok((step.stage.clone(), day))
        });
        Ok(PastPlan {
            started: day("history.started", &rule.started)?,
            closed: day("history.closed", &rule.closed)?,
            open_amount: amount,
            stages: steps.collect::<Compiled<_>>()?,
        })
    }

    fn day(&self, path: &str, rule: &DateRule) -> Compiled<DatePlan> {
        match rule {
            DateRule::Column(column) => {
                Ok(DatePlan { column: self.column(path, column)?, formats: DateFormats::iso(), when: None })
            }
            DateRule::Table(table) => Ok(DatePlan {
                column: self.column(&format!("{path}.column"), &table.column)?,
                formats: date_formats(path, table.date_format.as_ref())?,
                when: self.when(path, table.when.as_ref())?,
            }),
        }
    }
}

/// By what a reference is found.
fn found_by(path: &str, description: &'static Description, rule: &FieldRule) -> Compiled<By> {
    let by = rule.by.unwrap_or(By::Name);
    if can_be_found(description, by) {
        Ok(by)
    } else {
        Err(MappingError::at(&format!("{path}.by"), MappingProblem::Meaningless))
    }
}

/// Whether records of a kind can be found that way.
fn can_be_found(description: &'static Description, by: By) -> bool {
    match by {
        By::Name => description.field("name").is_some(),
        By::Email => description.field("email").is_some(),
        By::ExternalId => kinds::KINDS.contains(&description.kind),
        By::Key => false,
    }
}

fn date_formats(path: &str, formats: Option<&super::format::OneOrMore>) -> Compiled<DateFormats> {
    let Some(formats) = formats else { return Ok(DateFormats::iso()) };
    let path = format!("{path}.date_format");
    let formats = formats.texts();
    if formats.is_empty() {
        return Err(MappingError::at(&path, MappingProblem::EmptyList));
    }
    DateFormats::new(formats).map_err(|wrong| {
        MappingError::at(&path, MappingProblem::Value { value: wrong, expected: expected::DATE_FORMAT })
    })
}

fn number_format(path: &str, rule: &FieldRule) -> Compiled<NumberFormat> {
    let usual = NumberFormat::default();
    let Some(NumberRule::Table(table)) = &rule.number else {
        return match rule.number {
            Some(NumberRule::Usual(false)) => {
                Err(MappingError::at(&format!("{path}.number"), MappingProblem::Meaningless))
            }
            _ => Ok(usual),
        };
    };
    let sign = |key: &str, text: &Option<String>| match text {
        None => Ok(None),
        Some(text) => {
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (sign, None) => Ok(Some(sign)),
                _ => Err(MappingError::at(
                    &format!("{path}.number.{key}"),
                    MappingProblem::Value { value: text.clone(), expected: expected::CHARACTER },
                )),
            }
        }
    };
    let decimal = sign("decimal", &table.decimal)?.flatten().unwrap_or(usual.decimal);
    // With a comma as the decimal sign, thousands are parted by points unless said otherwise.
    let parted = if decimal == ',' { Some('.') } else { usual.thousands };
    Ok(NumberFormat {
        decimal,
        thousands: sign("thousands", &table.thousands)?.unwrap_or(parted),
        percent: table.percent.unwrap_or(usual.percent),
        units: table.units.unwrap_or(usual.units),
    })
}

fn multiply(path: &str, rule: &FieldRule) -> Compiled<Option<Exact>> {
    let Some(factor) = &rule.multiply else { return Ok(None) };
    let problem = || MappingProblem::Value { value: factor.0.clone(), expected: expected::NUMBER };
    factor.0.parse().map(Some).map_err(|_| MappingError::at(&format!("{path}.multiply"), problem()))
}

fn currency(path: &str, rule: &FieldRule) -> Compiled<Option<String>> {
    let Some(code) = &rule.currency else { return Ok(None) };
    let problem = || MappingProblem::Value { value: code.clone(), expected: expected::CURRENCY };
    match code.parse::<Currency>() {
        Ok(currency) => Ok(Some(currency.to_string())),
        Err(_) => Err(MappingError::at(&format!("{path}.currency"), problem())),
    }
}
