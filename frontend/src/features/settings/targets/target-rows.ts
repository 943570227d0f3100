import type { IsoDate } from "@/lib/format/date";
import type { Viewer } from "@/lib/session";
import type { Person, Team } from "../people/people";
import { teamTree } from "../people/team-tree";
import { targetReach } from "./target-reach";
import { cellKey, sumDecimals, type TargetSums, targetSums } from "./target-sums";
import type { Target } from "./targets";

export interface TargetRow {
  id: string;
  kind: "person" | "team";
  name: string;
  /** How many teams stand above it in the grid. */
  depth: number;
  /** Whether the viewer may set a target where there is none yet. */
  settable: boolean;
}

export interface TargetGridModel {
  rows: readonly TargetRow[];
  sums: TargetSums;
  /** What the rows come to, without counting anything twice; null where they are not all that there are. */
  total: ((quarter: IsoDate) => string | null) | null;
}

interface TargetRowsInput {
  viewer: Viewer;
  people: readonly Person[];
  teams: readonly Team[];
  targets: ReadonlyMap<string, Target>;
  quarters: readonly IsoDate[];
}

/** The teams and people whose targets the viewer may see, in the tree of teams, with their sums. */
export function targetRows({ viewer, people, teams, targets, quarters }: TargetRowsInput): TargetGridModel {
  const reach = targetReach(viewer, teams);
  // Who has left stays where there is still a target.
  const aims = (person: Person) =>
    person.active || quarters.some((quarter) => targets.get(cellKey(person.id, quarter))?.amount);
  const { branches, teamless } = teamTree(
    teams.filter((team) => reach.seesTeam(team.id)),
    people.filter((person) => reach.seesPerson(person) && aims(person)),
  );
  const personRow = (person: Person, depth: number): TargetRow => ({
    id: person.id,
    kind: "person",
    name: person.name,
    depth,
    settable: reach.setsPerson(person),
  });
  const rows = [
    ...branches.flatMap(({ team, depth, members }): TargetRow[] => [
      { id: team.id, kind: "team", name: team.name, depth, settable: reach.setsTeam(team.id) },
      ...members.map((person) => personRow(person, depth + 1)),
    ]),
    ...teamless.map((person) => personRow(person, 0)),
  ];
  const own = new Map(
    [...targets].flatMap(([key, target]) => (target.amount ? [[key, target.amount.base] as const] : [])),
  );
  const sums = targetSums(
    reach.seesWholeTeams ? branches : branches.map((branch) => ({ ...branch, members: [] })),
    own,
  );
  const total = (quarter: IsoDate) =>
    sumDecimals([
      ...branches.filter(({ depth }) => depth === 0).map(({ team }) => sums.ofTeam(team.id, quarter)),
      ...teamless.map((person) => own.get(cellKey(person.id, quarter)) ?? null),
    ]);
  return { rows, sums, total: reach.seesWholeTeams ? total : null };
}
