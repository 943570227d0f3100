//! People and teams.

use std::sync::Arc;

use async_graphql::{
    Context, ID, Object as GraphqlObject, Value,
    registry::{MetaInputValue, Registry},
};
use tundish_application::{
    organisation::{PersonInput, create_user, update_user},
    store::records::Row,
};

use crate::{
    models::{Team, User},
    records::{
        context::{actor, own_id, request, writer},
        input::{Additions, RecordInput},
        mutations::{record_mutations, record_queries},
        object::{GraphqlRecord, NoExtra, Object},
        payload::{Payload, payload},
        registry::input,
    },
};

impl GraphqlRecord for User {
    type Extra = NoExtra;
}

record_queries! {
    /// Queries of people.
    UserQueries for User {
        one "user": "A person by id; null if there is none. Representatives see names only.";
        list "users": "The people who work or worked here. Representatives see names only.";
    }
}

record_mutations! {
    /// Mutations of teams, for administrators.
    TeamMutations for Team {
        create "createTeam": "Creates a team. For administrators.";
        update "updateTeam": "Changes a team. For administrators.";
        delete_unused "deleteTeam": "Deletes a team; refused while it has members or teams below it. For administrators.";
        restore "restoreTeam": "Takes a team out of the recycle bin. For administrators.";
    }
}

/// What is computed of a team.
pub struct TeamExtra(Arc<Row>);

impl From<Arc<Row>> for TeamExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Team {
    type Extra = TeamExtra;
}

/// What is computed of a team.
#[GraphqlObject]
impl TeamExtra {
    /// Its members, without those of the teams below.
    async fn members(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<User>>> {
        let actor = actor(ctx)?;
        let directory = actor.directory();
        let members = directory.members(&[self.0.id.into()]);
        Ok(members.into_iter().filter_map(|user| directory.row(user.0).cloned()).map(Object::new).collect())
    }
}

/// Queries of people and teams.
#[derive(Default)]
pub struct PeopleQueries;

/// Queries of people and teams.
#[GraphqlObject]
impl PeopleQueries {
    /// Who is signed in; null if nobody is.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Object<User>> {
        let actor = request(ctx).actor()?;
        actor.directory().row(actor.viewer().user.0).cloned().map(Object::new)
    }

    /// All teams, in the order of their making; `parent` makes them a tree.
    async fn teams(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Object<Team>>> {
        let actor = actor(ctx)?;
        let directory = actor.directory();
        Ok(directory.teams().iter().filter_map(|team| directory.row(team.id.0).cloned()).map(Object::new).collect())
    }
}

/// A new person.
pub struct CreatingUser;

impl Additions for CreatingUser {
    const NAME: &'static str = "Create{}Input";
    const CREATES: bool = true;

    fn fields(_: &mut Registry) -> Vec<MetaInputValue> {
        vec![input(
            "password",
            "String".to_owned(),
            "The password, 10 to 200 characters; absent: the person cannot sign in yet.",
        )]
    }
}

/// A changed person.
pub struct UpdatingUser;

impl Additions for UpdatingUser {
    const NAME: &'static str = "Update{}Input";
    const CREATES: bool = false;

    fn fields(_: &mut Registry) -> Vec<MetaInputValue> {
        vec![input(
            "password",
            "String".to_owned(),
            "A new password, 10 to 200 characters, set by an administrator. It ends the person's sessions, except that of this request, and the access tokens of somebody else.",
        )]
    }
}

/// What is done with people.
#[derive(Default)]
pub struct PeopleMutations;

fn password(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// What is done with people.
#[GraphqlObject]
impl PeopleMutations {
    /// Enters a person. For administrators.
    async fn create_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new person.")] input: RecordInput<User, CreatingUser>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<User>>> {
        let actor = writer(ctx)?;
        let person = PersonInput { fields: &input.input, password: password(input.additional.get("password")) };
        let outcome = create_user(&actor, &request(ctx).gate, person, idempotency_key.as_deref()).await;
        payload(ctx, outcome, None).await.map(Some)
    }

    /// Changes a person: everyone the own name, e-mail address, language and time zone; administrators everything of everyone.
    async fn update_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person's id.")] id: ID,
        #[graphql(desc = "What changes.")] input: RecordInput<User, UpdatingUser>,
        #[graphql(
            desc = "The version that was read: changes that others made since then to the same fields are not overwritten; those to other fields are kept."
        )]
        if_version: Option<i32>,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<User>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        let person = PersonInput { fields: &input.input, password: password(input.additional.get("password")) };
        let (request, version, key) = (request(ctx), if_version.map(i64::from), idempotency_key.as_deref());
        let outcome = update_user(&actor, &request.gate, id, person, request.session, version, key).await;
        payload(ctx, outcome, Some(id)).await.map(Some)
    }
}
