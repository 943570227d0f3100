//! `just bench`: Tundish against bare handlers on the same machine in the same run. The results are ratios; what the
//! machine is capable of stands beside them.

mod bare;
mod data;
mod import;
mod load;
mod measures;
mod report;
mod sides;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use clap::{Parser, ValueEnum};

use crate::{
    data::Store,
    measures::{Effort, Part, measure},
    sides::{Base, Database, Failure},
};

/// The same allocator on both sides.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures Tundish against bare handlers.
#[derive(Parser)]
struct Arguments {
    /// What is measured. [default: everything]
    parts: Vec<Part>,
    /// How many seconds each side is under load in a round.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// How many rounds; their median counts.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// On which database. [default: both]
    #[arg(long)]
    database: Option<Which>,
    /// Where the results are written; only printed without it.
    #[arg(long)]
    results: Option<PathBuf>,
    #[arg(long, hide = true)]
    serve_bare: Option<SocketAddr>,
    #[arg(long, hide = true)]
    sqlite: Option<PathBuf>,
    #[arg(long, hide = true)]
    postgres: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    Sqlite,
    Postgres,
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    if let Some(listen) = arguments.serve_bare {
        let store = match (arguments.sqlite, arguments.postgres) {
            (Some(file), _) => Store::Sqlite(file),
            (None, Some(url)) => Store::Postgres(url),
            (None, None) => return Err("the bare handlers need a database".into()),
        };
        return bare::serve(&store, listen).await;
    }
    let effort = Effort { duration: Duration::from_secs(arguments.seconds), rounds: arguments.rounds.max(1) };
    let parts: &[Part] = if arguments.parts.is_empty() { Part::value_variants() } else { &arguments.parts };
    let folder = tempfile::Builder::new().prefix("tundish-bench-").tempdir()?;
    for (which, database) in [(Which::Sqlite, Database::Sqlite), (Which::Postgres, Database::Postgres)] {
        if arguments.database.is_some_and(|only| only != which) {
            continue;
        }
        let base = Base::make(database, folder.path()).await?;
        for part in parts {
            let rows = measure(*part, &base, effort).await?;
            for row in &rows {
                say(&row.line());
            }
            if let Some(file) = &arguments.results {
                report::write(file, &rows)?;
            }
        }
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a benchmark speaks to whoever runs it")]
fn say(text: &str) {
    println!("{text}");
}
