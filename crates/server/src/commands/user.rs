//! `tundish user`: people, also before anybody can sign in.

use clap::{Args, Subcommand};
use tundish_application::{
    organisation::{Gate, PersonInput, SetUp, create_user, set_up, update_user},
    records::{Actor, Input, InputValue},
    store::{
        Database,
        organisation::User,
        records::{Directory, Record},
    },
};
use tundish_domain::organisation::Role;

use super::{CommandError, look, open, random, say};
use crate::config::Options;

#[derive(Subcommand)]
pub(super) enum UserCommand {
    /// Enter a person. The password is read from `TUNDISH_PASSWORD`. On an empty database the company is made too, and
    /// the person must be an administrator.
    Create(Box<CreateArguments>),
    /// Everyone, with role and team.
    List,
    /// Set a person's password, read from `TUNDISH_PASSWORD`, and end the person's sessions and access tokens.
    Password {
        /// The e-mail address with which the person signs in.
        #[arg(long)]
        email: String,
    },
}

#[derive(Args)]
pub(super) struct CreateArguments {
    /// The same as `--role administrator`.
    #[arg(long, conflicts_with = "role")]
    admin: bool,
    /// What the person is: administrator, manager or representative. [default: representative]
    #[arg(long)]
    role: Option<String>,
    /// The name of the person's team.
    #[arg(long)]
    team: Option<String>,
    /// The e-mail address to sign in with.
    #[arg(long)]
    email: String,
    /// The person's name. [default: the e-mail address]
    #[arg(long)]
    name: Option<String>,
    /// The company's name, where the company is made.
    #[arg(long, default_value = "Company")]
    company: String,
    /// The company's base currency, where the company is made.
    #[arg(long, default_value = "CNY")]
    currency: String,
    /// The company's time zone, where the company is made.
    #[arg(long, default_value = "Asia/Shanghai")]
    time_zone: String,
    /// The month with which the fiscal year begins, where the company is made.
    #[arg(long, default_value_t = 1)]
    fiscal_year_start: i64,
    /// The company's language, where the company is made: zh-CN or en.
    #[arg(long, default_value = "zh-CN")]
    language: String,
}

pub(super) async fn run(options: &Options, command: UserCommand) -> Result<(), CommandError> {
    match command {
        UserCommand::Create(arguments) => create(options, *arguments).await,
        UserCommand::List => list(options).await,
        UserCommand::Password { email } => password(options, &email).await,
    }
}

fn password_given() -> Result<String, CommandError> {
    std::env::var("TUNDISH_PASSWORD")
        .map_err(|_| CommandError::Refused("set TUNDISH_PASSWORD to the password".to_owned()))
}

async fn create(options: &Options, arguments: CreateArguments) -> Result<(), CommandError> {
    let password = password_given()?;
    let database = open(options).await?;
    let gate = Gate::new(random());
    let directory = database.fresh_directory().await?;
    let role = if arguments.admin {
        Role::Administrator.as_str()
    } else {
        arguments.role.as_deref().unwrap_or("representative")
    };
    let name = arguments.name.unwrap_or_else(|| arguments.email.clone());
    if directory.company().is_none() {
        if role != Role::Administrator.as_str() {
            let text = "there is no company yet; its first person is an administrator: --admin";
            return Err(CommandError::Refused(text.to_owned()));
        }
        let company = SetUp {
            company_name: arguments.company,
            base_currency: arguments.currency,
            time_zone: arguments.time_zone,
            fiscal_year_start_month: arguments.fiscal_year_start,
            language: arguments.language,
            name,
            email: arguments.email,
            password,
        };
        set_up(&database, &gate, &company, "", Some("tundish user create")).await?;
        say("The company is set up.");
        return database.close().await;
    }
    let text = |text: &str| InputValue::Text(text.to_owned());
    let mut input = Input::new()
        .with(User::DESCRIPTION, "name", text(&name))
        .with(User::DESCRIPTION, "email", text(&arguments.email))
        .with(User::DESCRIPTION, "roleKey", text(role));
    if let Some(team) = &arguments.team {
        let known = directory.teams().iter().find(|known| known.name == *team);
        let known = known.ok_or_else(|| CommandError::Refused(format!("there is no team {team}")))?;
        input = input.with(User::DESCRIPTION, "team", InputValue::Id(known.id.0));
    }
    let operator = Actor::operator(&database).await?;
    let person = PersonInput { fields: &input, password: Some(&password) };
    let id = create_user(&operator, &gate, person, None).await?;
    say(&format!("{id}"));
    database.close().await
}

async fn list(options: &Options) -> Result<(), CommandError> {
    let database = look(options).await?;
    let directory = database.fresh_directory().await?;
    for user in directory.users() {
        let team = user.team_id.and_then(|team| directory.team(team)).map_or("-", |team| team.name.as_str());
        let email = user.email.as_deref().unwrap_or("-");
        let state = if user.active { "active" } else { "inactive" };
        say(&format!("{}\t{email}\t{}\t{}\t{team}\t{state}", user.id.0, user.name, user.role));
    }
    database.close().await
}

async fn password(options: &Options, email: &str) -> Result<(), CommandError> {
    let password = password_given()?;
    let database = open(options).await?;
    let directory = database.fresh_directory().await?;
    let user = known(&directory, email)?.id.0;
    let operator = Actor::operator(&database).await?;
    let person = PersonInput { fields: &Input::new(), password: Some(&password) };
    update_user(&operator, &Gate::new(random()), user, person, None, None, None).await?;
    say("The password is set. The person's sessions and access tokens have ended.");
    database.close().await
}

/// The person with an e-mail address.
pub(super) fn known<'d>(directory: &'d Directory, email: &str) -> Result<&'d User, CommandError> {
    let email = email.trim().to_lowercase();
    let user = directory.users().iter().find(|user| user.email.as_deref() == Some(email.as_str()));
    user.ok_or_else(|| CommandError::Refused(format!("there is nobody with the e-mail address {email}")))
}

/// The person with an e-mail address, at work.
pub(super) async fn actor(database: &std::sync::Arc<Database>, email: &str) -> Result<Actor, CommandError> {
    let directory = database.fresh_directory().await?;
    let user = known(&directory, email)?.id;
    Ok(Actor::of_user(database, user, tundish_domain::records::EventOrigin::System).await?)
}
