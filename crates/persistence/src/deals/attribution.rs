//! For whom figures count: open deals for their owner and that person's team, closed ones for the owner and the team of
//! their closing, visits of stages for those of the visit. So a later transfer changes no figure of the past.

use tundish_domain::{
    deals::StageKind,
    records::{Field, FieldValue, RecordKind},
};

use super::Deal;
use crate::records::{Filter, Record, Test};

/// The table of visits.
pub(super) const VISIT: &str = "stage_visit";

static VISIT_OWNER: Field =
    Field::reference("owner", "owner_id", RecordKind::User, "Who owned the deal then; null: nobody.");
static VISIT_TEAM: Field = Field::reference("team", "team_id", RecordKind::Team, "The owner's team then; null: none.");
static TOTAL_OWNER: Field =
    Field::reference("owner", "visit_owner_id", RecordKind::User, "Who owned the deal then; null: nobody.");
static TOTAL_TEAM: Field =
    Field::reference("team", "visit_team_id", RecordKind::Team, "The owner's team then; null: none.");

/// Whose something was, at a time that matters.
struct Attribution {
    owner: &'static Field,
    team: &'static Field,
    /// The table of these fields, where it is not the deal's.
    table: Option<&'static str>,
}

impl Attribution {
    fn place(&self, filter: Filter) -> Filter {
        match self.table {
            Some(table) => Filter::Beside(table, Box::new(filter)),
            None => filter,
        }
    }

    /// What the filter says of the owner and the owner's team, said of those of that time.
    fn apply(&self, filter: Filter) -> Filter {
        filter.replaced(&|filter| match filter {
            Filter::Field(field, test) if field.key == "owner" => {
                Some(self.place(Filter::Field(self.owner, test.clone())))
            }
            Filter::Related(field, inner) if field.key == "owner" => {
                let owned = self.place(Filter::Field(self.owner, Test::IsNull(false)));
                Some(owned.and(self.of_owner(inner)))
            }
            _ => None,
        })
    }

    /// A condition on the owner as one on the owner and the team of that time.
    fn of_owner(&self, filter: &Filter) -> Filter {
        let all = |filters: &[Filter]| filters.iter().map(|filter| self.of_owner(filter)).collect();
        match filter {
            Filter::All(filters) => Filter::All(all(filters)),
            Filter::Any(filters) => Filter::Any(all(filters)),
            Filter::Not(filter) => Filter::Not(Box::new(self.of_owner(filter))),
            Filter::Field(field, test) if field.key == "team" => self.place(Filter::Field(self.team, test.clone())),
            Filter::Related(field, inner) if field.key == "team" => {
                self.place(Filter::Related(self.team, inner.clone()))
            }
            other => self.place(Filter::Related(self.owner, Box::new(other.clone()))),
        }
    }
}

/// A filter of deals as it counts visits in their totals, which know the owner and the team of the visit as `visit_…`.
pub(super) fn of_visits_in_totals(filter: Filter) -> Filter {
    Attribution { owner: &TOTAL_OWNER, team: &TOTAL_TEAM, table: None }.apply(filter)
}

/// A filter of deals as it counts visits: beside the deal stands the table of visits.
pub(super) fn of_visits(filter: Filter) -> Filter {
    Attribution { owner: &VISIT_OWNER, team: &VISIT_TEAM, table: Some(VISIT) }.apply(filter)
}

fn at_closing(filter: Filter) -> Filter {
    match (Deal::DESCRIPTION.field("closedOwner"), Deal::DESCRIPTION.field("closedTeam")) {
        (Some(owner), Some(team)) => Attribution { owner, team, table: None }.apply(filter),
        _ => filter,
    }
}

fn state(test: impl Fn(FieldValue) -> Test, kind: StageKind) -> Filter {
    Filter::on(Deal::DESCRIPTION, "state", test(FieldValue::Text(kind.as_str().to_owned())))
}

/// The open deals of a filter.
#[must_use]
pub fn open(filter: Filter) -> Filter {
    state(Test::Eq, StageKind::Open).and(filter)
}

/// The closed deals of a filter, as figures count them.
#[must_use]
pub fn closed(filter: Filter) -> Filter {
    state(Test::Ne, StageKind::Open).and(at_closing(filter))
}

/// The won, or the lost, deals of a filter, as figures count them.
#[must_use]
pub fn closed_as(kind: StageKind, filter: Filter) -> Filter {
    closed(filter).and(state(Test::Eq, kind))
}

/// All deals of a filter, as figures count them.
#[must_use]
pub fn counted(filter: Filter) -> Filter {
    if at_closing(filter.clone()) == filter {
        return filter;
    }
    Filter::Any(vec![open(filter.clone()), closed(filter)])
}
