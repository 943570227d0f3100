import { type IsoDate, today } from "@/lib/format/date";
import { useSession } from "@/lib/session";
import { endOfDay } from "@/ui/day-bounds";
import { type InsightSearch, periodOf } from "./insight-search";
import type { Period } from "./period";

export interface Moment {
  /** Today in the company's zone. */
  today: IsoDate;
  /** The day from which "this quarter" is meant: today, or the day looked back to. */
  day: IsoDate;
  /** For the API; undefined: now. */
  asOf: string | undefined;
  /** Null: all time. */
  period: Period | null;
  fiscalYearStartMonth: number;
}

/** Which time the figures are about. Days are the company's, wherever the viewer is. */
export function useMoment(search: InsightSearch): Moment {
  const { company } = useSession();
  const now = today(company.timeZone);
  const past = search.asOf !== undefined && search.asOf < now;
  const day = past && search.asOf ? search.asOf : now;
  return {
    today: now,
    day,
    asOf: past ? endOfDay(day, company.timeZone) : undefined,
    period: periodOf(search, day, company.fiscalYearStartMonth),
    fiscalYearStartMonth: company.fiscalYearStartMonth,
  };
}
