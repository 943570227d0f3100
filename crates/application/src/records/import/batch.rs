//! The batches of an import: each is one unit of work, committed with the position it has come to.

use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
};

use chrono_tz::Tz;
use tundish_domain::records::{Field, FieldKind, RecordKind};
use tundish_persistence::records::UnitOfWork;
use uuid::Uuid;

use super::{
    Options, Progress, Refusal, Watcher,
    kinds::Importable,
    lookups::Lookups,
    mapping::{Draft, Plan},
    reading::Reading,
    source::{Entry, Row},
    write::Pass,
};
use crate::records::{Actor, Code, Outcome, Text, UserError};

/// An import at work.
pub(super) struct Engine {
    actor: Actor,
    pub(super) plan: Plan,
    pub(super) lookups: Lookups,
    pub(super) dry_run: bool,
    pub(super) progress: Progress,
    /// In a dry run: the records that would have been made, by their external ids, with digests of what was said of them.
    pub(super) planned: HashMap<String, u64>,
    /// In a dry run: the ids that those would have.
    pub(super) made: HashSet<Uuid>,
    /// What new and changed records have in the field that is unique.
    pub(super) taken: HashMap<String, Uuid>,
}

impl Engine {
    pub(super) fn new(actor: Actor, plan: Plan, options: Options) -> Self {
        Self {
            actor,
            plan,
            lookups: Lookups::default(),
            dry_run: options.dry_run,
            progress: options.resume,
            planned: HashMap::new(),
            made: HashSet::new(),
            taken: HashMap::new(),
        }
    }

    pub(super) const fn kind(&self) -> RecordKind {
        self.plan.description.kind
    }

    /// Whether a field refers to records of the kind that is imported. Those may stand further down in the file, so such
    /// references are set when all rows have been read.
    pub(super) fn is_link(&self, field: &Field) -> bool {
        field.kind == FieldKind::Reference(self.kind())
    }

    pub(super) fn has_links(&self) -> bool {
        self.plan.fields().any(|field| self.is_link(field))
    }

    /// Begins a unit of work for a batch.
    pub(super) async fn begin(&self) -> Outcome<UnitOfWork> {
        if self.plan.writes_small() { self.actor.begin_alone().await } else { self.actor.begin().await }
    }

    /// Writes all rows as records.
    pub(super) async fn write_all<R: Importable>(
        &mut self,
        mut rows: Reading,
        watcher: &mut impl Watcher,
    ) -> Outcome<ControlFlow<()>> {
        while let Some(batch) = rows.next().await? {
            let uow = self.begin().await?;
            let mut refusals = Vec::new();
            self.progress.read += u64::try_from(batch.entries.len()).unwrap_or_default();
            self.progress.bytes = batch.bytes;
            let drafts = self.drafts(batch.entries, uow.directory().time_zone(), &mut refusals);
            let links = |draft: Draft| self.without_links(draft);
            let drafts = drafts.into_iter().map(|(row, draft)| (row, links(draft))).collect();
            self.write::<R>(&uow, Pass::Write, drafts, &mut refusals).await?;
            refusals.sort_by_key(|refusal| refusal.row);
            self.progress.refused += u64::try_from(refusals.len()).unwrap_or_default();
            let flow = watcher.batch_done(&uow, &self.progress, &refusals).await?;
            uow.commit().await?;
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// What the rows say; those that say nothing that can be understood are refused.
    pub(super) fn drafts(&self, entries: Vec<Entry>, zone: Tz, refusals: &mut Vec<Refusal>) -> Vec<(Row, Draft)> {
        let mut drafts = Vec::with_capacity(entries.len());
        for entry in entries {
            match entry {
                Entry::Refused(row) => {
                    let path = row.reason.column().map(str::to_owned).into_iter().collect();
                    let reason = UserError { code: Code::Invalid, path, text: Text::Unreadable(row.reason) };
                    refusals.push(Refusal { row: row.number, cells: row.cells, reasons: vec![reason] });
                }
                Entry::Row(row) => match self.plan.evaluate(&row.cells, zone) {
                    Ok(draft) => drafts.push((row, draft)),
                    Err(reasons) => refusals.push(Refusal { row: row.number, cells: row.cells, reasons }),
                },
            }
        }
        drafts
    }

    fn without_links(&self, mut draft: Draft) -> Draft {
        draft.fields.retain(|entered| !self.is_link(entered.field));
        draft
    }
}
