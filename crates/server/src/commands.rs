//! The commands.

use std::{process::ExitCode, sync::Arc};

use clap::{Parser, Subcommand};
use tundish_application::{
    organisation::{Gate, Random, SetUp, set_up},
    records::Failure,
    store::{Clock, Database, DatabaseOptions},
};
use tundish_domain::organisation::Language;

use crate::{
    config::{ConfigError, Options},
    import::{self, ImportOptions},
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
    /// Bring the database's schema up to date, and do nothing else.
    Migrate,
    /// Print the GraphQL schema.
    Schema,
    /// Import a CSV file. Import it again after an interruption: what is there already stays as it is.
    Import(ImportOptions),
    /// People.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
}

#[derive(Subcommand)]
enum UserCommand {
    /// Make the company's first administrator. The password is read from `TUNDISH_PASSWORD`.
    Create {
        /// The person is an administrator; others are made in the settings.
        #[arg(long, required = true)]
        admin: bool,
        /// The e-mail address to sign in with.
        #[arg(long)]
        email: String,
        /// The person's name.
        #[arg(long, default_value = "Administrator")]
        name: String,
        /// The company's name.
        #[arg(long, default_value = "Company")]
        company: String,
        /// The company's base currency.
        #[arg(long, default_value = "CNY")]
        currency: String,
        /// The company's time zone.
        #[arg(long, default_value = "Asia/Shanghai")]
        time_zone: String,
        /// The month with which the fiscal year begins.
        #[arg(long, default_value_t = 1)]
        fiscal_year_start: i64,
        /// The company's language.
        #[arg(long, default_value = "zh-CN")]
        language: String,
    },
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database.
    #[error(transparent)]
    Store(#[from] tundish_application::store::records::StoreError),
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
pub fn random() -> Random {
    // Without random bytes nothing may be signed in; the operating system gives them or the machine is unusable.
    Random::new(|buffer| {
        let mut tries = 0;
        while getrandom::fill(buffer).is_err() && tries < 1_000 {
            tries += 1;
        }
    })
}

/// Opens the configured database.
pub async fn open(options: &Options) -> Result<Arc<Database>, CommandError> {
    let database = match &options.database_url {
        Some(url) => DatabaseOptions {
            url: url.clone(),
            readers: options.readers.unwrap_or(8),
            writers: options.writers.unwrap_or(8),
            clock: clock(),
        },
        None => {
            let folder = options.data_dir();
            std::fs::create_dir_all(folder)
                .map_err(|error| CommandError::Io(format!("the data folder {}", folder.display()), error))?;
            let sqlite = DatabaseOptions::sqlite(&folder.join("tundish.db"), clock());
            DatabaseOptions { readers: options.readers.unwrap_or(4), ..sqlite }
        }
    };
    Ok(Database::open(database).await?)
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
        Ok(()) => ExitCode::SUCCESS,
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

async fn run(cli: Cli) -> Result<(), CommandError> {
    let options = cli.options.complete()?;
    match cli.command {
        Command::Serve => serve::serve(options).await,
        Command::Migrate => {
            let database = open(&options).await?;
            database.close().await.map_err(tundish_application::store::records::StoreError::from)?;
            say("The schema is up to date.");
            Ok(())
        }
        Command::Schema => {
            say(tundish_schema::sdl().trim_end());
            Ok(())
        }
        Command::Import(import) => import::import(&options, &import).await,
        Command::User { command } => user(&options, command).await,
    }
}

async fn user(options: &Options, command: UserCommand) -> Result<(), CommandError> {
    let UserCommand::Create { admin: _, email, name, company, currency, time_zone, fiscal_year_start, language } =
        command;
    let Ok(password) = std::env::var("TUNDISH_PASSWORD") else {
        return Err(CommandError::Refused("set TUNDISH_PASSWORD to the password".to_owned()));
    };
    let database = open(options).await?;
    let gate = Gate::new(random());
    let company = SetUp {
        company_name: company,
        base_currency: currency,
        time_zone,
        fiscal_year_start_month: fiscal_year_start,
        language,
        name,
        email,
        password,
    };
    set_up(&database, &gate, &company, "", Some("tundish user create")).await?;
    database.close().await.map_err(tundish_application::store::records::StoreError::from)?;
    say("The company is set up.");
    Ok(())
}
