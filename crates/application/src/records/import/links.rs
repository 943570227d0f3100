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
            // What is wrong with the rows themselves has been told already.
            let drafts = self.drafts(batch.entries, uow.directory().time_zone(), &mut Vec::new());
            let mut links = Vec::new();
            for (row, mut draft) in drafts {
                draft.fields.retain(|entered| self.is_link(entered.field));
                if !draft.fields.is_empty() {
                    links.push((row, Draft { fields: draft.fields, ..Draft::of(draft.external_id) }));
                }
            }
            let mut refusals = Vec::new();
            self.write_pass::<R>(&uow, Pass::Link, links, &mut refusals).await?;
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
