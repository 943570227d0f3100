//! Whose target is how much: a team's is its own, else the sum of what is below it.

use chrono::NaiveDate;

use crate::kernel::ids::{TeamId, UserId};

/// A target for a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The person, if it is one's.
    pub owner: Option<UserId>,
    /// The team, if it is one's.
    pub team: Option<TeamId>,
    /// The first day of the quarter.
    pub quarter: NaiveDate,
    /// Minor units of the base currency.
    pub amount: i64,
}

/// A team in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Team {
    /// The team.
    pub id: TeamId,
    /// The team above; `None` at the top.
    pub parent: Option<TeamId>,
}

/// A person in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub id: UserId,
    /// The team; `None`: in none.
    pub team: Option<TeamId>,
}

/// The tree of teams with their members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teams {
    /// Every team.
    pub teams: Vec<Team>,
    /// Everyone.
    pub members: Vec<Member>,
}

impl Teams {
    /// A person's target over several quarters; `None` if there is none for any of them.
    pub fn person(&self, targets: &[Target], person: UserId) -> Option<i64> {
        total(targets.iter().filter(|target| target.owner == Some(person)).map(|target| Some(target.amount)))
    }

    /// A team's target over several quarters: for each its own, else the sum of those of its members and of the teams
    /// right below it; `None` if there is none for any of them.
    pub fn team(&self, targets: &[Target], team: TeamId) -> Option<i64> {
        total(quarters(targets).map(|quarter| self.of_team(targets, team, quarter, self.teams.len())))
    }

    /// The company's target over several quarters: the sum of those of the topmost teams and of people in no team; `None`
    /// if there is none.
    pub fn company(&self, targets: &[Target]) -> Option<i64> {
        let top = self.teams.iter().filter(|team| team.parent.is_none()).map(|team| self.team(targets, team.id));
        let alone = self.members.iter().filter(|member| member.team.is_none());
        total(top.chain(alone.map(|member| self.person(targets, member.id))))
    }

    /// `depth` ends the walk where teams go round in a circle.
    fn of_team(&self, targets: &[Target], team: TeamId, quarter: NaiveDate, depth: usize) -> Option<i64> {
        let of = |wanted: &dyn Fn(&Target) -> bool| {
            targets.iter().find(|target| target.quarter == quarter && wanted(target)).map(|target| target.amount)
        };
        of(&|target| target.team == Some(team)).or_else(|| {
            let depth = depth.checked_sub(1)?;
            let members = self.members.iter().filter(|member| member.team == Some(team));
            let below = self.teams.iter().filter(|child| child.parent == Some(team));
            total(
                members
                    .map(|member| of(&|target| target.owner == Some(member.id)))
                    .chain(below.map(|child| self.of_team(targets, child.id, quarter, depth))),
            )
        })
    }
}

fn quarters(targets: &[Target]) -> impl Iterator<Item = NaiveDate> {
    let mut quarters: Vec<NaiveDate> = targets.iter().map(|target| target.quarter).collect();
    quarters.sort_unstable();
    quarters.dedup();
    quarters.into_iter()
}

/// The sum of what there is; `None` of nothing.
fn total(amounts: impl Iterator<Item = Option<i64>>) -> Option<i64> {
    amounts.flatten().fold(None, |total, amount| Some(total.unwrap_or(0_i64).saturating_add(amount)))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn team(number: u128) -> TeamId {
        TeamId(Uuid::from_u128(number))
    }

    fn person(number: u128) -> UserId {
        UserId(Uuid::from_u128(100 + number))
    }

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, 1).unwrap()
    }

    fn of_person(number: u128, month: u32, amount: i64) -> Target {
        Target { owner: Some(person(number)), team: None, quarter: day(month), amount }
    }

    fn of_team(number: u128, month: u32, amount: i64) -> Target {
        Target { owner: None, team: Some(team(number)), quarter: day(month), amount }
    }

    /// Team 1 with person 1 and, below it, team 2 with persons 2 and 3; person 4 is in none.
    fn teams() -> Teams {
        let members = [(1, Some(1)), (2, Some(2)), (3, Some(2)), (4, None)];
        Teams {
            teams: vec![Team { id: team(1), parent: None }, Team { id: team(2), parent: Some(team(1)) }],
            members: members.map(|(id, of)| Member { id: person(id), team: of.map(team) }).to_vec(),
        }
    }

    #[test]
    fn the_own_target_goes_before_the_sum() {
        let targets = [of_person(1, 1, 5), of_person(2, 1, 10), of_person(3, 1, 20), of_person(4, 1, 400)];
        assert_eq!(teams().team(&targets, team(2)), Some(30));
        assert_eq!(teams().team(&targets, team(1)), Some(35));
        assert_eq!(teams().company(&targets), Some(435));
        let with_own = [&targets[..], &[of_team(2, 1, 100)]].concat();
        assert_eq!(teams().team(&with_own, team(2)), Some(100));
        assert_eq!(teams().team(&with_own, team(1)), Some(105));
        assert_eq!(teams().person(&with_own, person(3)), Some(20));
    }

    #[test]
    fn each_quarter_counts_by_itself() {
        let targets = [of_team(2, 1, 100), of_person(2, 1, 10), of_person(2, 4, 7), of_person(3, 4, 8)];
        assert_eq!(teams().team(&targets, team(2)), Some(115));
        assert_eq!(teams().person(&targets, person(2)), Some(17));
    }

    #[test]
    fn without_any_there_is_none() {
        assert_eq!(teams().team(&[], team(1)), None);
        assert_eq!(teams().company(&[]), None);
        assert_eq!(teams().person(&[of_person(1, 1, 5)], person(2)), None);
        assert_eq!(teams().person(&[of_person(1, 1, 0)], person(1)), Some(0));
    }

    #[test]
    fn a_circle_of_teams_ends() {
        let round = Teams {
            teams: vec![Team { id: team(1), parent: Some(team(2)) }, Team { id: team(2), parent: Some(team(1)) }],
            members: Vec::new(),
        };
        assert_eq!(round.team(&[of_person(1, 1, 5)], team(1)), None);
    }
}
