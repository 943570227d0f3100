import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ForecastFigure } from "@/gql/graphql";
import type { Forecast } from "./forecast-figures";
import { useFigureFormats } from "./use-figure-formats";

export type ForecastColumnId =
  | "target"
  | "closed"
  | "gap"
  | "coverage"
  | "commit"
  | "bestCase"
  | "pipeline"
  | "weighted"
  | "undated"
  | "expected"
  | "targetProbability";

export interface ForecastColumn {
  id: ForecastColumnId;
  label: string;
  text: (forecast: Forecast) => string;
  /** How it comes about, with the numbers that it comes from; or why it is missing. */
  formula: (forecast: Forecast) => string;
  /** Whose deals a click opens: `ALL` are those that the forecast counts. */
  figure: ForecastFigure | "ALL";
}

/** Every figure of a forecast, described once for the cards, the table and the drawer. */
export function useForecastColumns(isQuarter: boolean): Record<ForecastColumnId, ForecastColumn> {
  const { t } = useTranslation("insight");
  const formats = useFigureFormats();
  return useMemo(() => {
    const { money } = formats;
    const noTarget = isQuarter ? t("missing.target") : t("missing.quarter");
    const amount = (
      id: "closed" | "commit" | "bestCase" | "pipeline" | "weighted" | "undated",
      figure: ForecastFigure,
    ): ForecastColumn => ({
      id,
      label: t(`forecast.${id}`),
      text: (forecast) => money(forecast[id]),
      formula: () => t(`forecastFormula.${id}`),
      figure,
    });
    return {
      target: {
        id: "target",
        label: t("forecast.target"),
        text: (forecast) => money(forecast.target),
        formula: (forecast) => (forecast.target ? t("forecastFormula.target") : noTarget),
        figure: "ALL",
      },
      closed: amount("closed", "CLOSED"),
      gap: {
        id: "gap",
        label: t("forecast.gap"),
        text: (forecast) => money(forecast.gap),
        formula: ({ target, closed, gap }) =>
          target && gap
            ? t("forecastFormula.gap", { target: money(target), closed: money(closed) })
            : noTarget,
        figure: "CLOSED",
      },
      coverage: {
        id: "coverage",
        label: t("forecast.coverage"),
        text: (forecast) => formats.times(forecast.coverage),
        formula: ({ commit, bestCase, pipeline, gap, coverage }) => {
          if (!gap) return noTarget;
          if (coverage === null) return t("missing.coverage");
          return t("forecastFormula.coverage", {
            commit: money(commit),
            bestCase: money(bestCase),
            pipeline: money(pipeline),
            gap: money(gap),
          });
        },
        figure: "ALL",
      },
      commit: amount("commit", "COMMIT"),
      bestCase: amount("bestCase", "BEST_CASE"),
      pipeline: amount("pipeline", "PIPELINE"),
      weighted: amount("weighted", "WEIGHTED"),
      undated: amount("undated", "UNDATED"),
      expected: {
        id: "expected",
        label: t("forecast.expected"),
        text: (forecast) => money(forecast.expected),
        formula: ({ expected, low, high }) => {
          if (!expected) return t("missing.expected");
          const sum = t("forecastFormula.expected");
          if (!low || !high) return sum;
          return `${sum} ${t("forecastFormula.expectedRange", { low: money(low), high: money(high) })}`;
        },
        figure: "ALL",
      },
      targetProbability: {
        id: "targetProbability",
        label: t("forecast.targetProbability"),
        text: (forecast) => formats.rate(forecast.targetProbability),
        formula: ({ target, targetProbability }) => {
          if (!target) return noTarget;
          return targetProbability === null ? t("missing.expected") : t("forecastFormula.targetProbability");
        },
        figure: "ALL",
      },
    };
  }, [t, formats, isQuarter]);
}
