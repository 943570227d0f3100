interface TeamLike {
  id: string;
  name: string;
  parent: { id: string } | null;
}

interface MemberLike {
  team: { id: string } | null;
}

export interface TeamBranch<Team, Member> {
  team: Team;
  /** How many teams stand above it. */
  depth: number;
  /** Its own members, without those of the teams below. */
  members: readonly Member[];
}

/** The teams from the top down, each before those below it, with their members; and who is in none. */
export function teamTree<Team extends TeamLike, Member extends MemberLike>(
  teams: readonly Team[],
  people: readonly Member[],
): { branches: TeamBranch<Team, Member>[]; teamless: Member[] } {
  const known = new Set(teams.map((team) => team.id));
  const branches: TeamBranch<Team, Member>[] = [];
  const visit = (parentId: string | null, depth: number): void => {
    for (const team of teams) {
      // What stands below a team that is not there, stands at the top.
      const above = team.parent && known.has(team.parent.id) ? team.parent.id : null;
      if (above !== parentId) continue;
      branches.push({ team, depth, members: people.filter((person) => person.team?.id === team.id) });
      visit(team.id, depth + 1);
    }
  };
  visit(null, 0);
  return { branches, teamless: people.filter((person) => !person.team || !known.has(person.team.id)) };
}

/** These teams and all below them. */
export function withTeamsBelow(teams: readonly TeamLike[], ids: Iterable<string>): Set<string> {
  const found = new Set(ids);
  let before = -1;
  while (found.size !== before) {
    before = found.size;
    for (const team of teams) if (team.parent && found.has(team.parent.id)) found.add(team.id);
  }
  return found;
}
