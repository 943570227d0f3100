import { Group, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { forecastPeriods, type InsightSearch } from "./insight-search";
import { DaysControl } from "./PeriodControl";
import { namedPeriod } from "./period";
import type { Moment } from "./use-moment";
import { useQuarterLabel } from "./use-quarter-label";

interface QuarterControlProps {
  search: InsightSearch;
  moment: Moment;
  onChange: (search: Partial<InsightSearch>) => void;
}

/** The fiscal quarters around today by name, or other days. */
export function QuarterControl({ search, moment, onChange }: QuarterControlProps) {
  const { t } = useTranslation("insight");
  const quarterLabel = useQuarterLabel(moment.fiscalYearStartMonth);
  const chosen = search.period ?? "thisQuarter";
  const labelOf = (period: (typeof forecastPeriods)[number]) => {
    if (period === "custom") return t("period.custom");
    return quarterLabel(namedPeriod(period, moment.day, moment.fiscalYearStartMonth));
  };
  const choose = (value: string) => {
    const period = forecastPeriods.find((known) => known === value);
    onChange(
      period === "custom" && moment.period
        ? { period, ...moment.period }
        : { period, from: undefined, to: undefined },
    );
  };
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t("period.label")}
        value={chosen}
        onChange={choose}
        data={forecastPeriods.map((value) => ({ value, label: labelOf(value) }))}
      />
      {chosen === "custom" && moment.period && <DaysControl {...moment.period} onChange={onChange} />}
    </Group>
  );
}
