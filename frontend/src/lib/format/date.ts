/** A calendar day as the API writes it: `2026-03-31`. */
export type IsoDate = string;

/** The latest day of a date field: years have four digits, after which typing goes on to the next part. */
export const lastDay: IsoDate = "9999-12-31";

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const created = new Intl.DateTimeFormat(language, options);
  formatters.set(key, created);
  return created;
}

/** Days are counted in UTC, where each has 24 hours. */
function toUtc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtc(text).getTime());
}

/** The calendar day on which an instant falls in a time zone. */
export function dayOf(instant: Date, timeZone: string): IsoDate {
  const parts = formatter("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(instant);
}

/** Today in a time zone. */
export function today(timeZone: string): IsoDate {
  return dayOf(new Date(), timeZone);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(toUtc(date).getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** The same day some months later, or the last day of a month that is too short for it. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const start = toUtc(date);
  const day = start.getUTCDate();
  const moved = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved.toISOString().slice(0, 10);
}

export function endOfMonth(date: IsoDate): IsoDate {
  return addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / dayMs);
}

/** Monday is 1, Sunday 7. */
export function weekday(date: IsoDate): number {
  return toUtc(date).getUTCDay() || 7;
}

/** A day, with its year only where it is another than this one. */
export function formatDay(date: IsoDate, language: string, now: IsoDate): string {
  const sameYear = date.slice(0, 4) === now.slice(0, 4);
  return formatter(language, {
    timeZone: "UTC",
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(toUtc(date));
}

/** An instant with its time of day in the reader's zone. */
export function formatInstant(instant: string, language: string, timeZone: string): string {
  return formatter(language, {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(instant));
}

/** `yesterday`, `in 3 days`; for distances up to a week, else null. */
export function formatNearDay(date: IsoDate, language: string, now: IsoDate): string | null {
  const days = daysBetween(now, date);
  if (Math.abs(days) > 7) return null;
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
}
