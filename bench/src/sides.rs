//! The two sides that are compared: the bare handlers and Tundish, each a process of its own on a database of its own.

use std::{
    env, fs, io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use sqlx::AssertSqlSafe;

use crate::{
    data::Store,
    load::{Connection, get},
};

/// What can go wrong in a benchmark; the text is for whoever runs it.
pub type Failure = Box<dyn std::error::Error>;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// Embedded.
    Sqlite,
    /// The private cluster of `scripts/bench`.
    Postgres,
}

impl Database {
    /// Its name in the results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A filled database that is copied for every measurement.
pub struct Base {
    database: Database,
    folder: PathBuf,
    store: Store,
    /// The access token of the administrator.
    pub token: String,
}

fn url(name: &str) -> Result<String, Failure> {
    let socket =
        env::var("TUNDISH_TEST_POSTGRES").map_err(|_| "TUNDISH_TEST_POSTGRES names the cluster: run `just bench`")?;
    Ok(format!("postgres://postgres@localhost/{name}?host={socket}"))
}

async fn administer(statement: String) -> Result<(), Failure> {
    let pool = sqlx::PgPool::connect(&url("postgres")?).await?;
    sqlx::query(AssertSqlSafe(statement)).execute(&pool).await?;
    pool.close().await;
    Ok(())
}

/// The program of Tundish, beside this one.
pub fn program() -> Result<PathBuf, Failure> {
    let beside = env::current_exe()?.with_file_name("tundish");
    Ok(env::var_os("TUNDISH_PROGRAM").map_or(beside, PathBuf::from))
}

/// Runs a command of Tundish to its end, and gives what it printed.
pub fn command(store: &Store, arguments: &[&str]) -> Result<String, Failure> {
    let output = Command::new(program()?)
        .args(store.arguments())
        .args(arguments)
        .env("TUNDISH_PASSWORD", "benchmark password")
        .env_remove("DATABASE_URL")
        .output()?;
    if !output.status.success() {
        return Err(format!("tundish {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

impl Base {
    /// Makes and fills a database in a folder.
    pub async fn make(database: Database, folder: &Path) -> Result<Self, Failure> {
        let store = match database {
            Database::Sqlite => {
                let folder = folder.join("base");
                fs::create_dir_all(&folder)?;
                Store::Sqlite(folder.join("tundish.db"))
            }
            Database::Postgres => {
                administer("DROP DATABASE IF EXISTS bench_base".to_owned()).await?;
                administer("CREATE DATABASE bench_base".to_owned()).await?;
                Store::Postgres(url("bench_base")?)
            }
        };
        command(&store, &["user", "create", "--admin", "--email", "bench@example.com", "--language", "en"])?;
        let token = command(&store, &["token", "create", "--email", "bench@example.com", "--name", "Benchmark"])?;
        store.fill().await?;
        Ok(Self { database, folder: folder.to_owned(), store, token })
    }

    /// Which database it is.
    pub const fn database(&self) -> Database {
        self.database
    }

    /// A copy under a name; an earlier one of that name is replaced.
    pub async fn copy(&self, name: &str) -> Result<Store, Failure> {
        match &self.store {
            Store::Sqlite(file) => {
                let folder = self.folder.join(name);
                if folder.exists() {
                    fs::remove_dir_all(&folder)?;
                }
                fs::create_dir_all(&folder)?;
                let copy = folder.join("tundish.db");
                fs::copy(file, &copy)?;
                Ok(Store::Sqlite(copy))
            }
            Store::Postgres(_) => {
                administer(format!("DROP DATABASE IF EXISTS bench_{name} WITH (FORCE)")).await?;
                administer(format!("CREATE DATABASE bench_{name} TEMPLATE bench_base")).await?;
                Ok(Store::Postgres(url(&format!("bench_{name}"))?))
            }
        }
    }
}

/// A running server; it ends when it is dropped.
pub struct Side {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// How long it took until it was ready.
    pub ready_after: Duration,
}

fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}

impl Side {
    /// Starts Tundish.
    pub async fn tundish(store: &Store) -> Result<Self, Failure> {
        let address = free_address()?;
        let mut command = Command::new(program()?);
        command.args(store.arguments()).args(["--listen", &address.to_string(), "--log", "warn", "serve"]);
        command.env_remove("DATABASE_URL");
        Self::start(command, address, "/readyz").await
    }

    /// Starts the bare handlers.
    pub async fn bare(store: &Store) -> Result<Self, Failure> {
        let address = free_address()?;
        let mut command = Command::new(env::current_exe()?);
        command.args(["--serve-bare", &address.to_string()]);
        match store {
            Store::Sqlite(file) => command.arg("--sqlite").arg(file),
            Store::Postgres(url) => command.arg("--postgres").arg(url),
        };
        Self::start(command, address, "/funnel").await
    }

    async fn start(mut command: Command, address: SocketAddr, ready: &str) -> Result<Self, Failure> {
        let request = get(ready, None);
        let begun = Instant::now();
        let mut child = command.stdin(Stdio::null()).spawn()?;
        loop {
            let answered = match Connection::open(address).await {
                Ok(mut connection) => connection.ask(&request).await.is_ok(),
                Err(_) => false,
            };
            if answered {
                return Ok(Self { child, address, ready_after: begun.elapsed() });
            }
            if let Some(status) = child.try_wait()? {
                return Err(format!("a server ended with {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Its memory: the proportional set size, in megabytes.
    pub fn memory(&self) -> Result<f64, Failure> {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id()))?;
        let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).ok_or("no Pss in smaps_rollup")?;
        let kilobytes: f64 = pss.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes / 1024.0)
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Side {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
