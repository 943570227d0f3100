import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import type { DealFilter } from "@/gql/graphql";
import type { MoneyValue } from "@/lib/format/money";

const StageAmounts = graphql(`
  query StageAmounts($pipelineId: ID!, $filter: DealFilter) {
    funnel(pipelineId: $pipelineId, filter: $filter) {
      pipeline { id stages { id kind } }
      stages {
        stage { id }
        amount { amount currency base }
      }
      wonAmount { amount currency base }
    }
  }
`);

/**
 * What the deals of each stage are worth together, by the stage's id; lost ones are worth nothing. Empty while a
 * search is on: the figures of the funnel know filters only.
 */
export function useStageAmounts(
  pipelineId: string,
  filter: DealFilter | undefined,
  search: string | undefined,
): ReadonlyMap<string, MoneyValue> {
  const [{ data }] = useQuery({
    query: StageAmounts,
    variables: { pipelineId, filter },
    pause: search !== undefined,
  });
  const funnel = search === undefined ? data?.funnel : undefined;
  return useMemo(() => {
    if (!funnel) return new Map();
    const won = funnel.pipeline.stages.filter((stage) => stage.kind === "WON");
    return new Map([
      ...funnel.stages.map(({ stage, amount }) => [stage.id, amount] as const),
      // With several ways of winning, the sum of all of them belongs to no single column.
      ...(won.length === 1 ? won.map(({ id }) => [id, funnel.wonAmount] as const) : []),
    ]);
  }, [funnel]);
}
