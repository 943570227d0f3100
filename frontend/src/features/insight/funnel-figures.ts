import { graphql } from "@/gql";
import type { FunnelFiguresQuery } from "@/gql/graphql";
import type { MoneyValue } from "@/lib/format/money";
import { addDecimals } from "@/lib/format/money";

export const FunnelFigures = graphql(`
  query FunnelFigures($pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {
    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {
      stages {
        stage { id label }
        count
        amount { amount currency }
        weightedAmount { amount currency }
        entered
        left
        advanced
        conversionRate
        medianDays
        p90Days
      }
      wonCount
      lostCount
      wonAmount { amount currency }
      winRate
    }
  }
`);

export type Funnel = FunnelFiguresQuery["funnel"];
export type FunnelStage = Funnel["stages"][number];

export interface FunnelTotals {
  count: number;
  amount: MoneyValue;
  weightedAmount: MoneyValue;
}

/** The open deals of all stages together. Amounts are in the company's currency, so they add up. */
export function funnelTotals({ stages, wonAmount }: Funnel): FunnelTotals {
  const sum = (pick: (stage: FunnelStage) => MoneyValue) => ({
    amount: stages.reduce((total, stage) => addDecimals(total, pick(stage).amount), "0"),
    currency: wonAmount.currency,
  });
  return {
    count: stages.reduce((total, stage) => total + stage.count, 0),
    amount: sum((stage) => stage.amount),
    weightedAmount: sum((stage) => stage.weightedAmount),
  };
}
