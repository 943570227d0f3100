import { addDays, dayOf, type IsoDate } from "@/lib/format/date";

/**
 * The last millisecond of a day in a time zone, as the API takes instants. It is looked for, as a day may begin
 * at one o'clock or last 25 hours.
 */
export function endOfDay(day: IsoDate, timeZone: string): string {
  const next = addDays(day, 1);
  const nextUtc = Date.parse(`${next}T00:00:00Z`);
  const widestOffset = 15 * 3_600_000;
  let before = nextUtc - widestOffset;
  let after = nextUtc + widestOffset;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(new Date(middle), timeZone) < next) before = middle;
    else after = middle;
  }
  return new Date(before).toISOString();
}

/** The first millisecond of a day in a time zone. */
export function startOfDay(day: IsoDate, timeZone: string): string {
  return new Date(Date.parse(endOfDay(addDays(day, -1), timeZone)) + 1).toISOString();
}
