//! `tundish doctor`: whether the database is whole.

use std::process::ExitCode;

use clap::Args;
use tundish_application::store::doctor::{Check, Finding};

use super::{CommandError, look, open, say};
use crate::config::Options;

/// How many findings of one check are printed one by one.
const PRINTED: usize = 20;

#[derive(Args)]
pub(super) struct DoctorArguments {
    /// Make again what can be made from the rest: words of the search, history, stage visits, totals. Needs the data folder for
    /// itself.
    #[arg(long)]
    repair: bool,
}

/// Fails if something is left that is not as it should be.
pub(super) async fn run(options: &Options, arguments: &DoctorArguments) -> Result<ExitCode, CommandError> {
    let database = if arguments.repair { open(options).await? } else { look(options).await? };
    let findings = database.examine(arguments.repair).await?;
    for check in Check::ALL {
        let found: Vec<&Finding> = findings.iter().filter(|finding| finding.check == check).collect();
        let state = if found.is_empty() { "well".to_owned() } else { format!("{} findings", found.len()) };
        say(&format!("{}: {state}", check.title()));
        for finding in found.iter().take(PRINTED) {
            say(&format!("  {}{}", finding.what, if finding.repaired { " (repaired)" } else { "" }));
        }
        if found.len() > PRINTED {
            say(&format!("  and {} more", found.len() - PRINTED));
        }
    }
    database.close().await?;
    let whole = findings.iter().all(|finding| finding.repaired);
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
