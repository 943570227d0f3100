import type { SalesTeamsQuery } from "@/gql/graphql";

export type Team = SalesTeamsQuery["teams"][number];

/** A team and all teams below it. */
export function subtree(teams: readonly Team[], id: string): Team[] {
  const own = teams.filter((team) => team.id === id);
  const below = teams.filter((team) => team.parent?.id === id && team.id !== id);
  return [...own, ...below.flatMap((team) => subtree(teams, team.id))];
}

/** Those of the teams that stand below none of the others. */
export function topmost(teams: readonly Team[]): Team[] {
  const ids = new Set(teams.map((team) => team.id));
  return teams.filter((team) => !team.parent || !ids.has(team.parent.id));
}

/** The teams whose figures a person may ask for: administrators all, managers those that they lead and those below. */
export function visibleTeams(
  teams: readonly Team[],
  viewer: { id: string; roleKey: string | null },
): readonly Team[] {
  if (viewer.roleKey === "administrator") return teams;
  if (viewer.roleKey !== "manager") return [];
  const led = teams.filter((team) => team.manager?.id === viewer.id);
  const seen = new Set(led.flatMap((team) => subtree(teams, team.id).map(({ id }) => id)));
  return teams.filter((team) => seen.has(team.id));
}
