//! Configuration: flags, then environment, then a TOML file, then defaults.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use clap::Args;
use serde::Deserialize;

/// What every command needs to know. Each has a flag, a variable and a key of the file of the same name.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// A TOML file with these options.
    #[arg(long, global = true, env = "TUNDISH_CONFIG")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// The folder of the embedded database; made at the first start. [default: data]
    #[arg(long, global = true, env = "TUNDISH_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// A PostgreSQL database instead of the embedded one: `postgres://user:password@host/database`.
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// The most connections that read. [default: 4; on PostgreSQL 8]
    #[arg(long, global = true, env = "TUNDISH_READERS")]
    pub readers: Option<u32>,
    /// The most connections that write, on PostgreSQL. [default: 8]
    #[arg(long, global = true, env = "TUNDISH_WRITERS")]
    pub writers: Option<u32>,
    /// What is logged: a level, or `tundish=debug,sqlx=warn`. [default: info]
    #[arg(long, global = true, env = "TUNDISH_LOG")]
    pub log: Option<String>,
    /// Whether the log is JSON, one object a line.
    #[arg(long, global = true, env = "TUNDISH_LOG_JSON", num_args = 0..=1, default_missing_value = "true")]
    pub log_json: Option<bool>,
    /// The address to listen on. [default: 127.0.0.1:4000]
    #[arg(long, global = true, env = "TUNDISH_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Further origins of the same site that may use the session's cookie, e.g. `https://app.example.com`.
    #[arg(long, global = true, env = "TUNDISH_ALLOWED_ORIGINS", value_delimiter = ',')]
    pub allowed_origins: Option<Vec<String>>,
    /// Whether the session's cookie is for HTTPS only; say so wherever the site has HTTPS.
    #[arg(long, global = true, env = "TUNDISH_SECURE_COOKIE", num_args = 0..=1, default_missing_value = "true")]
    pub secure_cookie: Option<bool>,
    /// Whether the client's address is taken from `X-Forwarded-For`, set by a proxy in front.
    #[arg(long, global = true, env = "TUNDISH_TRUST_PROXY", num_args = 0..=1, default_missing_value = "true")]
    pub trust_proxy: Option<bool>,
    /// Whether anonymous clients may read the schema and use `GraphiQL`. [default: true]
    #[arg(long, global = true, env = "TUNDISH_PUBLIC_SCHEMA", num_args = 0..=1, default_missing_value = "true")]
    pub public_schema: Option<bool>,
}

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the configuration file {0} cannot be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// The file does not say what it should.
    #[error("the configuration file {0} is wrong: {1}")]
    Wrong(PathBuf, toml::de::Error),
    /// Nothing can be logged by that.
    #[error("`{0}` does not say what is logged: {1}")]
    Log(String, String),
}

impl Options {
    /// Adds what the file says where flags and environment say nothing.
    pub fn complete(self) -> Result<Self, ConfigError> {
        let Some(path) = self.config.clone() else { return Ok(self) };
        let text = std::fs::read_to_string(&path).map_err(|error| ConfigError::Unreadable(path.clone(), error))?;
        let file: Self = toml::from_str(&text).map_err(|error| ConfigError::Wrong(path, error))?;
        Ok(Self {
            config: self.config,
            data_dir: self.data_dir.or(file.data_dir),
            database_url: self.database_url.or(file.database_url),
            readers: self.readers.or(file.readers),
            writers: self.writers.or(file.writers),
            log: self.log.or(file.log),
            log_json: self.log_json.or(file.log_json),
            listen: self.listen.or(file.listen),
            allowed_origins: self.allowed_origins.or(file.allowed_origins),
            secure_cookie: self.secure_cookie.or(file.secure_cookie),
            trust_proxy: self.trust_proxy.or(file.trust_proxy),
            public_schema: self.public_schema.or(file.public_schema),
        })
    }

    /// The folder of the embedded database.
    pub fn data_dir(&self) -> &Path {
        self.data_dir.as_deref().unwrap_or(Path::new("data"))
    }

    /// The address to listen on.
    pub fn listen(&self) -> SocketAddr {
        self.listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 4000)))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clap::{Arg, Args, Command};

    use super::Options;

    fn row(option: &Arg) -> String {
        let flag = option.get_long().unwrap();
        let variable = option.get_env().unwrap().to_str().unwrap();
        let key = if flag == "config" { String::new() } else { format!("`{flag}`") };
        let what = option.get_help().unwrap().to_string();
        format!("| `--{flag}` | `{variable}` | {key} | {what} |\n")
    }

    #[test]
    fn every_option_is_documented() {
        let options = Options::augment_args(Command::new("tundish"));
        let table: String = options.get_arguments().map(row).collect();
        let text =
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operating.md")).unwrap();
        assert!(
            text.contains(&format!("| --- | --- | --- | --- |\n{table}<!-- end of options -->")),
            "docs/operating.md lacks:\n{table}"
        );
    }

    #[test]
    fn every_option_is_a_key_of_the_file() {
        let options = Options::augment_args(Command::new("tundish"));
        for flag in options.get_arguments().filter_map(Arg::get_long).filter(|flag| *flag != "config") {
            // A key that is unknown is refused by its name; one that is known at most for its value.
            let known = match toml::from_str::<Options>(&format!("{flag} = {{}}")) {
                Ok(_) => true,
                Err(error) => !error.message().contains("unknown field"),
            };
            assert!(known, "{flag}");
        }
    }

    #[test]
    fn flags_win_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tundish.toml");
        std::fs::write(&path, "readers = 9\nlog = \"warn\"\n").unwrap();
        let flags = Options { config: Some(path.clone()), readers: Some(2), ..Options::default() };
        let complete = flags.complete().unwrap();
        assert_eq!((complete.readers, complete.log.as_deref()), (Some(2), Some("warn")));
        std::fs::write(&path, "reader = 9\n").unwrap();
        let wrong = Options { config: Some(path), ..Options::default() }.complete();
        assert!(wrong.is_err_and(|error| error.to_string().contains("unknown field `reader`")));
    }
}
