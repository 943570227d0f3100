//! Writing the rows of a batch: new records all at once, changed ones one by one.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::{DateTime, Utc};
use tundish_domain::{
    kernel::ids::PipelineId,
    records::{Field, RecordAction, RecordKind, Write, text::fold},
};
use tundish_persistence::{
    deals::{DealLine, Visit},
    records::{Checked, FieldChange, Fields, State, UnitOfWork},
};
use uuid::Uuid;

use super::{
    Refusal,
    batch::Engine,
    kinds::{Importable, Turned},
    mapping::{By, Draft, Key},
    resolve::{Resolved, match_key},
    source::Row,
};
use crate::{
    deals::lines_told,
    records::{Changes, Code, Failure, Outcome, Text, UserError},
};

/// Which part of an import it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    /// The rows become records.
    Write,
    /// References between them are set.
    Link,
}

/// What is to be written together.
struct Group<R> {
    states: Vec<Vec<State<R>>>,
    visits: Vec<Visit>,
    lines: Vec<DealLine>,
    external_ids: Vec<(String, Uuid)>,
}

/// What is known of the records of a group.
struct Known<R: Importable> {
    ids: HashMap<String, Uuid>,
    records: HashMap<Uuid, Checked<R>>,
    since: HashMap<Uuid, DateTime<Utc>>,
    lines: Vec<DealLine>,
    /// Rows that may mean more than one record.
    doubtful: HashMap<String, UserError>,
}

type Tried<T> = Outcome<Result<T, Vec<UserError>>>;

/// Mistakes of the row, apart from failures that end the import.
fn tried<T>(outcome: Outcome<T>) -> Tried<T> {
    match outcome {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(errors)) => Ok(Err(errors)),
        Err(failure) => Err(failure),
    }
}

impl Engine {
    /// Writes rows in groups in which no external id is repeated: a row finds what the rows before it have made.
    pub(super) async fn write<R: Importable>(
        &mut self,
        uow: &UnitOfWork,
        pass: Pass,
        drafts: Vec<(Row, Draft)>,
        refusals: &mut Vec<Refusal>,
    ) -> Outcome<()> {
        let rows = self.resolve(uow, drafts, refusals).await?;
        let mut group: Vec<Resolved> = Vec::with_capacity(rows.len());
        let mut places: HashMap<String, usize> = HashMap::with_capacity(rows.len());
        let mut twins: Vec<(Row, u64)> = Vec::new();
        for resolved in rows {
            let first = places.get(&resolved.draft.external_id).and_then(|place| group.get(*place));
            match first {
                // The same once more, as where many rows name one team.
                Some(first) if first.draft == resolved.draft => twins.push((resolved.row, first.row.number)),
                Some(_) => {
                    self.write_group::<R>(uow, pass, std::mem::take(&mut group), refusals).await?;
                    places = HashMap::from([(resolved.draft.external_id.clone(), 0)]);
                    group.push(resolved);
                }
                None => {
                    places.insert(resolved.draft.external_id.clone(), group.len());
                    group.push(resolved);
                }
            }
        }
        self.write_group::<R>(uow, pass, group, refusals).await?;
        for (row, first) in twins {
            match refusals.iter().find(|refusal| refusal.row == first).map(|refusal| refusal.reasons.clone()) {
                Some(reasons) => refusals.push(Refusal { row: row.number, cells: row.cells, reasons }),
                None if pass == Pass::Write => self.progress.unchanged += 1,
                None => {}
            }
        }
        Ok(())
    }

    async fn write_group<R: Importable>(
        &mut self,
        uow: &UnitOfWork,
        pass: Pass,
        rows: Vec<Resolved>,
        refusals: &mut Vec<Refusal>,
    ) -> Outcome<()> {
        let mut group: Group<R> =
            Group { states: Vec::new(), visits: Vec::new(), lines: Vec::new(), external_ids: Vec::new() };
        let mut known = self.known::<R>(uow, &rows, &mut group.external_ids).await?;
        for resolved in rows {
            let id = known.ids.get(&resolved.draft.external_id).copied();
            let tried = match id {
                None if known.doubtful.contains_key(&resolved.draft.external_id) => {
                    Err(known.doubtful.remove(&resolved.draft.external_id).into_iter().collect())
                }
                Some(id) => self.change(uow, pass, &resolved, id, &mut known).await?,
                None if pass == Pass::Link => Ok(()),
                None => self.create(uow, &resolved, &mut group).await?,
            };
            if let Err(reasons) = tried {
                refusals.push(Refusal { row: resolved.row.number, cells: resolved.row.cells, reasons });
            }
        }
        if self.dry_run {
            return Ok(());
        }
        for record in uow.insert_many(group.states).await? {
            record.created(uow).await?;
        }
        uow.insert_visits(&group.visits).await?;
        uow.insert_parts(&group.lines).await?;
        uow.bind_external_ids(self.kind(), &self.plan.source, &group.external_ids).await?;
        Ok(())
    }

