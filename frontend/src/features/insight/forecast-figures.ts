import { graphql } from "@/gql";
import type { ForecastFigure, ForecastFiguresQuery } from "@/gql/graphql";
import type { Whose } from "./insight-search";
import type { Period } from "./period";

export const ForecastFigures = graphql(`
  query ForecastFigures($period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime) {
    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {
      target { amount currency }
      closed { amount currency }
      commit { amount currency }
      bestCase { amount currency }
      pipeline { amount currency }
      weighted { amount currency }
      undated { amount currency }
      expected { amount currency }
      low { amount currency }
      high { amount currency }
      gap { amount currency }
      coverage
      targetProbability
    }
  }
`);

export type Forecast = ForecastFiguresQuery["forecast"];

/** What a forecast is asked. */
export interface ForecastVariables {
  period: Period;
  ownerId: string | undefined;
  teamId: string | undefined;
  asOf: string | undefined;
}

export function forecastVariables(whose: Whose, period: Period, asOf: string | undefined): ForecastVariables {
  return {
    period,
    ownerId: whose && "person" in whose ? whose.person : undefined,
    teamId: whose && "team" in whose ? whose.team : undefined,
    asOf,
  };
}

/** The categories, from the surest to the least sure; together they are what the period can bring at most. */
export const categories = [
  { id: "closed", figure: "CLOSED" },
  { id: "commit", figure: "COMMIT" },
  { id: "bestCase", figure: "BEST_CASE" },
  { id: "pipeline", figure: "PIPELINE" },
] as const satisfies readonly { id: keyof Forecast; figure: ForecastFigure }[];

/** The part of the target that is closed; null without a target. For showing and drawing only. */
export function attainment({ target, closed }: Pick<Forecast, "target" | "closed">): number | null {
  const wanted = Number(target?.amount ?? 0);
  return wanted > 0 ? Number(closed.amount) / wanted : null;
}
