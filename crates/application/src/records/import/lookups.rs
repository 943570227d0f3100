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

/// What was looked up.
#[derive(Default)]
pub(super) struct Lookups {
    /// The records that a key may mean, with the text that they have there.
    found: HashMap<Key, Vec<(Uuid, String)>>,
    /// The keys of choices.
    choices: HashMap<Key, String>,
    prices: HashMap<Uuid, Option<InputValue>>,
}

impl Lookups {
    /// Looks up what is not known yet.
    pub(super) async fn load(&mut self, uow: &UnitOfWork, keys: impl Iterator<Item = &Key>) -> Outcome<()> {
        let mut unknown: HashMap<(RecordKind, By, String), HashSet<String>> = HashMap::new();
        for key in keys {
            if key.kind == RecordKind::Choice {
                self.find_choice(uow, key);
            } else if !self.found.contains_key(key) {
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
        let mut by_text: HashMap<String, Vec<(Uuid, String)>> = HashMap::new();
        for (id, text) in found {
            let named = by_text.entry(compared(by, &text)).or_default();
            if named.iter().all(|(known, _)| *known != id) {
                named.push((id, text));
            }
        }
        for text in texts {
            let candidates = by_text.get(&compared(by, &text)).cloned().unwrap_or_default();
            self.found.insert(Key { kind, by, scope: scope.to_owned(), text }, candidates);
        }
        Ok(())
    }

    fn find_choice(&mut self, uow: &UnitOfWork, key: &Key) {
        if self.choices.contains_key(key) {
            return;
        }
        let directory = uow.directory();
        let wanted = fold(&key.text);
        let has_name = |row: &Arc<Row>| names(row).iter().any(|name| fold(name) == wanted);
        let found = directory.choices().iter().filter(|choice| choice.list == key.scope).find(|choice| match key.by {
            By::Name => directory.row(choice.id.0).is_some_and(has_name),
            _ => choice.key == key.text,
        });
        if let Some(choice) = found {
            self.choices.insert(key.clone(), choice.key.clone());
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
            return Ok(self.choices.get(key).cloned().map(FieldValue::Text));
        }
        let candidates = self.found.get(key).map_or(&[][..], Vec::as_slice);
        let within = |id: &Uuid| {
            let Some(pipeline) = pipeline.filter(|_| key.kind == RecordKind::Stage) else { return true };
            uow.directory().stage(StageId(*id)).is_some_and(|stage| stage.pipeline_id == pipeline)
        };
        let candidates: Vec<&(Uuid, String)> = candidates.iter().filter(|(id, _)| within(id)).collect();
        let exact: Vec<&&(Uuid, String)> = candidates.iter().filter(|(_, text)| *text == key.text).collect();
        match (candidates.as_slice(), exact.as_slice()) {
            ([], _) => Ok(None),
            ([(id, _)], _) | (_, [(id, _)]) => Ok(Some(FieldValue::Id(*id))),
            _ => Err((Code::Invalid, Text::Ambiguous { text: super::mapping::shortened(&key.text) })),
        }
    }

    /// Notes a record that this import makes.
    pub(super) fn learn(&mut self, key: Key, id: Uuid) {
        let text = key.text.clone();
        let found = self.found.entry(key).or_default();
        if !found.iter().any(|(known, _)| *known == id) {
            found.push((id, text));
        }
    }

    /// Notes a choice that this import makes.
    pub(super) fn learn_choice(&mut self, key: Key) {
        let text = key.text.clone();
        self.choices.insert(key, text);
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

/// Texts that are the same for a way of finding.
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

fn compared(by: By, text: &str) -> String {
    match by {
        By::Name => fold(text),
        By::Email => text.to_ascii_lowercase(),
        By::ExternalId | By::Key => text.to_owned(),
    }
}