    /// What there is already of the rows' records. Records that are recognised otherwise than by their external id get it.
    async fn known<R: Importable>(
        &mut self,
        uow: &UnitOfWork,
        rows: &[Resolved],
        adopted: &mut Vec<(String, Uuid)>,
    ) -> Outcome<Known<R>> {
        let externals: Vec<String> = rows.iter().map(|resolved| resolved.draft.external_id.clone()).collect();
        let mut ids = uow.by_external_ids(self.kind(), &self.plan.source, &externals).await?;
        let mut doubtful = HashMap::new();
        if let Some(by) = self.plan.match_by {
            let new = rows.iter().filter(|resolved| !ids.contains_key(&resolved.draft.external_id));
            let (recognised, ambiguous) = self.recognise(uow, by, new).await?;
            ids.extend(recognised.iter().cloned());
            adopted.extend(recognised);
            doubtful.extend(ambiguous);
        }
        let found: Vec<Uuid> = ids.values().copied().collect();
        let with_lines = rows.iter().any(|resolved| !resolved.lines.is_empty());
        Ok(Known {
            records: uow.checked_many(&found, RecordAction::Update).await?,
            since: uow.present_since::<R>(&found).await?,
            lines: if with_lines { uow.parts_of("deal", &found).await? } else { Vec::new() },
            ids,
            doubtful,
        })
    }

    /// The records that rows without a known external id mean by their name or e-mail address: records that have no id
    /// of this source yet. And the rows of which nobody can say which record they mean.
    async fn recognise(
        &mut self,
        uow: &UnitOfWork,
        by: By,
        rows: impl Iterator<Item = &Resolved>,
    ) -> Outcome<(Vec<(String, Uuid)>, Vec<(String, UserError)>)> {
        let kind = self.kind();
        let keyed: Vec<(&Resolved, Key)> =
            rows.filter_map(|resolved| Some((resolved, match_key(kind, by, resolved)?))).collect();
        self.lookups.load(uow, keyed.iter().map(|(_, key)| key)).await?;
        let candidates: HashSet<Uuid> =
            keyed.iter().flat_map(|(_, key)| self.lookups.candidates(key)).map(|(id, _)| *id).collect();
        let candidates: Vec<Uuid> = candidates.into_iter().collect();
        let mut others = uow.with_external_ids(kind, &self.plan.source, &candidates).await?;
        let (mut found, mut doubtful) = (Vec::new(), Vec::new());
        for (resolved, key) in keyed {
            let external = &resolved.draft.external_id;
            let pipeline = resolved.id("pipeline").map(PipelineId);
            let free = |id: Uuid| !others.contains(&id) && !self.made.contains(&id);
            match self.lookups.one_of(uow, &key, pipeline, free) {
                Ok(Some(id)) => {
                    others.insert(id);
                    found.push((external.clone(), id));
                }
                Ok(None) => {}
                Err((code, text)) => doubtful.push((external.clone(), UserError::at(code, "external_id", text))),
            }
        }
        Ok((found, doubtful))
    }

