import type { TFunction } from "i18next";
import { dayOf } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/money";
import { endOfDay, startOfDay } from "../day-bounds";
import type { RecordSource } from "../field/record-sources";
import type { ComparatorsAt, Condition, FilterPath } from "./conditions";

export interface Option {
  value: string;
  label: string;
}

interface FieldOf<Path extends string> {
  path: Path;
  label: string;
}

/** A field that lists can be filtered by, with what its value input needs. */
export type FilterField<Path extends string = string> = FieldOf<Path> &
  (
    | { kind: "text" | "money" | "number" | "date" | "instant" | "boolean" }
    | { kind: "choice"; options: readonly Option[] }
    | { kind: "record"; source: RecordSource }
  );

/** The kinds that a field with these comparators can be of. Days and instants are compared alike: the name tells. */
type KindOf<Path, Comparators> = "within" extends keyof Comparators
  ? Path extends `${string}At`
    ? "instant"
    : "date"
  : "contains" extends keyof Comparators
    ? "text"
    : Comparators extends { gt?: infer Value }
      ? NonNullable<Value> extends number
        ? "number"
        : "money"
      : Comparators extends { nin?: unknown }
        ? "choice" | "record"
        : "boolean";

/** Fields whose paths exist in the filter input of the record, each of a kind that the API can compare. */
export type FilterFieldsOf<Filter> = readonly {
  [Path in FilterPath<Filter>]: FilterField<Path> & { kind: KindOf<Path, ComparatorsAt<Filter, Path>> };
}[FilterPath<Filter>][];

/** The comparators that make sense for a kind of field, in the order of the menu. */
export const operatorsByKind = {
  text: ["contains", "startsWith", "eq", "ne", "isNull", "notNull"],
  money: ["gte", "lte", "eq", "isNull", "notNull"],
  number: ["gte", "lte", "eq", "ne", "isNull", "notNull"],
  date: ["within", "before", "after", "isNull", "notNull"],
  instant: ["within", "before", "after", "isNull", "notNull"],
  boolean: ["eq"],
  choice: ["in", "nin", "isNull", "notNull"],
  record: ["eq", "ne", "isNull", "notNull"],
} as const satisfies Record<FilterField["kind"], readonly string[]>;

export type Operator = (typeof operatorsByKind)[FilterField["kind"]][number];

/** Periods relative to today, by the names they have in the interface. */
export const periods = {
  currentWeek: { current: 0, unit: "WEEK" },
  currentMonth: { current: 0, unit: "MONTH" },
  currentQuarter: { current: 0, unit: "QUARTER" },
  currentYear: { current: 0, unit: "YEAR" },
  nextMonth: { current: 1, unit: "MONTH" },
  nextQuarter: { current: 1, unit: "QUARTER" },
  previousMonth: { current: -1, unit: "MONTH" },
  previousQuarter: { current: -1, unit: "QUARTER" },
  last7: { last: 7, unit: "DAY" },
  last30: { last: 30, unit: "DAY" },
  next7: { next: 7, unit: "DAY" },
  next30: { next: 30, unit: "DAY" },
} as const;

export type PeriodName = keyof typeof periods;
export const periodNames = Object.keys(periods) as PeriodName[];

export function periodName(value: unknown): PeriodName | null {
  const text = JSON.stringify(value);
  return periodNames.find((name) => JSON.stringify(periods[name]) === text) ?? null;
}

/** The comparators of dates are called before and after on screen, and emptiness has two names for one comparator. */
export function toCondition(path: string, operator: Operator, value: Condition["value"]): Condition {
  switch (operator) {
    case "before":
      return { path, operator: "lt", value };
    case "after":
      return { path, operator: "gt", value };
    case "isNull":
      return { path, operator: "isNull", value: true };
    case "notNull":
      return { path, operator: "isNull", value: false };
    default:
      return { path, operator, value };
  }
}

export function operatorOf(condition: Condition, kind: FilterField["kind"]): Operator | null {
  const { operator, value } = condition;
  if (operator === "isNull") return value === false ? "notNull" : "isNull";
  const dated = kind === "date" || kind === "instant";
  const shown = dated && operator === "lt" ? "before" : dated && operator === "gt" ? "after" : operator;
  return (operatorsByKind[kind] as readonly string[]).includes(shown) ? (shown as Operator) : null;
}

/** The day of a condition on an instant as the API takes it: before its beginning, after its end. */
export function withInstant(condition: Condition, kind: FilterField["kind"], timeZone: string): Condition {
  if (kind !== "instant" || typeof condition.value !== "string") return condition;
  const bound = condition.operator === "lt" ? startOfDay : endOfDay;
  return { ...condition, value: bound(condition.value, timeZone) };
}

/** A condition on an instant with the day that it means. */
export function withDay(condition: Condition, kind: FilterField["kind"], timeZone: string): Condition {
  if (kind !== "instant" || typeof condition.value !== "string") return condition;
  const instant = new Date(condition.value);
  return Number.isNaN(instant.getTime()) ? condition : { ...condition, value: dayOf(instant, timeZone) };
}

/** A condition as a sentence for its chip. `recordLabel` names a record by its id. */
export function describeCondition(
  condition: Condition,
  field: FilterField,
  t: TFunction,
  language: string,
  recordLabel: (id: string) => string,
): string {
  const operator = operatorOf(condition, field.kind);
  const name = operator ? t(`filter.op.${operator}`) : condition.operator;
  if (operator === "isNull" || operator === "notNull") return `${field.label} ${name}`;
  return `${field.label} ${name} ${describeValue(condition, field, t, language, recordLabel)}`;
}

function describeValue(
  { value }: Condition,
  field: FilterField,
  t: TFunction,
  language: string,
  recordLabel: (id: string) => string,
): string {
  if (Array.isArray(value)) {
    const labelOf = (one: string) =>
      field.kind === "choice" ? (field.options.find((option) => option.value === one)?.label ?? one) : one;
    return value.map(labelOf).join(", ");
  }
  if (field.kind === "record") return recordLabel(String(value));
  if (field.kind === "boolean") return t(value ? "filter.yes" : "filter.no");
  if (typeof value === "object") {
    const period = periodName(value);
    return period ? t(`filter.period.${period}`) : JSON.stringify(value);
  }
  if (field.kind === "money" || field.kind === "number") return formatNumber(String(value), language);
  return String(value);
}
