//! The commands.

mod doctor;
mod token;
mod user;

use std::{ops::Deref, process::ExitCode, sync::Arc, time::Duration};

use clap::{CommandFactory, Parser, Subcommand};
use tundish_application::{
    organisation::Random,
    records::Failure,
    store::{Clock, Database, DatabaseOptions, records::StoreError},
};
use tundish_domain::organisation::Language;

use crate::{
    config::{ConfigError, Options},
    demo,
    http::DEADLINE,
    import::{self, ImportOptions},
    lock::{DataLock, LockError},
    serve,
};

/// Tundish, a sales management system.
#[derive(Parser)]
#[command(name = "tundish", version, about)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the web interface.
    Serve,
    /// Make a company to look at, and serve it. Without `--data-dir` it is gone afterwards.
    Demo(demo::DemoArguments),
    /// Bring the database's schema up to date, and do nothing else.
    Migrate,
    /// Print the GraphQL schema.
    Schema,
    /// Import a CSV file. Import it again after an interruption: what is there already stays as it is.
    Import(ImportOptions),
    /// People.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Personal access tokens, for programs.
    #[command(subcommand)]
    Token(token::TokenCommand),
    /// Look whether the database is whole: its files, the event log, and what is derived from it.
    Doctor(doctor::DoctorArguments),
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lock of the data folder.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// A file, a socket.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// What the user can mend.
    #[error("{0}")]
    Refused(String),
}

impl From<Failure> for CommandError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Internal(error) => Self::Store(error),
            Failure::Refused(errors) => {
                let lines: Vec<String> = errors
                    .iter()
                    .map(|error| format!("{}: {}", error.path.join("."), error.message(Language::English)))
                    .collect();
                Self::Refused(lines.join("\n"))
            }
            Failure::NotFound => Self::Refused("there is no such record".to_owned()),
            other => Self::Refused(format!("{other:?}")),
        }
    }
}

/// The real clock and the real random source: the one place that calls them.
#[expect(clippy::disallowed_methods, reason = "here time and chance come in; everywhere else they are parameters")]
pub fn clock() -> Clock {
    Clock::new(chrono::Utc::now)
}

/// The system's random bytes.
#[expect(clippy::disallowed_methods, reason = "here time and chance come in; everywhere else they are parameters")]
pub fn random() -> Random {
    Random::new(|buffer| {
        // Without them every secret could be guessed. The operating system gives them, or the machine is unusable.
        if let Err(error) = getrandom::fill(buffer) {
            say_error(&format!("the operating system gives no random bytes: {error}"));
            std::process::abort();
        }
    })
}

/// A database that a command works on, with the lock of its folder.
pub struct Opened {
    database: Arc<Database>,
    _lock: Option<DataLock>,
}

impl Opened {
    /// Waits until what is being written is written, and closes.
    pub async fn close(self) -> Result<(), CommandError> {
        Ok(self.database.close().await.map_err(StoreError::from)?)
    }
}

impl Deref for Opened {
    type Target = Arc<Database>;

    fn deref(&self) -> &Arc<Database> {
        &self.database
    }
}

/// Opens the configured database in order to write to it: under the lock of the data folder, if it is the embedded one.
/// Its schema is brought up to date.
pub async fn open(options: &Options) -> Result<Opened, CommandError> {
    open_at(options, clock()).await
}

/// As [`open`], with a clock.
pub async fn open_at(options: &Options, clock: Clock) -> Result<Opened, CommandError> {
    open_limited(options, clock, None).await
}

/// As [`open`], in order to serve: what reads longer than any operation may is ended in the database, too.
pub async fn open_to_serve(options: &Options) -> Result<Opened, CommandError> {
    open_limited(options, clock(), Some(READING_MAX)).await
}

/// How long a statement that reads may take, where it is for an operation: a little longer than that, so that whoever asks
/// hears of the operation's limit.
const READING_MAX: Duration = Duration::from_secs(DEADLINE.as_secs() + 2);

async fn open_limited(options: &Options, clock: Clock, longest_read: Option<Duration>) -> Result<Opened, CommandError> {
    let lock = match options.database_url {
        Some(_) => None,
        None => {
            let folder = options.data_dir();
            std::fs::create_dir_all(folder)
                .map_err(|error| CommandError::Io(format!("the data folder {}", folder.display()), error))?;
            Some(DataLock::take(folder)?)
        }
    };
    let at = DatabaseOptions { longest_read, ..at(options, clock) };
    Ok(Opened { database: Database::open(at).await?, _lock: lock })
}

/// Opens the configured database in order to look, also beside a running server: without the lock, and the schema stays
/// as it is.
pub async fn look(options: &Options) -> Result<Opened, CommandError> {
    if options.database_url.is_none() && !options.data_dir().join("tundish.db").exists() {
        return Err(CommandError::Refused(format!("there is no database in {}", options.data_dir().display())));
    }
    Ok(Opened { database: Database::open_unchanged(at(options, clock())).await?, _lock: None })
}

fn at(options: &Options, clock: Clock) -> DatabaseOptions {
    match &options.database_url {
        Some(url) => DatabaseOptions {
            url: url.clone(),
            readers: options.readers.unwrap_or(8),
            writers: options.writers.unwrap_or(8),
            longest_read: None,
            clock,
        },
        None => {
            let sqlite = DatabaseOptions::sqlite(&options.data_dir().join("tundish.db"), clock);
            DatabaseOptions { readers: options.readers.unwrap_or(sqlite.readers), ..sqlite }
        }
    }
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(run(cli)),
        Err(error) => Err(CommandError::Io("the runtime".to_owned(), error)),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            say_error(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a command speaks to its user")]
pub(crate) fn say_error(text: &str) {
    eprintln!("tundish: {text}");
}

#[expect(clippy::print_stdout, reason = "a command speaks to its user")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

async fn run(cli: Cli) -> Result<ExitCode, CommandError> {
    let options = cli.options.complete()?;
    match cli.command {
        Command::Serve => serve::serve(options).await?,
        Command::Demo(arguments) => demo::demo(options, &arguments).await?,
        Command::Migrate => {
            open(&options).await?.close().await?;
            say("The schema is up to date.");
        }
        Command::Schema => say(tundish_schema::Schema::default().sdl().trim_end()),
        Command::Import(arguments) => import::import(&options, &arguments).await?,
        Command::User(command) => user::run(&options, command).await?,
        Command::Token(command) => token::run(&options, command).await?,
        Command::Doctor(arguments) => return doctor::run(&options, &arguments).await,
    }
    Ok(ExitCode::SUCCESS)
}

/// The command line, described: for the test of its documentation.
pub fn command_line() -> clap::Command {
    Cli::command()
}
