//! The forecast of a period for a person, a team, or whatever the viewer answers for.

use tokio::sync::OnceCell;
use tundish_domain::{
    deals::{ForecastCategory, StageKind},
    insight::{Forecast, Member, Target, Team, Teams},
    kernel::{
        ids::{TeamId, UserId},
        period::Period,
    },
    organisation::Role,
    records::FieldValue,
};
use tundish_persistence::{
    deals::{Deal, attribution, within},
    records::{Directory, Filter, Record, Scope, Test},
};

use crate::records::{Actor, Failure, Outcome};

/// Whose forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForecastOf {
    /// A person's.
    Person(UserId),
    /// That of a team and the teams below it.
    Team(TeamId),
    /// The viewer's: a representative's own, a manager's teams', the company's.
    Viewer,
}

/// A figure of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForecastFigure {
    /// Won in the period.
    Closed,
    /// Open, expected in the period, of a category.
    Category(ForecastCategory),
    /// Open and expected in the period.
    Weighted,
    /// Open and expected on no known day.
    Undated,
    /// All that the forecast counts.
    All,
}

/// Whose deals and targets count.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whose {
    Person(UserId),
    /// The teams, the topmost of them, and who leads them without being a member.
    Teams {
        teams: Vec<TeamId>,
        top: Vec<TeamId>,
        leader: Option<UserId>,
    },
    Company,
}

/// A forecast being made.
pub struct Forecasting {
    scope: Scope,
    whose: Whose,
    tree: Teams,
    /// The quarters of the fiscal year that make up the period; `None` if it is not whole ones.
    quarters: Option<Vec<chrono::NaiveDate>>,
    period: Period,
    deals: Filter,
    forecast: OnceCell<Forecast>,
}

impl Forecasting {
    /// The forecast of a period. Failures: [`Failure::Forbidden`] for whoever may not see all deals of the person or team,
    /// [`Failure::NotFound`] where there is no such person or team.
    pub fn new(actor: &Actor, scope: Scope, period: Period, of: ForecastOf) -> Outcome<Self> {
        let directory = actor.directory();
        let whose = whose(actor, of)?;
        let deals = deals_of(&whose);
        let quarters = period.quarters(directory.fiscal_year_start());
        Ok(Self { scope, whose, tree: tree(directory), quarters, period, deals, forecast: OnceCell::new() })
    }

    /// What the viewer may see, and as of when.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The period.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The figures.
    pub async fn forecast(&self) -> Outcome<&Forecast> {
        let read = async || {
            let open = self.scope.open_by_category(&self.deals, self.period).await?;
            let closed = self.scope.won_amount(&self.deals, self.period).await?;
            let target = match &self.quarters {
                Some(quarters) => self.target(&self.scope.targets(quarters).await?),
                None => None,
            };
            Outcome::Ok(Forecast::of(&open, closed, target))
        };
        self.forecast.get_or_try_init(read).await
    }

    fn target(&self, targets: &[Target]) -> Option<i64> {
        match &self.whose {
            Whose::Person(person) => self.tree.person(targets, *person),
            Whose::Company => self.tree.company(targets),
            Whose::Teams { top, leader, .. } => {
                let teams = top.iter().map(|team| self.tree.team(targets, *team));
                let own = leader.map(|leader| self.tree.person(targets, leader));
                teams.chain(own).flatten().reduce(i64::saturating_add)
            }
        }
    }

    /// The deals behind a figure.
    pub fn deals(&self, figure: ForecastFigure) -> Filter {
        let on = |key: &str, test: Test| Filter::on(Deal::DESCRIPTION, key, test);
        let open = || attribution::open(self.deals.clone());
        let expected = || within("expectedCloseDate", Some(self.period));
        match figure {
            ForecastFigure::Closed => {
                attribution::closed_as(StageKind::Won, self.deals.clone()).and(within("closedDate", Some(self.period)))
            }
            ForecastFigure::Category(category) => {
                let category = FieldValue::Text(category.as_str().to_owned());
                open().and(expected()).and(on("category", Test::Eq(category)))
            }
            ForecastFigure::Weighted => open().and(expected()),
            ForecastFigure::Undated => open().and(on("expectedCloseDate", Test::IsNull(true))),
            ForecastFigure::All => Filter::Any(vec![
                self.deals(ForecastFigure::Closed),
                self.deals(ForecastFigure::Weighted),
                self.deals(ForecastFigure::Undated),
            ]),
        }
    }
}

/// Whose forecast it is, if the viewer may see all their deals.
fn whose(actor: &Actor, of: ForecastOf) -> Outcome<Whose> {
    let (viewer, directory) = (actor.viewer(), actor.directory());
    let everything = viewer.role == Role::Administrator;
    match of {
        ForecastOf::Person(person) if everything || viewer.people.contains(&person) => {
            directory.user(person).ok_or(Failure::NotFound)?;
            Ok(Whose::Person(person))
        }
        ForecastOf::Team(team) if everything || (viewer.role == Role::Manager && viewer.teams.contains(&team)) => {
            directory.team(team).ok_or(Failure::NotFound)?;
            Ok(Whose::Teams { teams: directory.subtree(&[team]), top: vec![team], leader: None })
        }
        ForecastOf::Person(_) | ForecastOf::Team(_) => Err(Failure::Forbidden),
        ForecastOf::Viewer => Ok(match viewer.role {
            Role::Administrator => Whose::Company,
            Role::Representative => Whose::Person(viewer.user),
            Role::Manager => {
                let teams = viewer.teams.to_vec();
                let below = |team: &TeamId| {
                    directory.team(*team).and_then(|team| team.parent_id).is_some_and(|parent| teams.contains(&parent))
                };
                let top = teams.iter().copied().filter(|team| !below(team)).collect();
                let member = viewer.team.is_some_and(|team| teams.contains(&team));
                Whose::Teams { leader: Some(viewer.user).filter(|_| !member), teams, top }
            }
        }),
    }
}

/// The deals of whoever it is. What is said of the owner and the team means those of the closing where a deal is closed.
fn deals_of(whose: &Whose) -> Filter {
    let owner = |test: Test| Filter::on(Deal::DESCRIPTION, "owner", test);
    match whose {
        Whose::Company => Filter::everything(),
        Whose::Person(person) => owner(Test::Eq(FieldValue::Id(person.0))),
        Whose::Teams { teams, leader, .. } => {
            let ids = teams.iter().map(|team| FieldValue::Id(team.0)).collect();
            let in_teams = Filter::on(tundish_persistence::organisation::User::DESCRIPTION, "team", Test::In(ids));
            let of_teams = Filter::related(Deal::DESCRIPTION, "owner", in_teams);
            match leader {
                Some(leader) => Filter::Any(vec![of_teams, owner(Test::Eq(FieldValue::Id(leader.0)))]),
                None => of_teams,
            }
        }
    }
}

fn tree(directory: &Directory) -> Teams {
    Teams {
        teams: directory.teams().iter().map(|team| Team { id: team.id, parent: team.parent_id }).collect(),
        members: directory.users().iter().map(|user| Member { id: user.id, team: user.team_id }).collect(),
    }
}
