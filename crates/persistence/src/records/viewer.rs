//! Who asks.

use std::sync::Arc;

use chrono_tz::Tz;
use tundish_domain::{
    kernel::ids::{TeamId, UserId},
    organisation::{Language, Role, rights::sees_managers_fields},
};
use uuid::Uuid;

/// The person for whom something is read or changed, with today's rights. Made anew for every request.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who it is.
    pub user: UserId,
    /// What the person is.
    pub role: Role,
    /// The own team.
    pub team: Option<TeamId>,
    /// The teams that a manager leads and all teams below them; for others the own team.
    pub teams: Arc<[TeamId]>,
    /// The topmost ones of `teams`: those whose target somebody else sets.
    pub led: Arc<[TeamId]>,
    /// Everyone whose records a manager sees: the members of `teams` and the manager; for others the person alone.
    pub people: Arc<[UserId]>,
    /// The language of messages.
    pub language: Language,
    /// The person's own time zone, for tasks and "my day".
    pub time_zone: Tz,
}

impl Viewer {
    /// Nobody in particular, who may do everything: in whose name the company is founded and the operator acts.
    pub fn system(language: Language) -> Self {
        Self {
            user: UserId(Uuid::nil()),
            role: Role::Administrator,
            team: None,
            teams: Arc::default(),
            led: Arc::default(),
            people: Arc::default(),
            language,
            time_zone: Tz::UTC,
        }
    }

    /// Whether the person sees the fields that are for managers only, of that record or of any.
    pub fn sees_managers_fields(&self, record: Option<Uuid>) -> bool {
        sees_managers_fields(self.role, record == Some(self.user.0))
    }
}
