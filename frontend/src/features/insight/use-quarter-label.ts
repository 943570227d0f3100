import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type Period, quarterNumber } from "./period";

/** How a quarter is called: by the calendar, or by a fiscal year that begins in this month (1 is January). */
export function useQuarterLabel(startMonth: number): (quarter: Period) => string {
  const { t } = useTranslation("insight");
  return useCallback(
    (quarter) =>
      t(startMonth === 1 ? "quarter.calendar" : "quarter.fiscal", quarterNumber(quarter, startMonth)),
    [t, startMonth],
  );
}
