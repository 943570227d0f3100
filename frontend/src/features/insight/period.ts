import { addDays, addMonths, daysBetween, endOfMonth, type IsoDate } from "@/lib/format/date";

/** From the first to the last day, both included, in the company's time zone. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

export type PeriodName =
  | "thisMonth"
  | "lastMonth"
  | "thisQuarter"
  | "lastQuarter"
  | "nextQuarter"
  | "thisYear"
  | "lastYear";

function firstOfMonth(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`;
}

function monthsFrom(from: IsoDate, months: number): Period {
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The months since the fiscal year began, from 0 to 11. */
function fiscalMonth(day: IsoDate, startMonth: number): number {
  return (Number(day.slice(5, 7)) - startMonth + 12) % 12;
}

/** The fiscal quarter in which a day lies, or one so many quarters later. */
export function fiscalQuarter(day: IsoDate, startMonth: number, offset = 0): Period {
  const into = fiscalMonth(day, startMonth) % 3;
  return monthsFrom(addMonths(firstOfMonth(day), offset * 3 - into), 3);
}

/** The fiscal year in which a day lies, or one so many years later. */
export function fiscalYear(day: IsoDate, startMonth: number, offset = 0): Period {
  return monthsFrom(addMonths(firstOfMonth(day), offset * 12 - fiscalMonth(day, startMonth)), 12);
}

/** The period of this name, seen from a day. `startMonth` begins the fiscal year, 1 is January. */
export function namedPeriod(name: PeriodName, day: IsoDate, startMonth: number): Period {
  switch (name) {
    case "thisMonth":
      return monthsFrom(firstOfMonth(day), 1);
    case "lastMonth":
      return monthsFrom(addMonths(firstOfMonth(day), -1), 1);
    case "thisQuarter":
      return fiscalQuarter(day, startMonth);
    case "lastQuarter":
      return fiscalQuarter(day, startMonth, -1);
    case "nextQuarter":
      return fiscalQuarter(day, startMonth, 1);
    case "thisYear":
      return fiscalYear(day, startMonth);
    case "lastYear":
      return fiscalYear(day, startMonth, -1);
  }
}

/** Targets exist for these periods only. */
export function isFiscalQuarter(period: Period, startMonth: number): boolean {
  const quarter = fiscalQuarter(period.from, startMonth);
  return quarter.from === period.from && quarter.to === period.to;
}

/** Which quarter of which fiscal year; a fiscal year is named after the calendar year in which it ends. */
export function quarterNumber(quarter: Period, startMonth: number): { year: number; quarter: number } {
  return {
    year: Number(fiscalYear(quarter.from, startMonth).to.slice(0, 4)),
    quarter: Math.floor(fiscalMonth(quarter.from, startMonth) / 3) + 1,
  };
}

/**
 * What a period is compared with: as many whole months before it, or as many days. While the period still runs, only
 * as much of the one before as has passed of this one, so that like is compared with like. Null before it began.
 */
export function periodBefore(period: Period, day: IsoDate): Period | null {
  if (day < period.from) return null;
  const before = wholePeriodBefore(period);
  if (day >= period.to) return before;
  const days = Math.min(daysBetween(period.from, day), daysBetween(before.from, before.to));
  return { from: before.from, to: addDays(before.from, days) };
}

function wholePeriodBefore({ from, to }: Period): Period {
  const end = addDays(from, -1);
  if (from === firstOfMonth(from) && to === endOfMonth(to)) {
    const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    const months = years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
    return { from: addMonths(from, -months), to: end };
  }
  return { from: addDays(end, -daysBetween(from, to)), to: end };
}

/** `Oct 1 – Dec 31, 2026`, `2026年10月1日至12月31日`. */
export function formatPeriod({ from, to }: Period, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    year: "numeric",
    month: language.startsWith("zh") ? "long" : "short",
    day: "numeric",
  });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}
