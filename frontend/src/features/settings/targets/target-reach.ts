import { withTeamsBelow } from "../people/team-tree";

interface TeamLike {
  id: string;
  name: string;
  parent: { id: string } | null;
  manager: { id: string } | null;
}

interface PersonLike {
  id: string;
  team: { id: string } | null;
}

interface ViewerLike extends PersonLike {
  roleKey: string | null;
}

export interface TargetReach {
  /** Whether the targets seen below a team are all that there are, so that their sum means something. */
  seesWholeTeams: boolean;
  seesTeam: (id: string) => boolean;
  seesPerson: (person: PersonLike) => boolean;
  setsTeam: (id: string) => boolean;
  setsPerson: (person: PersonLike) => boolean;
}

/**
 * For whom the viewer may see targets, and set them where there are none yet: existing ones say so themselves. An
 * administrator's reach is everyone; a manager sees the teams led and all below, and sets what is below but not the
 * own; others see the own target and the own team's. The server has the last word.
 */
export function targetReach(viewer: ViewerLike, teams: readonly TeamLike[]): TargetReach {
  if (viewer.roleKey === "administrator") {
    const always = () => true;
    return {
      seesWholeTeams: true,
      seesTeam: always,
      seesPerson: always,
      setsTeam: always,
      setsPerson: always,
    };
  }
  const isManager = viewer.roleKey === "manager";
  const led = new Set(viewer.team ? [viewer.team.id] : []);
  if (isManager) for (const team of teams) if (team.manager?.id === viewer.id) led.add(team.id);
  const seen = isManager ? withTeamsBelow(teams, led) : led;
  const isBelow = (person: PersonLike) =>
    isManager && person.id !== viewer.id && person.team !== null && seen.has(person.team.id);
  return {
    seesWholeTeams: isManager,
    seesTeam: (id) => seen.has(id),
    seesPerson: (person) => person.id === viewer.id || isBelow(person),
    setsTeam: (id) => isManager && seen.has(id) && !led.has(id),
    setsPerson: isBelow,
  };
}
