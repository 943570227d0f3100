//! The engine that the server runs imports with: that of [`import`].

use std::{
    io::{BufReader, Seek},
    ops::ControlFlow,
};

use futures::future::BoxFuture;
use tundish_domain::organisation::Language;
use tundish_persistence::records::{RefusedRow, UnitOfWork};

use super::{EngineRun, ImportEngine, ImportHook};
use crate::records::{
    Actor, Outcome,
    import::{self, Mapping, Options, Progress, Refusal, Watcher},
};

/// The engine of imports.
pub struct Engine;

impl ImportEngine for Engine {
    fn run<'a>(&'a self, actor: &'a Actor, run: EngineRun, hook: &'a dyn ImportHook) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(async move {
            let mapping = Mapping::parse(&run.mapping)?;
            let options = Options { dry_run: run.dry_run, resume: run.resume };
            // The first reading has ended when the second one begins: both may share the file's position.
            let open = move || {
                let mut file = run.file.try_clone()?;
                file.rewind()?;
                Ok(BufReader::new(file))
            };
            let mut told = Told { hook };
            import::run(actor, &mapping, open, options, &mut told).await?;
            Ok(())
        })
    }
}

/// Passes on what the engine tells.
struct Told<'a> {
    hook: &'a dyn ImportHook,
}

impl Watcher for Told<'_> {
    fn opened(&mut self, columns: &[String]) {
        self.hook.columns(columns);
    }

    async fn batch_done(
        &mut self,
        uow: &UnitOfWork,
        progress: &Progress,
        refused: &[Refusal],
    ) -> Outcome<ControlFlow<()>> {
        let row = |refusal: &Refusal| RefusedRow {
            number: i64::try_from(refusal.row).unwrap_or(i64::MAX),
            reasons: Language::ALL.iter().map(|language| (*language, refusal.reason(*language))).collect(),
            cells: refusal.cells.clone(),
        };
        let refused: Vec<RefusedRow> = refused.iter().map(row).collect();
        self.hook.batch_done(uow, progress, &refused).await?;
        Ok(ControlFlow::Continue(()))
    }
}
