import type { IsoDate } from "@/lib/format/date";
import type { TeamBranch } from "../people/team-tree";

/** The exact sum of decimals; null of none. */
export function sumDecimals(decimals: readonly (string | null)[]): string | null {
  const present = decimals.filter((decimal) => decimal !== null);
  if (present.length === 0) return null;
  const scale = Math.max(...present.map((decimal) => (decimal.split(".")[1] ?? "").length));
  const units = present.reduce((sum, decimal) => {
    const [whole = "0", fraction = ""] = decimal.split(".");
    return sum + BigInt(whole + fraction.padEnd(scale, "0"));
  }, 0n);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? "-" : ""}${whole}${scale > 0 && fraction ? `.${fraction}` : ""}`;
}

/** Where the target of a person or team for a quarter stands. */
export function cellKey(ofId: string, quarter: IsoDate): string {
  return `${ofId} ${quarter}`;
}

type Branch = TeamBranch<{ id: string }, { id: string }>;

export interface TargetSums {
  /** What the targets of a team's members and of the teams right below it come to. */
  below: (teamId: string, quarter: IsoDate) => string | null;
  /** A team's own target, else what those below it come to. */
  ofTeam: (teamId: string, quarter: IsoDate) => string | null;
}

/**
 * The sums over a tree of teams, as `teamTree` gives it. `own` has the targets that were set, by `cellKey`, in the
 * base currency.
 */
export function targetSums(branches: readonly Branch[], own: ReadonlyMap<string, string>): TargetSums {
  const places = new Map(branches.map((branch, index) => [branch.team.id, index]));
  const childrenOf = (index: number): Branch[] => {
    const depth = branches[index]?.depth ?? 0;
    const rest = branches.slice(index + 1);
    const end = rest.findIndex((branch) => branch.depth <= depth);
    return (end === -1 ? rest : rest.slice(0, end)).filter((branch) => branch.depth === depth + 1);
  };
  const below = (teamId: string, quarter: IsoDate): string | null => {
    const index = places.get(teamId);
    const branch = index === undefined ? undefined : branches[index];
    if (index === undefined || !branch) return null;
    return sumDecimals([
      ...branch.members.map((member) => own.get(cellKey(member.id, quarter)) ?? null),
      ...childrenOf(index).map((child) => ofTeam(child.team.id, quarter)),
    ]);
  };
  const ofTeam = (teamId: string, quarter: IsoDate): string | null =>
    own.get(cellKey(teamId, quarter)) ?? below(teamId, quarter);
  return { below, ofTeam };
}
