//! People and teams.

use tundish_domain::{
    kernel::ids::{SessionId, TeamId, UserId},
    organisation::{Language, Role, rights::may_create},
    records::{EventAction, FieldValue, RecordAction, RecordKind},
};
use tundish_persistence::{
    organisation::{Team, User},
    records::{FieldChange, UnitOfWork},
};
use uuid::Uuid;

use super::{
    Gate,
    access::{end_access_tokens, end_sessions},
};
use crate::{
    customers::looks_like_email,
    records::{
        Actor, Changes, Code, Editable, Failure, Input, Outcome, Text, UserError, again_if_overtaken, claim, create_in,
        digest, update_in,
    },
};

impl Editable for User {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: UserId(id),
            name: String::new(),
            email: None,
            language: None,
            time_zone: None,
            role: Role::Representative,
            team_id: None,
            active: true,
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 0,
        })
    }

    async fn rules(&mut self, before: Option<&Self>, changes: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        let mut errors = Vec::new();
        if before.is_some() && uow.viewer().role != Role::Administrator {
            // The own profile, not the own rights.
            let reserved = ["roleKey", "team", "active"].into_iter().filter(|key| changes.has(key));
            errors.extend(reserved.map(|key| UserError::at(Code::Forbidden, key, Text::AssignForbidden)));
        }
        if let Some(email) = self.email.take() {
            let email = email.to_lowercase();
            if !looks_like_email(&email) {
                errors.push(UserError::at(Code::Invalid, "email", Text::EmailInvalid));
            } else if uow.taken::<Self>("email", &FieldValue::Text(email.clone()), self.id.0).await? {
                errors.push(UserError::at(Code::Duplicate, "email", Text::EmailTaken));
            }
            self.email = Some(email);
        }
        if self.language.as_deref().is_some_and(|tag| !Language::ALL.iter().any(|language| language.tag() == tag)) {
            errors.push(UserError::at(Code::Invalid, "language", Text::UnknownLanguage));
        }
        if self.time_zone.as_deref().is_some_and(|zone| zone.parse::<chrono_tz::Tz>().is_err()) {
            errors.push(UserError::at(Code::Invalid, "timeZone", Text::UnknownTimeZone));
        }
        if before.is_some_and(reigns) && !reigns(self) && !uow.has_administrator_besides(self.id).await? {
            errors.push(UserError::at(Code::InUse, "roleKey", Text::LastAdministrator));
        }
        if errors.is_empty() { Ok(()) } else { Err(Failure::Refused(errors)) }
    }

    async fn updated(&self, before: &Self, uow: &UnitOfWork) -> Outcome<()> {
        // Whoever comes back one day signs in anew.
        if before.active && !self.active {
            end_sessions(uow, self.id, None).await?;
            end_access_tokens(uow, self.id).await?;
        }
        Ok(())
    }
}

/// Whether somebody can set things up.
fn reigns(user: &User) -> bool {
    user.role == Role::Administrator && user.active
}

/// A person as entered.
#[derive(Clone, Copy)]
pub struct PersonInput<'a> {
    /// The fields.
    pub fields: &'a Input,
    /// A password; `None`: as it is, or none.
    pub password: Option<&'a str>,
}

impl PersonInput<'_> {
    async fn hash(&self, gate: &Gate) -> Outcome<Option<String>> {
        match self.password {
            Some(password) => gate.hash(password, "password").await.map(Some),
            None => Ok(None),
        }
    }

    /// What tells it from another input under the same idempotency key: the password with it, but not so that it could be
    /// guessed from what is kept.
    async fn digest(&self, actor: &Actor, gate: &Gate, key: Option<&str>) -> Outcome<String> {
        let fields = self.fields.digest();
        match (self.password, key) {
            (Some(password), Some(key)) => {
                let salt = digest(&format!("{} {key}", actor.viewer().user));
                Ok(digest(&format!("{fields} {}", gate.fingerprint(password, &salt).await?)))
            }
            _ => Ok(fields),
        }
    }
}

/// Enters a person, who can sign in if there is a password.
pub async fn create_user(actor: &Actor, gate: &Gate, person: PersonInput<'_>, key: Option<&str>) -> Outcome<Uuid> {
    if !may_create(actor.viewer().role, RecordKind::User) {
        return Err(Failure::Forbidden);
    }
    let hash = person.hash(gate).await?;
    let digest = person.digest(actor, gate, key).await?;
    let (hash, digest) = (hash.as_deref(), digest.as_str());
    again_if_overtaken(move || create_user_once(actor, person.fields, hash, key, digest)).await
}

async fn create_user_once(
    actor: &Actor,
    fields: &Input,
    hash: Option<&str>,
    key: Option<&str>,
    digest: &str,
) -> Outcome<Uuid> {
    let uow = actor.begin_alone().await?;
    let id = uow.new_id();
    if let Some(done) = claim(&uow, "createUser", key, digest, id).await? {
        // Answered when what it repeats is on the disk.
        uow.commit().await?;
        return Ok(done);
    }
    let user = create_in::<User>(&uow, id, fields).await?;
    if let Some(hash) = hash {
        if user.email.is_none() {
            return Err(Failure::at(Code::Required, "email", Text::Required));
        }
        uow.set_password(user.id, hash).await?;
    }
    uow.commit().await?;
    Ok(id)
}

/// Changes a person; an administrator can also set a new password, which ends the person's sessions, except `session`, that
/// of the request, and the access tokens of others.
pub async fn update_user(
    actor: &Actor,
    gate: &Gate,
    id: Uuid,
    person: PersonInput<'_>,
    session: Option<SessionId>,
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    if person.password.is_some() && actor.viewer().role != Role::Administrator {
        return Err(Failure::at(Code::Forbidden, "password", Text::AssignForbidden));
    }
    let hash = person.hash(gate).await?;
    let digest = digest(&format!("{id} {}", person.digest(actor, gate, key).await?));
    let (hash, digest) = (hash.as_deref(), digest.as_str());
    let once = move || async move {
        let uow = actor.begin_alone().await?;
        if claim(&uow, "updateUser", key, digest, id).await?.is_none() {
            if let Some(hash) = hash {
                replace_password(&uow, UserId(id), hash, session).await?;
            }
            update_in::<User>(&uow, id, person.fields, if_version, None).await?;
        }
        uow.commit().await?;
        Ok(id)
    };
    again_if_overtaken(once).await
}

/// Sets the hash of a person's password and ends the sessions that began with the old one, except `session`. Whoever sets
/// that of somebody else does it because something was lost: the access tokens end too. The event says that it changed; the
/// secret itself enters none.
pub(super) async fn replace_password(
    uow: &UnitOfWork,
    user: UserId,
    hash: &str,
    session: Option<SessionId>,
) -> Outcome<()> {
    let person = uow.checked::<User>(user.0, RecordAction::Update).await??;
    uow.set_password(user, hash).await?;
    end_sessions(uow, user, session).await?;
    if uow.viewer().user != user {
        end_access_tokens(uow, user).await?;
    }
    let same = (*person).clone();
    let told = FieldChange { field: "password".to_owned(), from: None, to: None };
    uow.save_with(person, same, EventAction::Updated, vec![told]).await?;
    Ok(())
}

impl Editable for Team {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: TeamId(id),
            name: String::new(),
            parent_id: None,
            manager_id: None,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }

    async fn rules(&mut self, _: Option<&Self>, _: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        if self.parent_id.is_some_and(|parent| uow.directory().subtree(&[self.id]).contains(&parent)) {
            return Err(Failure::at(Code::Invalid, "parentId", Text::TeamCircle));
        }
        Ok(())
    }
}
