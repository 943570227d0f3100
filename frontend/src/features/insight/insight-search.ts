import type { ForecastFigure, FunnelFigure, FunnelStageFigure } from "@/gql/graphql";
import { type IsoDate, isIsoDate } from "@/lib/format/date";
import { namedPeriod, type Period, type PeriodName } from "./period";

/** Whose deals count: a team's with those below it, a person's, or else all that the viewer may see. */
export type Whose = { team: string } | { person: string } | null;

/** What both pages can be asked, as it stands in the URL. */
export interface InsightSearch {
  team?: string;
  person?: string;
  /** The figures as they were at the end of this day; absent: now. */
  asOf?: IsoDate;
  /** `custom` takes `from` and `to`; absent: this quarter. */
  period?: PeriodChoice;
  from?: IsoDate;
  to?: IsoDate;
}

export const funnelMeasures = ["entered", "count", "amount"] as const;
export type FunnelMeasure = (typeof funnelMeasures)[number];

export interface FunnelSearch extends InsightSearch {
  pipeline?: string;
  measure?: FunnelMeasure;
  stage?: string;
  figure?: FunnelStageFigure | FunnelFigure;
}

export interface ForecastSearch extends InsightSearch {
  /** The figure whose deals are open. */
  figure?: ForecastFigure | "ALL";
  /** The row of the table that the figure stands in, absent for the whole. */
  rowTeam?: string;
  rowPerson?: string;
}

export type PeriodChoice = PeriodName | "allTime" | "custom";

const stageFigures = ["OPEN", "ENTERED", "LEFT", "ADVANCED"] as const satisfies FunnelStageFigure[];
const funnelFigures = ["WON", "LOST", "CLOSED"] as const satisfies FunnelFigure[];
const forecastFigures = [
  "ALL",
  "CLOSED",
  "COMMIT",
  "BEST_CASE",
  "PIPELINE",
  "WEIGHTED",
  "UNDATED",
] as const satisfies (ForecastFigure | "ALL")[];

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function day(value: unknown): IsoDate | undefined {
  return typeof value === "string" && isIsoDate(value) ? value : undefined;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((candidate) => candidate === value);
}

/** Absent, not undefined, so that the URL says only what was chosen. */
function compact<Search extends object>(search: { [Key in keyof Search]: Search[Key] | undefined }): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}

export const funnelPeriods = [
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "lastYear",
  "allTime",
  "custom",
] as const;
export const forecastPeriods = ["lastQuarter", "thisQuarter", "nextQuarter", "custom"] as const;

function parseShared(raw: Record<string, unknown>, periods: readonly PeriodChoice[]) {
  const team = text(raw.team);
  const from = day(raw.from);
  const to = day(raw.to);
  const ordered = from !== undefined && to !== undefined && from <= to;
  const period = oneOf(periods, raw.period);
  const custom = period === "custom" && ordered;
  return {
    team,
    person: team ? undefined : text(raw.person),
    asOf: day(raw.asOf),
    period: period === "custom" && !ordered ? undefined : period,
    from: custom ? from : undefined,
    to: custom ? to : undefined,
  };
}

/** Reads the URL, dropping what makes no sense, so that an old link still opens a page. */
export function parseFunnelSearch(raw: Record<string, unknown>): FunnelSearch {
  const stage = text(raw.stage);
  return compact<FunnelSearch>({
    ...parseShared(raw, funnelPeriods),
    pipeline: text(raw.pipeline),
    measure: oneOf(funnelMeasures, raw.measure),
    stage,
    figure: oneOf<FunnelStageFigure | FunnelFigure>(
      stage ? stageFigures : [...funnelFigures, "OPEN"],
      raw.figure,
    ),
  });
}

export function parseForecastSearch(raw: Record<string, unknown>): ForecastSearch {
  return compact<ForecastSearch>({
    ...parseShared(raw, forecastPeriods),
    figure: oneOf(forecastFigures, raw.figure),
    rowTeam: text(raw.rowTeam),
    rowPerson: text(raw.rowPerson),
  });
}

export function whoseOf(search: { team?: string | undefined; person?: string | undefined }): Whose {
  if (search.team) return { team: search.team };
  return search.person ? { person: search.person } : null;
}

/** The period asked for, seen from a day; null is all time. */
export function periodOf(search: InsightSearch, day: IsoDate, startMonth: number): Period | null {
  const { period = "thisQuarter", from, to } = search;
  if (period === "allTime") return null;
  if (period === "custom") return from && to ? { from, to } : namedPeriod("thisQuarter", day, startMonth);
  return namedPeriod(period, day, startMonth);
}
