//! Who acts.

use std::sync::Arc;

use tundish_domain::{
    kernel::ids::UserId,
    organisation::{Language, Role},
    records::EventOrigin,
};
use tundish_persistence::{
    Database,
    records::{Directory, Scope, UnitOfWork, Viewer},
};

use uuid::Uuid;

use super::Outcome;

/// A person at work: what use cases are given. Made for every request from the session or token, with today's rights.
#[derive(Clone)]
pub struct Actor {
    database: Arc<Database>,
    directory: Arc<Directory>,
    viewer: Arc<Viewer>,
    origin: EventOrigin,
}

impl Actor {
    /// A person who came in through a door.
    pub const fn new(
        database: Arc<Database>,
        directory: Arc<Directory>,
        viewer: Arc<Viewer>,
        origin: EventOrigin,
    ) -> Self {
        Self { database, directory, viewer, origin }
    }

    /// Tundish itself, for what it does on its own.
    pub(crate) async fn system(database: &Arc<Database>) -> Self {
        let directory = database.current_directory().await;
        let viewer = Arc::new(system_viewer(directory.language()));
        Self::new(Arc::clone(database), directory, viewer, EventOrigin::System)
    }

    /// The database.
    pub const fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// The small tables, as they were when the request began.
    pub const fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// Who it is.
    pub const fn viewer(&self) -> &Arc<Viewer> {
        &self.viewer
    }

    /// What the person may see.
    pub fn scope(&self) -> Scope {
        Scope::new(Arc::clone(&self.database), Arc::clone(&self.viewer))
    }

    /// Begins a unit of work in the person's name.
    pub async fn begin(&self) -> Outcome<UnitOfWork> {
        Ok(self.database.begin(&self.viewer, self.origin).await?)
    }
}

/// Tundish itself, in whose name the company is founded and jobs are kept in order.
pub(crate) fn system_viewer(language: Language) -> Viewer {
    Viewer {
        user: UserId(Uuid::nil()),
        role: Role::Administrator,
        team: None,
        teams: Arc::default(),
        led: Arc::default(),
        people: Arc::default(),
        language,
        time_zone: chrono_tz::Tz::UTC,
    }
}
