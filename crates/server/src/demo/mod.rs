//! `tundish demo`: a company to look at. A seeded generator sells for eighteen months through the use cases, with a clock
//! that walks through the past, so that events, history and stage visits are those that selling would have left.

mod chance;
mod clock;
mod company;
mod plan;
mod selling;
mod words;

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use chrono::{Months, NaiveDate};
use clap::Args;
pub use clock::Walk;
use tundish_application::{records::Outcome, store::Database};

use crate::{
    commands::{CommandError, clock as real_clock, open_at, open_to_serve, random, say},
    config::Options,
    serve,
};

#[derive(Args)]
pub(crate) struct DemoArguments {
    /// Another number makes another company.
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Only make the company, in the folder of `--data-dir`; do not serve it.
    #[arg(long)]
    only_make: bool,
}

/// How many months the company has been selling.
const MONTHS: Months = Months::new(18);

/// Makes the company and serves it.
pub(crate) async fn demo(options: Options, arguments: &DemoArguments) -> Result<(), CommandError> {
    let log = options.log.clone().or_else(|| Some("warn".to_owned()));
    let mut options = Options { log, ..options };
    serve::log(&options)?;
    // Kept until the end: dropping it removes the folder.
    let folder = match (&options.data_dir, &options.database_url) {
        (None, None) => Some(
            tempfile::Builder::new()
                .prefix("tundish-demo-")
                .tempdir()
                .map_err(|error| CommandError::Io("a folder for the demo".to_owned(), error))?,
        ),
        _ => None,
    };
    if let Some(folder) = &folder {
        options.data_dir = Some(PathBuf::from(folder.path()));
    }
    let today = clock::day_of(real_clock().now());
    let story = Story { seed: arguments.seed, accounts: 120, deals: 600, ..Story::until(today) };
    let walk = story.walk();
    let past = open_at(&options, walk.clock()).await?;
    if past.fresh_directory().await?.company().is_some() {
        let text = "the database holds a company already; look at it by `tundish serve`";
        return Err(CommandError::Refused(text.to_owned()));
    }
    say("Making a company that has sold for eighteen months …");
    story.live(&past, &walk).await?;
    past.close().await?;
    if arguments.only_make {
        return Ok(());
    }
    serve::run(open_to_serve(&options).await?, options, greet).await
}

/// The past of a company.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    /// The day on which it began.
    pub began: NaiveDate,
    /// The day after its last.
    pub today: NaiveDate,
    /// Another number makes another past.
    pub seed: u64,
    /// How many customers there are, at most 120.
    pub accounts: usize,
    /// How many deals there are, or were.
    pub deals: usize,
}

impl Story {
    /// A small past until the day before that one.
    pub fn until(today: NaiveDate) -> Self {
        Self { began: today.checked_sub_months(MONTHS).unwrap_or(today), today, seed: 1, accounts: 12, deals: 40 }
    }

    /// The clock by which it is lived; the database must have been opened with it.
    pub fn walk(&self) -> Walk {
        Walk::from(self.began)
    }

    /// Makes the company and lives its past, on an empty database.
    pub async fn live(&self, database: &Arc<Database>, walk: &Walk) -> Outcome<()> {
        let company = company::found(database, random()).await?;
        let plan = plan::plan(self, &company);
        selling::sell(&company, walk, plan).await
    }
}

fn greet(address: SocketAddr) {
    say(&format!("\n  http://{address}\n\nSign in as one of these; the password is {}", words::PASSWORD));
    for (name, address, role, _) in words::PEOPLE.iter().take(5) {
        say(&format!("  {:<28} {role:<15} {name}", company::email(address)));
    }
    say("\nCtrl-C ends the demo.");
}
