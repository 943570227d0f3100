//! What rows refer to: found in few statements a batch, and remembered.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use tundish_domain::{
    kernel::{currency::Currency, decimal::Decimal, ids::PipelineId, ids::StageId, money::Money},
    records::{FieldValue, RecordKind, text::fold},
};
use tundish_persistence::{
    commerce::Product,
    records::{Row, UnitOfWork, describe},
};
use uuid::Uuid;

use super::mapping::{By, Key};
use crate::records::{Code, InputValue, Outcome, Text};

/// What was looked up. Its keys are [`comparable`].
#[derive(Default)]
pub(super) struct Lookups {
    found: HashMap<Key, Candidates>,
    /// The keys of choices.
    choices: HashMap<Key, String>,
    prices: HashMap<Uuid, Option<InputValue>>,
}

/// The records that a key may mean.
#[derive(Default)]
struct Candidates {
    /// Whether others than those that this import makes were looked for.
    looked_up: bool,
    /// With the text that they have there.
    records: Vec<(Uuid, String)>,
}

impl Candidates {
    fn add(&mut self, id: Uuid, text: String) {
        if self.records.iter().all(|(known, _)| *known != id) {
            self.records.push((id, text));
        }
    }
}

impl Lookups {
    /// Looks up what is not known yet.
    pub(super) async fn load(&mut self, uow: &UnitOfWork, keys: impl Iterator<Item = &Key>) -> Outcome<()> {
        let mut unknown: HashMap<(RecordKind, By, String), HashSet<String>> = HashMap::new();
        for key in keys {
            if key.kind == RecordKind::Choice {
                self.find_choice(uow, key);
            } else if self.found.get(&comparable(key)).is_none_or(|candidates| !candidates.looked_up) {
                let texts = unknown.entry((key.kind, key.by, key.scope.clone())).or_default();
                texts.insert(key.text.clone());
            }
        }
        for ((kind, by, scope), texts) in unknown {
            let mut texts: Vec<String> = texts.into_iter().collect();
            texts.sort_unstable();
            self.find(uow, kind, by, &scope, texts).await?;
        }
        Ok(())
    }

    async fn find(
        &mut self,
        uow: &UnitOfWork,
        kind: RecordKind,
        by: By,
        scope: &str,
        texts: Vec<String>,
    ) -> Outcome<()> {
        let description = describe(kind);
        let found: Vec<(Uuid, String)> = match by {
            By::Name if description.field("translations").is_some() => {
                let kept = uow.directory().rows_of(kind);
                kept.into_iter().flat_map(|row| names(row).into_iter().map(|name| (row.id, name))).collect()
            }
            By::Name => uow.having(description, "name", &texts).await?,
            By::Email => uow.having(description, "email", &texts).await?,
            By::ExternalId => {
                let known = uow.by_external_ids(kind, scope, &texts).await?;
                let ids: Vec<Uuid> = known.values().copied().collect();
                let live: HashSet<Uuid> = uow.live(description, &ids).await?.into_iter().collect();
                known.into_iter().filter(|(_, id)| live.contains(id)).map(|(text, id)| (id, text)).collect()
            }
            By::Key => Vec::new(),
        };
        let key = |text: &str| Key { kind, by, scope: scope.to_owned(), text: compared(by, text) };
        for text in &texts {
            self.found.entry(key(text)).or_default().looked_up = true;
        }
        for (id, text) in found {
            if let Some(candidates) = self.found.get_mut(&key(&text)) {
                candidates.add(id, text);
            }
        }
        Ok(())
    }

    fn find_choice(&mut self, uow: &UnitOfWork, key: &Key) {
        let known = comparable(key);
        if self.choices.contains_key(&known) {
            return;
        }
        let directory = uow.directory();
        let has_name = |row: &Arc<Row>| names(row).iter().any(|name| fold(name) == known.text);
        let found = directory.choices().iter().filter(|choice| choice.list == key.scope).find(|choice| match key.by {
            By::Name => directory.row(choice.id.0).is_some_and(has_name),
            _ => choice.key == key.text,
        });
        if let Some(choice) = found {
            self.choices.insert(known, choice.key.clone());
        }
    }