    async fn create<R: Importable>(
        &mut self,
        uow: &UnitOfWork,
        resolved: &Resolved,
        group: &mut Group<R>,
    ) -> Tried<()> {
        let external = &resolved.draft.external_id;
        if let Some(known) = self.planned.get(external) {
            // Only a dry run comes here a second time.
            if *known == digest(&resolved.draft) {
                self.progress.unchanged += 1;
            } else {
                self.progress.updated += 1;
            }
            return Ok(Ok(()));
        }
        let id = uow.new_id();
        let mut record = match new_record::<R>(uow, resolved, id)? {
            Ok(record) => record,
            Err(errors) => return Ok(Err(errors)),
        };
        let changes = Changes::of(resolved.values.clone());
        if let Err(errors) = tried(record.rules(None, &changes, uow).await)? {
            return Ok(Err(errors));
        }
        let (mut states, visits) = match tried(record.arrive(&resolved.past, uow).await)? {
            Ok(arrived) => arrived,
            Err(errors) => return Ok(Err(errors)),
        };
        let mut lines = Vec::with_capacity(resolved.lines.len());
        if let Some(State { record, .. }) = states.last() {
            if let Err(errors) = self.take(None, record) {
                return Ok(Err(errors));
            }
            for (position, line) in resolved.lines.iter().enumerate() {
                match tried(line.of(record, position, uow).await)? {
                    Ok(line) => lines.push(line),
                    Err(errors) => return Ok(Err(errors)),
                }
            }
        }
        if let Some(first) = states.first_mut().filter(|_| !lines.is_empty()) {
            first.parts.push(FieldChange { field: "lineItems".to_owned(), from: None, to: lines_told(&lines) });
        }
        self.learn(resolved, id);
        group.states.push(states);
        group.visits.extend(visits);
        group.lines.extend(lines);
        group.external_ids.push((external.clone(), id));
        self.progress.created += 1;
        Ok(Ok(()))
    }

    async fn change<R: Importable>(
        &mut self,
        uow: &UnitOfWork,
        pass: Pass,
        resolved: &Resolved,
        id: Uuid,
        known: &mut Known<R>,
    ) -> Tried<()> {
        let Some(checked) = known.records.remove(&id) else {
            return Ok(Err(vec![UserError { code: Code::NotFound, path: Vec::new(), text: Text::InRecycleBin }]));
        };
        let before: R = (*checked).clone();
        let turned = match self.turned(uow, pass, resolved, &before, known.since.get(&id).copied()).await? {
            Ok(turned) => turned,
            Err(errors) => return Ok(Err(errors)),
        };
        let old: Vec<DealLine> = known.lines.iter().filter(|line| line.deal_id.0 == id).cloned().collect();
        let mut new = Vec::with_capacity(resolved.lines.len());
        for (position, line) in resolved.lines.iter().enumerate() {
            match tried(line.of(&turned.after, position, uow).await)? {
                Ok(line) => new.push(line),
                Err(errors) => return Ok(Err(errors)),
            }
        }
        // A row without lines says nothing of them.
        let lines = if new.is_empty() || lines_told(&old) == lines_told(&new) { None } else { Some((old, new)) };
        if lines.is_none() && !differs(&before, &turned.after) {
            self.progress.unchanged += u64::from(pass == Pass::Write);
            return Ok(Ok(()));
        }
        if let Err(errors) = self.take(Some(&before), &turned.after) {
            return Ok(Err(errors));
        }
        match pass {
            Pass::Write => self.progress.updated += 1,
            Pass::Link => self.progress.linked += 1,
        }
        if !self.dry_run {
            save(uow, checked, &before, turned, lines).await?;
        }
        Ok(Ok(()))
    }

