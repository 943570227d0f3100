import { Group, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isIsoDate } from "@/lib/format/date";
import type { InsightSearch, PeriodChoice } from "./insight-search";
import { formatPeriod } from "./period";
import type { Moment } from "./use-moment";

interface PeriodControlProps {
  choices: readonly PeriodChoice[];
  search: InsightSearch;
  moment: Moment;
  onChange: (search: Partial<InsightSearch>) => void;
}

/** Chooses a period by name, or from one day to another. */
export function PeriodControl({ choices, search, moment, onChange }: PeriodControlProps) {
  const { t, i18n } = useTranslation("insight");
  const chosen = search.period ?? "thisQuarter";
  const choose = (value: string | null) => {
    const period = choices.find((choice) => choice === value);
    if (!period) return;
    // A custom period begins as the one that was shown.
    const start = moment.period ?? { from: moment.day, to: moment.day };
    onChange(period === "custom" ? { period, ...start } : { period, from: undefined, to: undefined });
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        aria-label={t("period.label")}
        title={moment.period ? formatPeriod(moment.period, i18n.language) : undefined}
        data={choices.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={chosen}
        onChange={choose}
        allowDeselect={false}
        w={128}
      />
      {chosen === "custom" && moment.period && <DaysControl {...moment.period} onChange={onChange} />}
    </Group>
  );
}

interface DaysControlProps {
  from: string;
  to: string;
  onChange: (search: Partial<InsightSearch>) => void;
}

export function DaysControl({ from, to, onChange }: DaysControlProps) {
  const { t } = useTranslation("insight");
  return (
    <>
      <TextInput
        type="date"
        aria-label={t("period.from")}
        value={from}
        max={to}
        onChange={({ currentTarget: { value } }) => {
          if (isIsoDate(value)) onChange({ period: "custom", from: value, to: value > to ? value : to });
        }}
      />
      <TextInput
        type="date"
        aria-label={t("period.to")}
        value={to}
        min={from}
        onChange={({ currentTarget: { value } }) => {
          if (isIsoDate(value)) onChange({ period: "custom", from: value < from ? value : from, to: value });
        }}
      />
    </>
  );
}
