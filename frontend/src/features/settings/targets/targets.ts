import { useCallback, useEffect, useMemo, useState } from "react";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { SettingsTargetsQuery, TargetSettingsFragment } from "@/gql/graphql";
import type { IsoDate } from "@/lib/format/date";
import { useMutate } from "@/lib/graphql/mutate";
import { usePages } from "@/lib/graphql/pages";
import { cellKey } from "./target-sums";

const TargetSettings = graphql(`
  fragment TargetSettings on Target {
    id
    version
    quarterStart
    amount { amount currency base }
    owner { id }
    team { id }
    viewerCan
  }
`);

const SettingsTargets = graphql(`
  query SettingsTargets($from: Date!, $to: Date!, $after: String) {
    targets(first: 200, after: $after, filter: { quarterStart: { gte: $from, lte: $to } }) {
      nodes { id ...TargetSettings }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const SetTarget = graphql(`
  mutation SetTarget($input: SetTargetInput!) {
    setTarget(input: $input) {
      target { id ...TargetSettings }
      userErrors { code path message }
    }
  }
`);

export type Target = TargetSettingsFragment;

const connection = (data: SettingsTargetsQuery) => data.targets;

/** Whose target, for which quarter. */
export interface TargetPlace {
  ofId: string;
  kind: "person" | "team";
  quarter: IsoDate;
}

/** The targets of a fiscal year by their places, and how one is set. */
export function useTargets(quarters: readonly IsoDate[], currency: string) {
  const [from = "", to = from] = [quarters[0], quarters.at(-1)];
  const pages = usePages(SettingsTargets, { from, to }, connection);
  const { rows, hasMore, stale, error, loadMore } = pages;
  useEffect(() => {
    if (hasMore && !stale && !error) loadMore();
  }, [hasMore, stale, error, loadMore]);

  // A new target comes into the list a moment after it was set; until then it is shown from the answer.
  const [written, setWritten] = useState<readonly FragmentType<typeof TargetSettings>[]>([]);
  const targets = useMemo(
    () =>
      new Map(
        [...written, ...rows].map((masked) => {
          const target = readFragment(TargetSettings, masked);
          return [cellKey(target.owner?.id ?? target.team?.id ?? "", target.quarterStart), target];
        }),
      ),
    [written, rows],
  );

  const mutate = useMutate(SetTarget);
  /** Null takes the target back. The answer is why it was refused, empty if a notification tells; null if it was done. */
  const setTarget = useCallback(
    async ({ ofId, kind, quarter }: TargetPlace, amount: string | null): Promise<string | null> => {
      const outcome = await mutate({
        input: {
          ...(kind === "person" ? { ownerId: ofId } : { teamId: ofId }),
          quarterStart: quarter,
          amount: amount === null ? null : { amount, currency },
        },
      });
      if (outcome.kind === "failed") return "";
      if (outcome.kind === "refused") return outcome.userErrors.map((refusal) => refusal.message).join(" ");
      const { target } = outcome.payload;
      if (target) setWritten((known) => [...known, target]);
      return null;
    },
    [mutate, currency],
  );
  return {
    targets,
    loading: pages.loading,
    failed: error !== null && rows.length === 0,
    retry: pages.retry,
    setTarget,
  };
}