    /// The new state of a record that is known already.
    async fn turned<R: Importable>(
        &self,
        uow: &UnitOfWork,
        pass: Pass,
        resolved: &Resolved,
        before: &R,
        since: Option<DateTime<Utc>>,
    ) -> Tried<Turned<R>> {
        let changes = Changes::of(resolved.values.clone());
        let mut after = before.clone();
        changes.apply(&mut after)?;
        // A deal moves from stage to stage; other things that are fixed at the beginning stay.
        let fixed = |field: &&'static Field| {
            field.write == Write::OnCreate
                && self.kind() != RecordKind::Deal
                && before.value(field) != after.value(field)
        };
        let errors: Vec<UserError> =
            changes.fields().filter(fixed).map(|field| UserError::at(Code::Invalid, field.key, Text::Fixed)).collect();
        if !errors.is_empty() {
            return Ok(Err(errors));
        }
        if let Err(errors) = tried(after.rules(Some(before), &changes, uow).await)? {
            return Ok(Err(errors));
        }
        if pass == Pass::Link {
            let action = tundish_domain::records::EventAction::Updated;
            return Ok(Ok(Turned { after, effective: uow.now(), action, visit: None }));
        }
        tried(after.turn(before, &resolved.past, since, uow).await)
    }

    /// Takes the value that is unique for a record; refused where another one of this import has it, which may not be
    /// written yet.
    fn take<R: Importable>(&mut self, before: Option<&R>, after: &R) -> Result<(), Vec<UserError>> {
        let Some((key, text)) = R::UNIQUE else { return Ok(()) };
        let id = after.record_id();
        let unique = |record: &R| record.value(R::DESCRIPTION.field(key)?)?.as_text().map(fold);
        let wanted = unique(after);
        if wanted.as_ref().and_then(|wanted| self.taken.get(wanted)).is_some_and(|other| *other != id) {
            return Err(vec![UserError::at(Code::Duplicate, key, text)]);
        }
        if let Some(left) = before.and_then(unique).filter(|left| self.taken.get(left) == Some(&id)) {
            self.taken.remove(&left);
        }
        self.taken.extend(wanted.map(|wanted| (wanted, id)));
        Ok(())
    }

    /// Remembers what rows further down may refer to.
    fn learn(&mut self, resolved: &Resolved, id: Uuid) {
        let kind = self.kind();
        if self.dry_run {
            self.planned.insert(resolved.draft.external_id.clone(), digest(&resolved.draft));
            self.made.insert(id);
        }
        if self.dry_run || self.has_links() || self.plan.match_by.is_some() {
            for by in [By::Name, By::Email] {
                if let Some(key) = match_key(kind, by, resolved) {
                    self.lookups.learn(key, id);
                }
            }
            let (scope, text) = (self.plan.source.clone(), resolved.draft.external_id.clone());
            self.lookups.learn(Key { kind, by: By::ExternalId, scope, text }, id);
        }
    }
}

/// A new record with the row's values.
fn new_record<R: Importable>(uow: &UnitOfWork, resolved: &Resolved, id: Uuid) -> Tried<R> {
    let mut record = match tried(R::blank(uow, id))? {
        Ok(record) => record,
        Err(errors) => return Ok(Err(errors)),
    };
    // Whose it is, the file says or nobody knows: the importer does not come to own everything.
    if let Some(owner) = R::DESCRIPTION.field("owner") {
        record.set_value(owner, None)?;
    }
    let changes = Changes::of(resolved.values.clone());
    changes.apply(&mut record)?;
    let missing =
        |field: &&Field| !field.nullable && !field.defaulted && field.write != Write::Never && !changes.has(field.key);
    let errors: Vec<UserError> = R::DESCRIPTION
        .fields
        .iter()
        .filter(missing)
        .map(|field| UserError::at(Code::Required, field.key, Text::Required))
        .collect();
    Ok(if errors.is_empty() { Ok(record) } else { Err(errors) })
}

/// Whether anything differs that people see. Values in the base currency move with the rates.
fn differs<R: Importable>(before: &R, after: &R) -> bool {
    let told = |record: &R, field: &Field| record.value(field).map(|value| value.to_json());
    R::DESCRIPTION.fields.iter().any(|field| told(before, field) != told(after, field))
}

/// A digest of what a row says, to recognise it when it is said again.
fn digest(draft: &Draft) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{draft:?}").hash(&mut hasher);
    hasher.finish()
}

async fn save<R: Importable>(
    uow: &UnitOfWork,
    checked: Checked<R>,
    before: &R,
    turned: Turned<R>,
    lines: Option<(Vec<DealLine>, Vec<DealLine>)>,
) -> Outcome<()> {
    let mut parts = Vec::new();
    if let Some((old, new)) = lines {
        for line in &old {
            uow.remove_part(line).await?;
        }
        uow.insert_parts(&new).await?;
        parts.push(FieldChange { field: "lineItems".to_owned(), from: lines_told(&old), to: lines_told(&new) });
    }
    let saved = uow.save_effective(checked, turned.after, turned.action, parts, turned.effective).await?;
    if let Some((departure, arrival)) = turned.visit {
        uow.depart(departure).await?;
        uow.arrive(arrival).await?;
    }
    saved.record.updated(before, uow).await
}
