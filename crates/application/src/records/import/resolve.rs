//! From what a row says to the values of its record: references are found, or made where the mapping wants that.

use tundish_domain::{
    kernel::ids::{ChoiceId, PipelineId, ProductId, StageId},
    records::{Field, FieldKind, FieldValue, RecordKind},
};
use tundish_persistence::{
    commerce::Product,
    customers::{Account, Contact},
    deals::DealLine,
    organisation::{Choice, Team, User},
    records::{Fields, Record, State, UnitOfWork, describe},
};
use uuid::Uuid;

use super::{
    Refusal,
    batch::Engine,
    mapping::{By, Draft, Entered, Find, Key, Missing, Value, shortened},
    source::Row,
};
use crate::{
    deals::{Past, price},
    records::{Code, Editable, InputValue, Outcome, Text, UserError, check},
};

/// A row whose references are known.
pub(super) struct Resolved {
    pub(super) row: Row,
    pub(super) draft: Draft,
    pub(super) values: Vec<(&'static Field, Option<FieldValue>)>,
    pub(super) past: Past,
    pub(super) lines: Vec<Line>,
}

/// A deal's line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    product: ProductId,
    quantity: i64,
    unit_price: Option<FieldValue>,
}

impl Line {
    /// The row of the line in a deal.
    pub(super) async fn of<R: Record>(&self, deal: &R, position: usize, uow: &UnitOfWork) -> Outcome<DealLine> {
        let mut line = DealLine {
            id: uow.new_id().into(),
            deal_id: deal.record_id().into(),
            product_id: self.product,
            quantity: self.quantity,
            unit_price: None,
            unit_price_currency: None,
            unit_price_base: None,
            total: None,
            total_currency: None,
            total_base: None,
            position: i64::try_from(position).unwrap_or(i64::MAX),
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 1,
        };
        if let Some(field) = DealLine::DESCRIPTION.field("unitPrice") {
            line.set_value(field, self.unit_price.as_ref())?;
        }
        let closed = match R::DESCRIPTION.field("closedDate").and_then(|field| deal.value(field)) {
            Some(FieldValue::Date(day)) => Some(day),
            _ => None,
        };
        price(&mut line, closed, uow).await?;
        Ok(line)
    }
}

impl Resolved {
    /// The value of a field.
    pub(super) fn value(&self, key: &str) -> Option<&FieldValue> {
        self.values.iter().find(|(field, _)| field.key == key).and_then(|(_, value)| value.as_ref())
    }

    /// The reference of a field.
    pub(super) fn id(&self, key: &str) -> Option<Uuid> {
        self.value(key).and_then(FieldValue::as_id)
    }
}

/// What came of one row: mistakes, and what has to be made first.
#[derive(Default)]
struct Notes {
    errors: Vec<UserError>,
    wanted: Vec<Key>,
}

impl Engine {
    /// Finds what the rows refer to; rows whose references lead nowhere are refused.
    pub(super) async fn resolve(
        &mut self,
        uow: &UnitOfWork,
        drafts: Vec<(Row, Draft)>,
        refusals: &mut Vec<Refusal>,
    ) -> Outcome<Vec<Resolved>> {
        self.lookups.load(uow, drafts.iter().flat_map(|(_, draft)| keys(draft))).await?;
        let mut resolved = Vec::with_capacity(drafts.len());
        for (row, draft) in drafts {
            let mut notes = Notes::default();
            let mut found = self.resolve_row(uow, &draft, &mut notes).await?;
            if notes.errors.is_empty() && !notes.wanted.is_empty() {
                for key in std::mem::take(&mut notes.wanted) {
                    self.make(uow, key).await?;
                }
                found = self.resolve_row(uow, &draft, &mut notes).await?;
            }
            if notes.errors.is_empty() {
                let (values, past, lines) = found;
                resolved.push(Resolved { row, draft, values, past, lines });
            } else {
                refusals.push(Refusal { row: row.number, cells: row.cells, reasons: notes.errors });
            }
        }
        Ok(resolved)
    }

