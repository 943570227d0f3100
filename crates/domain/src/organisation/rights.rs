//! The table of rights: for a role, a kind of record and an action, the ways in which a record can be reached.
//!
//! It is data. The persistence floor turns it into conditions on rows: for lists, for relations, for filters, for the
//! record that a use case is about to change and for `viewerCan`. There is no second copy of it.

use super::Role;
use crate::records::{RecordAction, RecordKind};

/// Whose records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// The viewer's own; of teams, the viewer's.
    Own,
    /// The viewer's own, those of everyone in the teams below, and those without an owner.
    Subtree,
    /// Those of everyone in the teams below but not the viewer's own.
    Below,
}

/// A way in which a record can be reached. Keys are those of the record's description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Without condition.
    Always,
    /// Its `owner` (or the named reference to a person) is in the circle.
    By(&'static str, Circle),
    /// The named reference to a team is in the circle: the own team, or one of the teams below.
    Team(&'static str, Circle),
    /// The record that it belongs to can be reached for the action.
    As(&'static str, RecordAction),
    /// A record of that kind points here by that field and can be reached for reading.
    Behind(RecordKind, &'static str),
    /// It belongs to nothing by those fields, and its owner is in the circle.
    Loose(&'static [&'static str], Circle),
}

/// Whether somebody sees the fields that are for managers only: representatives do of themselves alone.
pub const fn sees_managers_fields(role: Role, of_oneself: bool) -> bool {
    of_oneself || !matches!(role, Role::Representative)
}

use Circle::{Below, Own, Subtree};
use RecordAction as Action;
use RecordKind as Kind;
use Way::{Always, As, Behind, By, Loose, Team};

/// The ways in which a person of that role reaches records of that kind for that action; any of them suffices, none
/// means never.
pub const fn ways(role: Role, kind: Kind, action: Action) -> &'static [Way] {
    match role {
        Role::Administrator => administrator(kind, action),
        Role::Manager => manager(kind, action),
        Role::Representative => representative(kind, action),
    }
}

/// Whether a person of that role may make records of that kind at all; of what and for whom follows from [`ways`]: the
/// new record must be one that its maker may update.
pub const fn may_create(role: Role, kind: Kind) -> bool {
    match kind {
        Kind::Account
        | Kind::Contact
        | Kind::ContactPoint
        | Kind::Deal
        | Kind::DealLine
        | Kind::DealContact
        | Kind::Note
        | Kind::Task => true,
        Kind::Target => matches!(role, Role::Administrator | Role::Manager),
        Kind::Session | Kind::AccessToken => true,
        _ => matches!(role, Role::Administrator),
    }
}

const fn administrator(kind: Kind, action: Action) -> &'static [Way] {
    match kind {
        Kind::Session | Kind::AccessToken => personal(action),
        // An import is cancelled, and kept as it went.
        Kind::Import if !matches!(action, Action::Read | Action::Update) => &[],
        // People are deactivated, never deleted; the company exists.
        Kind::User | Kind::Company if matches!(action, Action::Delete | Action::Restore) => &[],
        _ => &[Always],
    }
}

const fn manager(kind: Kind, action: Action) -> &'static [Way] {
    match (kind, action) {
        (Kind::Deal, _) => &[By("owner", Subtree)],
        (Kind::Account, Action::Read) => &[By("owner", Subtree), Behind(Kind::Deal, "account")],
        (Kind::Account, _) => &[By("owner", Subtree)],
        (Kind::Contact, Action::Read) => &[As("account", Action::Read), Loose(&["account"], Subtree)],
        (Kind::Contact, Action::Delete) => &[As("account", Action::Delete), Loose(&["account"], Subtree)],
        (Kind::Contact, Action::Restore) => &[As("account", Action::Read), Loose(&["account"], Subtree)],
        (Kind::Contact, _) => &[As("account", Action::Update), Loose(&["account"], Subtree)],
        // What belongs to a record and has no owner is for those whom the record is for.
        (Kind::Note | Kind::Task, Action::Read) => &[
            As("deal", Action::Read),
            As("account", Action::Read),
            As("contact", Action::Read),
            By("owner", Own),
            By("owner", Below),
            Loose(&["deal", "account", "contact"], Subtree),
        ],
        (Kind::Note | Kind::Task, Action::Update | Action::Assign) => &[
            As("deal", Action::Update),
            As("account", Action::Update),
            As("contact", Action::Update),
            By("owner", Own),
            By("owner", Below),
            Loose(&["deal", "account", "contact"], Subtree),
        ],
        (Kind::Note | Kind::Task, Action::Delete | Action::Restore) => &[
            As("deal", Action::Delete),
            As("account", Action::Delete),
            As("contact", Action::Delete),
            By("owner", Own),
            By("owner", Below),
            Loose(&["deal", "account", "contact"], Subtree),
        ],
        // A team's target has no owner, and is not everybody's for that.
        (Kind::Target, Action::Read) => &[By("owner", Own), By("owner", Below), Team("team", Subtree)],
        (Kind::Target, _) => &[By("owner", Below), Team("team", Below)],
        _ => common(kind, action),
    }
}

const fn representative(kind: Kind, action: Action) -> &'static [Way] {
    match (kind, action) {
        (Kind::Deal, Action::Read | Action::Update) => &[By("owner", Own)],
        (Kind::Account, Action::Read) => &[By("owner", Own), Behind(Kind::Deal, "account")],
        (Kind::Account, Action::Update) => &[By("owner", Own)],
        (Kind::Contact, Action::Read) => &[As("account", Action::Read), Loose(&["account"], Own)],
        (Kind::Contact, Action::Update) => &[As("account", Action::Update), Loose(&["account"], Own)],
        (Kind::Note | Kind::Task, Action::Read) => {
            &[As("deal", Action::Read), As("account", Action::Read), As("contact", Action::Read), By("owner", Own)]
        }
        (Kind::Note | Kind::Task, Action::Update) => &[
            As("deal", Action::Update),
            As("account", Action::Update),
            As("contact", Action::Update),
            By("owner", Own),
        ],
        (Kind::Note | Kind::Task, Action::Delete | Action::Restore) => &[
            As("deal", Action::Delete),
            As("account", Action::Delete),
            As("contact", Action::Delete),
            By("owner", Own),
        ],
        (Kind::Target, Action::Read) => &[By("owner", Own), Team("team", Own)],
        (Kind::Deal | Kind::Account | Kind::Contact | Kind::Note | Kind::Task | Kind::Target, _) => &[],
        _ => common(kind, action),
    }
}

/// What managers and representatives have alike.
const fn common(kind: Kind, action: Action) -> &'static [Way] {
    match (kind, action) {
        (Kind::Import, _) => &[],
        (Kind::Session | Kind::AccessToken, _) => personal(action),
        (Kind::ContactPoint, Action::Read) => &[As("contact", Action::Read)],
        (Kind::ContactPoint, _) => &[As("contact", Action::Update)],
        (Kind::DealLine | Kind::DealContact, Action::Read) => &[As("deal", Action::Read)],
        (Kind::DealLine | Kind::DealContact, _) => &[As("deal", Action::Update)],
        // Everyone edits the own profile.
        (Kind::User, Action::Update) => &[By("id", Own)],
        (_, Action::Read) => &[Always],
        _ => &[],
    }
}

const fn personal(action: Action) -> &'static [Way] {
    match action {
        Action::Read | Action::Update | Action::Delete => &[By("user", Own)],
        Action::Assign | Action::Restore => &[],
    }
}
