//! The table of rights (who may what), written down a second time, from its words and without the code that it checks.

use std::collections::{BTreeMap, BTreeSet};

/// What a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// May everything.
    Administrator,
    /// Of a team and of the teams below it.
    Manager,
    /// Has the own records.
    Representative,
}

/// A person, as far as rights go.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The name.
    pub name: &'static str,
    /// What the person is.
    pub role: Role,
    /// The person's team.
    pub team: &'static str,
}

/// The teams, each with the one above it.
pub const TEAMS: &[(&str, Option<&str>)] = &[("North", None), ("East", Some("North")), ("South", None)];

/// Everybody but the administrator.
pub const PEOPLE: &[Somebody] = &[
    Somebody { name: "Ann", role: Role::Manager, team: "North" },
    Somebody { name: "Bob", role: Role::Representative, team: "North" },
    Somebody { name: "Eve", role: Role::Representative, team: "North" },
    Somebody { name: "Gus", role: Role::Manager, team: "East" },
    Somebody { name: "Fay", role: Role::Representative, team: "East" },
    Somebody { name: "Cy", role: Role::Manager, team: "South" },
    Somebody { name: "Dora", role: Role::Representative, team: "South" },
];

/// What one does with a record, in the order in which it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Sees it.
    Read,
    /// Changes its fields.
    Update,
    /// Gives it away.
    Assign,
    /// Puts it into the recycle bin.
    Delete,
}

/// A record, as far as rights go.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// `Deal`, `Account`, …
    pub kind: String,
    /// What it is called here.
    pub label: String,
    /// Whose it is.
    pub owner: Option<&'static str>,
    /// The team whose it is.
    pub team: Option<&'static str>,
    /// The ids of what it belongs to.
    pub account: Option<String>,
    /// As `account`.
    pub deal: Option<String>,
    /// As `account`.
    pub contact: Option<String>,
}

/// All records by their ids.
#[derive(Default)]
pub struct Model {
    /// The records.
    pub items: BTreeMap<String, Item>,
    /// Kinds with an owner that can be changed.
    pub assignable: BTreeSet<String>,
    /// Kinds that can be deleted.
    pub deletable: BTreeSet<String>,
}

/// A team and those below it.
pub fn subtree(team: &str) -> Vec<&'static str> {
    let below = TEAMS.iter().filter(|(name, above)| *name == team || *above == Some(team));
    below.map(|(name, _)| *name).collect()
}

impl Somebody {
    /// Whether a record with that owner is the person's own or, for managers, one of the subtree or nobody's.
    fn has(&self, owner: Option<&str>) -> bool {
        match (self.role, owner) {
            (Role::Administrator, _) => true,
            (Role::Representative, owner) => owner == Some(self.name),
            (Role::Manager, None) => true,
            (Role::Manager, Some(owner)) => self.leads(owner),
        }
    }

    /// Whether somebody belongs to the teams that the person leads.
    pub fn leads(&self, other: &str) -> bool {
        let teams = subtree(self.team);
        PEOPLE.iter().any(|person| person.name == other && teams.contains(&person.team))
    }
}

impl Model {
    /// Whether somebody may do that with a record.
    pub fn may(&self, who: &Somebody, action: Action, id: &str) -> bool {
        let item = &self.items[id];
        match action {
            Action::Assign if !self.assignable.contains(&item.kind) => return false,
            Action::Delete if !self.deletable.contains(&item.kind) => return false,
            _ => {}
        }
        if who.role == Role::Administrator {
            return true;
        }
        let manager = who.role == Role::Manager;
        let own = who.has(item.owner);
        let as_parent = |parent: &Option<String>| parent.as_deref().is_some_and(|parent| self.may(who, action, parent));
        match (item.kind.as_str(), action) {
            // deal: "creates, reads and edits own"; "reads, edits, assigns, deletes those of the subtree"
            ("Deal", Action::Read | Action::Update) => own,
            ("Deal", _) => own && manager,
            // account: besides, "reads those of own deals" and "of its deals"
            ("Account", Action::Read) => own || self.behind_a_deal(who, id),
            ("Account", Action::Update) => own,
            ("Account", _) => own && manager,
            // contact: "as its account"; without one, as an account with that owner
            ("Contact", action) if item.account.is_some() => {
                // Where an account is read only because of a deal, its contacts are too, and no more.
                let account = item.account.as_deref().unwrap_or_default();
                self.may(who, action, account)
            }
            ("Contact", Action::Read | Action::Update) => own,
            ("Contact", _) => own && manager,
            // activity: "as its record, and own"; "as its record, and the subtree's"
            ("Note" | "Task", Action::Assign) if !manager => false,
            ("Note" | "Task", _) => {
                // Nobody's is the managers' where it belongs to nothing either.
                let loose = item.deal.is_none() && item.account.is_none() && item.contact.is_none();
                own && (item.owner.is_some() || loose)
                    || as_parent(&item.deal)
                    || as_parent(&item.account)
                    || as_parent(&item.contact)
            }
            // a part of a deal: as the deal
            ("DealLine" | "DealContact", Action::Read) => as_parent(&item.deal),
            ("DealLine" | "DealContact", _) => {
                item.deal.as_deref().is_some_and(|deal| self.may(who, Action::Update, deal))
            }
            // a part of a contact: as the contact
            ("ContactPoint", Action::Read) => as_parent(&item.contact),
            ("ContactPoint", _) => {
                item.contact.as_deref().is_some_and(|contact| self.may(who, Action::Update, contact))
            }
            // target: "reads own and own team's"; "sets those of the subtree, not the own"
            ("Target", Action::Read) if manager => {
                item.owner.is_some_and(|owner| who.leads(owner))
                    || item.team.is_some_and(|team| subtree(who.team).contains(&team))
            }
            ("Target", Action::Read) => item.owner == Some(who.name) || item.team == Some(who.team),
            ("Target", _) => {
                manager
                    && (item.owner.is_some_and(|owner| owner != who.name && who.leads(owner))
                        || item.team.is_some_and(|team| team != who.team && subtree(who.team).contains(&team)))
            }
            // "Everyone edits the own profile."
            ("User", Action::Update) => item.label == who.name,
            // import: "no", "no", "all"
            ("Import", _) => false,
            // users, teams, products, pipelines, choices, settings, rates: all read them
            ("User" | "Team" | "Product" | "Pipeline" | "Stage" | "Choice" | "Company" | "ExchangeRate", action) => {
                action == Action::Read
            }
            (kind, _) => panic!("the table of rights says nothing of {kind}"),
        }
    }

    /// Whether somebody sees a deal with that account.
    fn behind_a_deal(&self, who: &Somebody, account: &str) -> bool {
        let deals =
            self.items.iter().filter(|(_, item)| item.kind == "Deal" && item.account.as_deref() == Some(account));
        deals.map(|(id, _)| id).any(|deal| self.may(who, Action::Read, deal))
    }

    /// The ids of a kind that somebody sees.
    pub fn seen(&self, who: &Somebody, kind: &str) -> BTreeSet<String> {
        let of_kind = self.items.iter().filter(|(_, item)| item.kind == kind);
        of_kind.filter(|(id, _)| self.may(who, Action::Read, id)).map(|(id, _)| id.clone()).collect()
    }

    /// The ids of a kind that somebody does not see.
    pub fn hidden(&self, who: &Somebody, kind: &str) -> Vec<String> {
        let of_kind = self.items.iter().filter(|(_, item)| item.kind == kind);
        of_kind.filter(|(id, _)| !self.may(who, Action::Read, id)).map(|(id, _)| id.clone()).collect()
    }
}