    async fn resolve_row(
        &mut self,
        uow: &UnitOfWork,
        draft: &Draft,
        notes: &mut Notes,
    ) -> Outcome<(Vec<(&'static Field, Option<FieldValue>)>, Past, Vec<Line>)> {
        let mut values = Vec::with_capacity(draft.fields.len());
        // A stage's name means the stage of the row's pipeline.
        let mut pipeline = None;
        let pipelines_first = |entered: &&Entered| entered.field.kind != FieldKind::Reference(RecordKind::Pipeline);
        let mut fields: Vec<&Entered> = draft.fields.iter().collect();
        fields.sort_by_key(pipelines_first);
        for entered in fields {
            let value = self.value(uow, entered, pipeline, notes).await?;
            if entered.field.kind == FieldKind::Reference(RecordKind::Pipeline) {
                pipeline = value.as_ref().and_then(FieldValue::as_id).map(PipelineId);
            }
            values.push((entered.field, value));
        }
        let stage =
            values.iter().find(|(field, _)| field.key == "stage").and_then(|(_, value)| value.as_ref()?.as_id());
        let of_stage = stage.and_then(|stage| uow.directory().stage(StageId(stage))).map(|stage| stage.pipeline_id);
        let mut past = Past { started: draft.started, closed: draft.closed, ..Past::default() };
        if let Some(amount) = &draft.open_amount {
            past.open_amount = self.value(uow, amount, None, notes).await?;
        }
        for (step, day) in &draft.steps {
            let value = self.value(uow, step, pipeline.or(of_stage), notes).await?;
            past.steps.extend(value.and_then(|value| value.as_id()).map(|stage| (StageId(stage), *day)));
        }
        let mut lines = Vec::with_capacity(draft.lines.len());
        for line in &draft.lines {
            lines.extend(self.line(uow, line, notes).await?);
        }
        Ok((values, past, lines))
    }

    /// The value of a field; `None` also where there are mistakes, which are noted.
    async fn value(
        &mut self,
        uow: &UnitOfWork,
        entered: &Entered,
        pipeline: Option<PipelineId>,
        notes: &mut Notes,
    ) -> Outcome<Option<FieldValue>> {
        let checked = match &entered.value {
            Value::Empty => check(uow, entered.field, None).await?,
            Value::Given(value) => check(uow, entered.field, Some(value)).await?,
            Value::Find(find) => match self.lookups.get(uow, &find.key, pipeline) {
                Ok(None) => match find.missing {
                    Missing::Empty => check(uow, entered.field, None).await?,
                    Missing::Refuse => Err(not_found(find)),
                    Missing::Create => {
                        notes.wanted.push(find.key.clone());
                        // Whatever it was looked up by becomes its name, or its key.
                        match name_of(find.key.kind) {
                            Some(field) => check(uow, field, Some(&InputValue::Text(find.key.text.clone()))).await?,
                            None => Err(not_found(find)),
                        }
                    }
                },
                found => found,
            },
            Value::ListPrice(find) => match self.lookups.get(uow, &find.key, None) {
                Ok(Some(FieldValue::Id(product))) => match self.lookups.list_price(uow, product).await? {
                    Some(price) => check(uow, entered.field, Some(&price)).await?,
                    None => Err((Code::NotFound, Text::NoListPrice { text: shortened(&find.key.text) })),
                },
                Ok(_) => Err(not_found(find)),
                Err(error) => Err(error),
            },
        };
        Ok(checked.unwrap_or_else(|(code, text)| {
            notes.errors.push(UserError { code, path: vec![entered.place.clone()], text });
            None
        }))
    }

    async fn line(&mut self, uow: &UnitOfWork, line: &[Entered], notes: &mut Notes) -> Outcome<Option<Line>> {
        let (mut product, mut quantity, mut unit_price, mut priced) = (None, 10_000, None, false);
        for entered in line {
            let value = self.value(uow, entered, None, notes).await?;
            match (entered.field.key, value) {
                ("product", value) => product = value.and_then(|value| value.as_id()),
                ("quantity", Some(FieldValue::Scaled { mantissa, .. })) => quantity = mantissa,
                ("unitPrice", value) => (unit_price, priced) = (value, true),
                _ => {}
            }
        }
        let Some(product) = product else { return Ok(None) };
        if !priced
            && let Some(price) = self.lookups.list_price(uow, product).await?
            && let Some(field) = DealLine::DESCRIPTION.field("unitPrice")
        {
            unit_price = check(uow, field, Some(&price)).await?.unwrap_or_default();
        }
        Ok(Some(Line { product: ProductId(product), quantity, unit_price }))
    }

    /// Makes a record that is known by its name alone, or a choice by its key.
    async fn make(&mut self, uow: &UnitOfWork, key: Key) -> Outcome<()> {
        // A row may name it twice.
        if !matches!(self.lookups.get(uow, &key, None), Ok(None)) {
            return Ok(());
        }
        match key.kind {
            RecordKind::Choice => {
                let id = uow.new_id();
                let position = Choice::blank(uow, id)?.position;
                let choice = Choice {
                    id: ChoiceId(id),
                    list: key.scope.clone(),
                    key: key.text.clone(),
                    name: key.text.clone(),
                    position,
                    ..Choice::blank(uow, id)?
                };
                self.enter(uow, choice).await?;
                self.lookups.learn_choice(key);
                Ok(())
            }
            RecordKind::Account => self.make_named::<Account>(uow, key).await,
            RecordKind::Contact => self.make_named::<Contact>(uow, key).await,
            RecordKind::Product => self.make_named::<Product>(uow, key).await,
            RecordKind::User => self.make_named::<User>(uow, key).await,
            RecordKind::Team => self.make_named::<Team>(uow, key).await,
            _ => Ok(()),
        }
    }

    async fn make_named<R: Editable>(&mut self, uow: &UnitOfWork, key: Key) -> Outcome<()> {
        let id = uow.new_id();
        let mut record = R::blank(uow, id)?;
        if let Some(owner) = R::DESCRIPTION.field("owner") {
            record.set_value(owner, None)?;
        }
        if let Some(name) = R::DESCRIPTION.field("name") {
            record.set_value(name, Some(&FieldValue::Text(key.text.clone())))?;
        }
        self.enter(uow, record).await?;
        self.lookups.learn(key, id);
        Ok(())
    }

    async fn enter<R: Record>(&self, uow: &UnitOfWork, record: R) -> Outcome<()> {
        if !self.dry_run {
            let action = tundish_domain::records::EventAction::Created;
            uow.insert_many(vec![vec![State { record, effective: uow.now(), action, parts: Vec::new() }]]).await?;
        }
        Ok(())
    }
}

fn not_found(find: &Find) -> (Code, Text) {
    (Code::NotFound, Text::NotFoundBy { text: shortened(&find.key.text) })
}

/// The field that a record gets which is made of what it was looked up by.
fn name_of(kind: RecordKind) -> Option<&'static Field> {
    describe(kind).field(if kind == RecordKind::Choice { "key" } else { "name" })
}

/// Everything that a row refers to.
fn keys(draft: &Draft) -> impl Iterator<Item = &Key> {
    let steps = draft.steps.iter().map(|(step, _)| step);
    let entered = draft.fields.iter().chain(draft.lines.iter().flatten()).chain(&draft.open_amount).chain(steps);
    entered.filter_map(|entered| match &entered.value {
        Value::Find(find) | Value::ListPrice(find) => Some(&find.key),
        Value::Empty | Value::Given(_) => None,
    })
}

/// The key by which a record is recognised that has no external id yet.
pub(super) fn match_key(kind: RecordKind, by: By, resolved: &Resolved) -> Option<Key> {
    let field = if by == By::Email { "email" } else { "name" };
    let text = resolved.value(field)?.as_text()?.to_owned();
    Some(Key { kind, by, scope: String::new(), text })
}