    /// The value of a reference or choice; `Ok(None)` where there is none.
    pub(super) fn get(
        &self,
        uow: &UnitOfWork,
        key: &Key,
        pipeline: Option<PipelineId>,
    ) -> Result<Option<FieldValue>, (Code, Text)> {
        if key.kind == RecordKind::Choice {
            return Ok(self.choices.get(&comparable(key)).cloned().map(FieldValue::Text));
        }
        Ok(self.one_of(uow, key, pipeline, |_| true)?.map(FieldValue::Id))
    }

    /// The record that a key means among those that `may` be meant; `Ok(None)` where there is none.
    pub(super) fn one_of(
        &self,
        uow: &UnitOfWork,
        key: &Key,
        pipeline: Option<PipelineId>,
        may: impl Fn(Uuid) -> bool,
    ) -> Result<Option<Uuid>, (Code, Text)> {
        let within = |id: Uuid| {
            let Some(pipeline) = pipeline.filter(|_| key.kind == RecordKind::Stage) else { return true };
            uow.directory().stage(StageId(id)).is_some_and(|stage| stage.pipeline_id == pipeline)
        };
        let candidates: Vec<&(Uuid, String)> =
            self.candidates(key).iter().filter(|(id, _)| within(*id) && may(*id)).collect();
        let exact: Vec<&&(Uuid, String)> = candidates.iter().filter(|(_, text)| *text == key.text).collect();
        match (candidates.as_slice(), exact.as_slice()) {
            ([], _) => Ok(None),
            ([(id, _)], _) | (_, [(id, _)]) => Ok(Some(*id)),
            _ => Err((Code::Invalid, Text::Ambiguous { text: super::mapping::shortened(&key.text) })),
        }
    }

    /// The records that a key may mean, with the text that they have there.
    pub(super) fn candidates(&self, key: &Key) -> &[(Uuid, String)] {
        self.found.get(&comparable(key)).map(|candidates| candidates.records.as_slice()).unwrap_or_default()
    }

    /// Notes a record that this import makes.
    pub(super) fn learn(&mut self, key: Key, id: Uuid) {
        self.found.entry(comparable(&key)).or_default().add(id, key.text);
    }

    /// Notes a choice that this import makes.
    pub(super) fn learn_choice(&mut self, key: Key) {
        self.choices.insert(comparable(&key), key.text);
    }

    /// What a product costs by the list; `None` where that is open.
    pub(super) async fn list_price(&mut self, uow: &UnitOfWork, product: Uuid) -> Outcome<Option<InputValue>> {
        if let Some(known) = self.prices.get(&product) {
            return Ok(known.clone());
        }
        let product_found = uow.part::<Product>(product).await?;
        let price = product_found.and_then(|product| {
            let currency: Currency = product.list_price_currency?.parse().ok()?;
            let amount: Decimal = Money { minor: product.list_price?, currency }.to_decimal();
            Some(InputValue::Money { amount, currency: Some(currency.to_string()) })
        });
        self.prices.insert(product, price.clone());
        Ok(price)
    }
}

/// The names of a record in every language, the one that was entered first.
fn names(row: &Arc<Row>) -> Vec<String> {
    let text = |key: &str| match row.get(key) {
        Some(FieldValue::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let translations = text("translations").and_then(|json| serde_json::from_str(&json).ok());
    let translations: BTreeMap<String, String> = translations.unwrap_or_default();
    text("name").into_iter().chain(translations.into_values()).collect()
}

/// The key that is the same for all texts that mean the same.
fn comparable(key: &Key) -> Key {
    Key { kind: key.kind, by: key.by, scope: key.scope.clone(), text: compared(key.by, &key.text) }
}

/// The text that is the same for all texts that mean the same by a way of finding.
fn compared(by: By, text: &str) -> String {
    match by {
        By::Name => fold(text),
        By::Email => text.to_ascii_lowercase(),
        By::ExternalId | By::Key => text.to_owned(),
    }
}
