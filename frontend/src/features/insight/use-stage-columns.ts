import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FunnelStageFigure } from "@/gql/graphql";
import { type Change, countChange, daysChange, moneyChange, rateChange, type Welcome } from "./change";
import type { FunnelStage } from "./funnel-figures";
import type { FunnelMeasure } from "./insight-search";
import { useFigureFormats } from "./use-figure-formats";

export interface StageColumn {
  id: string;
  label: string;
  formula: string;
  /** Whose deals a click opens. */
  figure: FunnelStageFigure;
  text: (stage: FunnelStage) => string;
  change: (now: FunnelStage, before: FunnelStage | undefined) => Change | null;
  welcome: Welcome;
  /** The shape of the funnel that this column is drawn as. */
  measure?: FunnelMeasure;
}

/** Everything that is known of a stage, described once for the table, the phone and the drawer. */
export function useStageColumns(): readonly StageColumn[] {
  const { t } = useTranslation("insight");
  const formats = useFigureFormats();
  return useMemo(() => {
    const column = (id: ColumnId, rest: Omit<StageColumn, "id" | "label" | "formula">): StageColumn => ({
      id,
      label: t(`column.${id}`),
      formula: t(`columnFormula.${id}`),
      ...rest,
    });
    return [
      column("count", {
        figure: "OPEN",
        text: (stage) => formats.count(stage.count),
        change: (now, before) => countChange(now.count, before?.count),
        welcome: null,
        measure: "count",
      }),
      column("amount", {
        figure: "OPEN",
        text: (stage) => formats.money(stage.amount),
        change: (now, before) => moneyChange(now.amount, before?.amount),
        welcome: null,
        measure: "amount",
      }),
      column("weightedAmount", {
        figure: "OPEN",
        text: (stage) => formats.money(stage.weightedAmount),
        change: (now, before) => moneyChange(now.weightedAmount, before?.weightedAmount),
        welcome: null,
      }),
      column("entered", {
        figure: "ENTERED",
        text: (stage) => formats.count(stage.entered),
        change: (now, before) => countChange(now.entered, before?.entered),
        welcome: "up",
        measure: "entered",
      }),
      column("left", {
        figure: "LEFT",
        text: (stage) => formats.count(stage.left),
        change: (now, before) => countChange(now.left, before?.left),
        welcome: null,
      }),
      column("advanced", {
        figure: "ADVANCED",
        text: (stage) => formats.count(stage.advanced),
        change: (now, before) => countChange(now.advanced, before?.advanced),
        welcome: "up",
      }),
      column("conversionRate", {
        figure: "LEFT",
        text: (stage) => formats.rate(stage.conversionRate),
        change: (now, before) => rateChange(now.conversionRate, before?.conversionRate),
        welcome: "up",
      }),
      column("medianDays", {
        figure: "LEFT",
        text: (stage) => formats.days(stage.medianDays),
        change: (now, before) => daysChange(now.medianDays, before?.medianDays),
        welcome: "down",
      }),
      column("p90Days", {
        figure: "LEFT",
        text: (stage) => formats.days(stage.p90Days),
        change: (now, before) => daysChange(now.p90Days, before?.p90Days),
        welcome: "down",
      }),
    ];
  }, [t, formats]);
}

type ColumnId =
  | "count"
  | "amount"
  | "weightedAmount"
  | "entered"
  | "left"
  | "advanced"
  | "conversionRate"
  | "medianDays"
  | "p90Days";
