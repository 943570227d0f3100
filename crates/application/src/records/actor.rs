//! Who acts.

use std::sync::Arc;

use tundish_domain::records::{Description, EventOrigin};
use tundish_persistence::{
    Database,
    records::{Directory, Scope, UnitOfWork, Viewer},
};

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
    /// The same person with the rights of this moment, speaking the same language; `None` once the person is gone.
    pub async fn renewed(&self) -> Outcome<Option<Self>> {
        let directory = self.database.fresh_directory().await?;
        let viewer = directory.viewer(self.viewer.user, Some(self.viewer.language));
        Ok(viewer.map(|viewer| Self { directory, viewer: Arc::new(viewer), ..self.clone() }))
    }

    /// A person who came in through a door.
    pub const fn new(
        database: Arc<Database>,
        directory: Arc<Directory>,
        viewer: Arc<Viewer>,
        origin: EventOrigin,
    ) -> Self {
        Self { database, directory, viewer, origin }
    }

    /// The operator at the machine: may do everything, and events name nobody.
    pub async fn operator(database: &Arc<Database>) -> Outcome<Self> {
        let directory = database.fresh_directory().await?;
        let viewer = Arc::new(Viewer::system(directory.language()));
        Ok(Self::new(Arc::clone(database), directory, viewer, EventOrigin::System))
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

    /// Begins a unit of work in the person's name that changes what others rest on.
    pub(crate) async fn begin_alone(&self) -> Outcome<UnitOfWork> {
        Ok(self.database.begin_alone(&self.viewer, self.origin).await?)
    }

    /// Begins a unit of work in the person's name that writes records of a kind.
    pub(crate) async fn begin_for(&self, description: &Description) -> Outcome<UnitOfWork> {
        if description.small { self.begin_alone().await } else { self.begin().await }
    }
}
