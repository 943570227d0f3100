//! `tundish token`: personal access tokens, for programs.

use chrono::TimeDelta;
use clap::{Args, Subcommand, ValueEnum};
use tundish_application::organisation::{Gate, create_access_token, revoke_access_token};
use tundish_domain::organisation::TokenScope;
use uuid::Uuid;

use super::{CommandError, look, open, random, say, user::actor};
use crate::config::Options;

#[derive(Subcommand)]
pub(super) enum TokenCommand {
    /// Make a token and print it. It is shown this once.
    Create(CreateArguments),
    /// A person's tokens that hold.
    List {
        /// Whose: the person's e-mail address.
        #[arg(long)]
        email: String,
    },
    /// End a token.
    Revoke {
        /// Whose: the person's e-mail address.
        #[arg(long)]
        email: String,
        /// The token's id, from `tundish token list`.
        id: Uuid,
    },
}

#[derive(Args)]
pub(super) struct CreateArguments {
    /// In whose name: the person's e-mail address.
    #[arg(long)]
    email: String,
    /// What the token is for.
    #[arg(long)]
    name: String,
    /// What it may do.
    #[arg(long, value_enum, default_value = "write")]
    scope: Scope,
    /// How many days it holds.
    #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u16).range(1..=3650))]
    days: u16,
}

#[derive(Clone, Copy, ValueEnum)]
enum Scope {
    /// Query and subscribe.
    Read,
    /// Also change.
    Write,
}

pub(super) async fn run(options: &Options, command: TokenCommand) -> Result<(), CommandError> {
    match command {
        TokenCommand::Create(arguments) => create(options, &arguments).await,
        TokenCommand::List { email } => list(options, &email).await,
        TokenCommand::Revoke { email, id } => {
            let database = open(options).await?;
            revoke_access_token(&actor(&database, &email).await?, id).await?;
            say("The token has ended.");
            database.close().await
        }
    }
}

async fn create(options: &Options, arguments: &CreateArguments) -> Result<(), CommandError> {
    let database = open(options).await?;
    let actor = actor(&database, &arguments.email).await?;
    let scope = match arguments.scope {
        Scope::Read => TokenScope::Read,
        Scope::Write => TokenScope::Write,
    };
    let expires = database.now() + TimeDelta::days(arguments.days.into());
    let token = create_access_token(&actor, &Gate::new(random()), &arguments.name, scope, expires, None).await?;
    say(&token.secret.unwrap_or_default());
    database.close().await
}

async fn list(options: &Options, email: &str) -> Result<(), CommandError> {
    let database = look(options).await?;
    for token in actor(&database, email).await?.scope().own_access_tokens().await? {
        let used = token.last_used_at.map_or_else(|| "never used".to_owned(), |at| format!("used {}", at.date_naive()));
        let (id, name, scope, until) = (token.id.0, &token.name, token.scope, token.expires_at.date_naive());
        say(&format!("{id}\t{name}\t{scope}\tuntil {until}\t{used}"));
    }
    database.close().await
}
