import type { DealOrderField } from "@/gql/graphql";
import { type FilterPart, parseParts } from "@/ui/filter/conditions";
import { type ColumnLayout, parseSort } from "@/ui/table/columns";

/** All that a list of deals can be asked, as it stands in the URL. */
export interface DealSearch {
  view?: "board" | "table";
  pipeline?: string;
  filter?: FilterPart[];
  search?: string;
  /** An order field, with `-` before it for descending. */
  sort?: string;
  /** The columns of the table, from left to right. */
  columns?: string[];
  widths?: Record<string, number>;
  /** The dialog for a new deal is open. */
  create?: boolean;
}

export const dealOrderFields = [
  "NAME",
  "AMOUNT",
  "EXPECTED_CLOSE_DATE",
  "CLOSED_DATE",
  "CATEGORY",
  "SOURCE",
  "STAGE_ENTERED_DATE",
  "CREATED_AT",
  "UPDATED_AT",
  "ACCOUNT_NAME",
  "OWNER_NAME",
  "STAGE_POSITION",
] as const satisfies readonly DealOrderField[];

/** What the table shows unless someone chose otherwise; the name is what leads to the deal. */
export const defaultColumns = [
  "name",
  "account",
  "stage",
  "amount",
  "expectedCloseDate",
  "nextTask",
] as const;

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function widths(value: unknown): Record<string, number> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Reads the URL, dropping what makes no sense, so that an old link still opens a list. */
export function parseDealSearch(raw: Record<string, unknown>): DealSearch {
  const columns = Array.isArray(raw.columns)
    ? raw.columns.filter((id): id is string => typeof id === "string")
    : [];
  const search: DealSearch = {
    view: raw.view === "table" || raw.view === "board" ? raw.view : undefined,
    pipeline: text(raw.pipeline),
    filter: parseParts(raw.filter),
    search: text(raw.search),
    sort: parseSort(raw.sort, dealOrderFields) ? text(raw.sort) : undefined,
    columns: columns.length > 0 ? columns : undefined,
    widths: widths(raw.widths),
    create: raw.create === true ? true : undefined,
  };
  // Absent, not undefined, so that the URL says only what was chosen.
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

export function columnLayout(search: DealSearch): ColumnLayout {
  return { order: search.columns ?? defaultColumns, widths: search.widths ?? {} };
}
