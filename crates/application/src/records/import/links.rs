//! References between the records of one file: a company that belongs to another one further down. They are set when
//! all rows have been read.

use std::ops::ControlFlow;

use super::{Watcher, batch::Engine, kinds::Importable, mapping::Draft, reading::Reading, write::Pass};
use crate::records::Outcome;

impl Engine {
    /// Sets the references that rows make to other rows of the file.
    pub(super) async fn link_all<R: Importable>(
        &mut self,
        mut rows: Reading,
        watcher: &mut impl Watcher,
    ) -> Outcome<ControlFlow<()>> {
        while let Some(batch) = rows.next().await? {
            let uow = self.begin().await?;
            self.progress.links_read += u64::try_from(batch.entries.len()).unwrap_or_default();
            // What is wrong with the rows themselves has been told already.
            let drafts = self.drafts(batch.entries, uow.directory().time_zone(), &mut Vec::new());
            let externals: Vec<String> = drafts.iter().map(|(_, draft)| draft.external_id.clone()).collect();
            let known = uow.by_external_ids(self.kind(), &self.plan.source, &externals).await?;
            let is_known = |id: &String| known.contains_key(id) || self.planned.contains_key(id);
            let mut links = Vec::new();
            for (row, mut draft) in drafts {
                draft.fields.retain(|entered| self.is_link(entered.field));
                if !draft.fields.is_empty() && is_known(&draft.external_id) {
                    links.push((row, Draft { fields: draft.fields, ..Draft::of(draft.external_id) }));
                }
            }
            let mut refusals = Vec::new();
            self.write::<R>(&uow, Pass::Link, links, &mut refusals).await?;
            refusals.sort_by_key(|refusal| refusal.row);
            self.progress.unlinked += u64::try_from(refusals.len()).unwrap_or_default();
            let flow = watcher.batch_done(&uow, &self.progress, &refusals).await?;
            uow.commit().await?;
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}
