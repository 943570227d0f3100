//! The command `tundish import`.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, IsTerminal, Write},
    ops::ControlFlow,
    path::PathBuf,
    sync::Arc,
};

use clap::Args;
use tundish_application::{
    records::{
        Actor, Outcome,
        import::{self, Ending, Mapping, Progress, Refusal, RefusedRows, Watcher},
    },
    store::{Database, records::UnitOfWork},
};
use tundish_domain::{
    kernel::ids::UserId,
    organisation::{Language, Role},
    records::EventOrigin,
};

use crate::{
    commands::{CommandError, open, say},
    config::Options,
};

/// What `tundish import` is told.
#[derive(Args)]
pub struct ImportOptions {
    /// The file: CSV, or the like with another delimiter.
    file: PathBuf,
    /// What its columns mean: a mapping in TOML, described in docs/import.md.
    #[arg(long)]
    mapping: PathBuf,
    /// Write nothing; tell what would be written.
    #[arg(long)]
    dry_run: bool,
    /// Write the rows that were refused to this file, with the reasons.
    #[arg(long)]
    refused: Option<PathBuf>,
    /// End with an error if a row was refused.
    #[arg(long)]
    strict: bool,
    /// The e-mail address of the administrator in whose name it is done. [default: the first administrator]
    #[arg(long)]
    user: Option<String>,
}

/// Imports a file.
pub async fn import(options: &Options, import: &ImportOptions) -> Result<(), CommandError> {
    let text = std::fs::read_to_string(&import.mapping)
        .map_err(|error| CommandError::Io(format!("the mapping {}", import.mapping.display()), error))?;
    let mapping = Mapping::parse(&text)
        .map_err(|error| CommandError::Refused(format!("the mapping {}: {error}", import.mapping.display())))?;
    let size = std::fs::metadata(&import.file)
        .map_err(|error| CommandError::Io(format!("the file {}", import.file.display()), error))?
        .len();
    let database = open(options).await?;
    let outcome = carry_out(&database, import, &mapping, size).await;
    database.close().await?;
    let (progress, refused) = outcome?;
    say(&told(&progress, import.dry_run));
    if import.strict && refused > 0 {
        return Err(CommandError::Refused(format!("{refused} rows were refused")));
    }
    Ok(())
}

/// How far it came, and how many rows were refused.
async fn carry_out(
    database: &Arc<Database>,
    import: &ImportOptions,
    mapping: &Mapping,
    size: u64,
) -> Result<(Progress, u64), CommandError> {
    let user = administrator(database, import.user.as_deref()).await?;
    let actor = Actor::of_user(database, user, EventOrigin::Import).await?;
    let mut watcher = Terminal {
        size,
        language: actor.viewer().language,
        refused: import.refused.clone(),
        rows: None,
        failure: None,
        live: io::stderr().is_terminal(),
        told: 0,
    };
    let file = || File::open(&import.file).map(BufReader::new);
    let options = import::Options { dry_run: import.dry_run, ..import::Options::default() };
    let ending = import::run(&actor, mapping, file, options, &mut watcher).await?;
    watcher.finish()?;
    let (Ending::Done(progress) | Ending::Stopped(progress)) = ending;
    Ok((progress, progress.refused + progress.unlinked))
}

/// The administrator of that address, or the first one.
async fn administrator(database: &Arc<Database>, email: Option<&str>) -> Result<UserId, CommandError> {
    let directory = database.fresh_directory().await?;
    let email = email.map(str::to_lowercase);
    let found = directory
        .users()
        .iter()
        .filter(|user| user.active && user.role == Role::Administrator)
        .find(|user| email.is_none() || user.email == email);
    found.map(|user| user.id).ok_or_else(|| {
        CommandError::Refused("there is no such administrator; make one with `tundish user create --admin`".to_owned())
    })
}

/// The result in words.
fn told(progress: &Progress, dry_run: bool) -> String {
    let links = if progress.linked + progress.unlinked > 0 {
        format!("; {} linked, {} not", progress.linked, progress.unlinked)
    } else {
        String::new()
    };
    format!(
        "{} rows: {} created, {} updated, {} unchanged, {} refused{links}{}",
        progress.read,
        progress.created,
        progress.updated,
        progress.unchanged,
        progress.refused,
        if dry_run { " (nothing was written)" } else { "" },
    )
}

/// Shows the progress, and keeps the refused rows.
struct Terminal {
    size: u64,
    language: Language,
    refused: Option<PathBuf>,
    rows: Option<RefusedRows<BufWriter<File>>>,
    /// Why the refused rows could not be kept: that ends the import.
    failure: Option<io::Error>,
    live: bool,
    told: u64,
}

/// Without a terminal, how many rows lie between two lines of progress.
const TOLD_EVERY: u64 = 10_000;

impl Terminal {
    fn keep(&mut self, refused: &[Refusal]) -> io::Result<()> {
        let Some(rows) = &mut self.rows else { return Ok(()) };
        refused.iter().try_for_each(|refusal| rows.add(refusal))
    }

    /// A line that the next one overwrites, or every so often one that stays.
    #[expect(clippy::print_stderr, reason = "a command speaks to its user")]
    fn show(&mut self, progress: &Progress) {
        let percent = (progress.bytes * 100).checked_div(self.size).unwrap_or(100).min(100);
        let line = format!("{percent} %, {} rows, {} refused", progress.read, progress.refused);
        if self.live {
            eprint!("\r{line}   ");
            // Progress that cannot be shown is no reason to stop.
            let _ = io::stderr().flush();
        } else if progress.read >= self.told + TOLD_EVERY {
            self.told = progress.read;
            eprintln!("{line}");
        }
    }

    #[expect(clippy::print_stderr, reason = "a command speaks to its user")]
    fn finish(mut self) -> Result<(), CommandError> {
        if self.live {
            eprintln!();
        }
        let flushed = self.rows.as_mut().map_or(Ok(()), RefusedRows::flush);
        match (self.failure.take().or_else(|| flushed.err()), self.refused) {
            (Some(error), Some(path)) => Err(CommandError::Io(format!("the file {}", path.display()), error)),
            _ => Ok(()),
        }
    }
}

impl Watcher for Terminal {
    fn opened(&mut self, columns: &[String]) {
        let Some(path) = &self.refused else { return };
        match File::create(path).and_then(|file| RefusedRows::begin(BufWriter::new(file), columns, self.language)) {
            Ok(rows) => self.rows = Some(rows),
            Err(error) => self.failure = Some(error),
        }
    }

    async fn batch_done(
        &mut self,
        _: &UnitOfWork,
        progress: &Progress,
        refused: &[Refusal],
    ) -> Outcome<ControlFlow<()>> {
        if self.failure.is_none() {
            self.failure = self.keep(refused).err();
        }
        self.show(progress);
        Ok(if self.failure.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }
}
