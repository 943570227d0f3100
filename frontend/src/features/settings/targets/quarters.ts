import { addDays, addMonths, type IsoDate } from "@/lib/format/date";

/** The calendar year in which the fiscal year of that day begins; `startMonth` is its first month, 1 to 12. */
export function fiscalYearOf(day: IsoDate, startMonth: number): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month >= startMonth ? year : year - 1;
}

/** The first days of the four quarters of the fiscal year that begins in that calendar year. */
export function quartersOf(year: number, startMonth: number): IsoDate[] {
  const first = `${String(year).padStart(4, "0")}-${String(startMonth).padStart(2, "0")}-01`;
  return [0, 3, 6, 9].map((months) => addMonths(first, months));
}

/** `2026`, or `2026/27` where the fiscal year ends in the next calendar year. */
export function fiscalYearName(year: number, startMonth: number): string {
  return startMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** The months of a quarter: `Jan – Mar`. */
export function quarterMonths(start: IsoDate, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
  return format.formatRange(new Date(start), new Date(addDays(addMonths(start, 3), -1)));
}
