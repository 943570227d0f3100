//! What a viewer may do with the rows of the small tables, which are kept in memory once for everybody.

use tundish_domain::{
    organisation::rights::{Circle, Way, ways},
    records::{RecordAction, Write},
};

use super::{Row, Viewer};

impl Row {
    /// What the viewer may do with this row of a small table. Statements compute it for the rows that they read
    /// ([`Row::actions`]); these were read for nobody in particular. Empty for rows of other tables.
    pub fn kept_actions(&self, viewer: &Viewer) -> Vec<RecordAction> {
        let description = self.description();
        if !description.small {
            return Vec::new();
        }
        let deleted = self.get("deletedAt").is_some();
        let reached = |action| {
            ways(viewer.role, self.kind, action).iter().any(|way| match way {
                Way::Always => true,
                Way::By("id", Circle::Own) => self.id == viewer.user.0,
                // No small table has an owner or a parent whose rights count.
                _ => false,
            })
        };
        let possible = |action| match action {
            RecordAction::Read => false,
            RecordAction::Update => !deleted,
            RecordAction::Assign => {
                !deleted && description.field("owner").is_some_and(|owner| owner.write == Write::Always)
            }
            RecordAction::Delete => description.deletable && !deleted,
            RecordAction::Restore => description.deletable && deleted,
        };
        let all = [RecordAction::Update, RecordAction::Assign, RecordAction::Delete, RecordAction::Restore];
        all.into_iter().filter(|action| possible(*action) && reached(*action)).collect()
    }
}
