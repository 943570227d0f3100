import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { useSession } from "@/lib/session";
import type { Whose } from "./insight-search";
import { subtree, type Team, topmost, visibleTeams } from "./team-tree";

const SalesTeams = graphql(`
  query SalesTeams($withTeamless: Boolean!) {
    teams {
      id
      name
      parent { id }
      manager { id }
      members { id name active }
    }
    users(first: 200, filter: { active: { eq: true }, teamId: { isNull: true } }) @include(if: $withTeamless) {
      nodes { id name }
    }
  }
`);

export interface Person {
  id: string;
  name: string;
}

/** Those whose figures the viewer may ask for. */
export interface People {
  loading: boolean;
  failed: boolean;
  retry: () => void;
  teams: readonly Team[];
  persons: readonly Person[];
  /** The rows that a figure of these falls into: the teams right below, and the people. */
  partsOf: (whose: Whose) => { teams: readonly Team[]; persons: readonly Person[] };
}

const nobody = { teams: [], persons: [] };

function activeMembers(team: Team): Person[] {
  return team.members.filter((member) => member.active).map(({ id, name }) => ({ id, name }));
}

export function usePeople(): People {
  const { viewer } = useSession();
  const [{ data, error }, refetch] = useQuery({
    query: SalesTeams,
    variables: { withTeamless: viewer.roleKey === "administrator" },
  });
  return useMemo(() => {
    const teams = visibleTeams(data?.teams ?? [], viewer);
    const teamless = (data?.users?.nodes ?? []).map(({ id, name }) => ({ id, name }));
    const persons = [...teams.flatMap(activeMembers), ...teamless];
    const below = (team: Team) => ({
      teams: teams.filter((other) => other.parent?.id === team.id),
      persons: activeMembers(team),
    });
    return {
      loading: !data && !error,
      failed: Boolean(error && !data),
      retry: () => refetch({ requestPolicy: "network-only" }),
      teams,
      persons,
      partsOf: (whose) => {
        if (whose && "person" in whose) return nobody;
        if (whose) {
          const team = teams.find((candidate) => candidate.id === whose.team);
          return team ? below(team) : nobody;
        }
        const roots = topmost(teams);
        const [only] = roots;
        // A single team at the top would be one row with the sums again.
        if (only && roots.length === 1 && teamless.length === 0) return below(only);
        return { teams: roots, persons: teamless };
      },
    };
  }, [data, error, refetch, viewer]);
}

/** The condition on deals; for a team with all teams below it. */
export function whoseFilter(whose: Whose, teams: readonly Team[]) {
  if (!whose) return undefined;
  if ("person" in whose) return { ownerId: { eq: whose.person } };
  const ids = subtree(teams, whose.team).map((team) => team.id);
  return { owner: { teamId: { in: ids.length > 0 ? ids : [whose.team] } } };
}
