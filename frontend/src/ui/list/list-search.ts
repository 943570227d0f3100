import { type FilterPart, parseParts } from "../filter/conditions";
import { type ColumnLayout, parseSort } from "../table/columns";

/** What every list can be asked, as it stands in the URL; a list with more to ask extends it. */
export interface ListSearch {
  filter?: FilterPart[];
  search?: string;
  /** An order field, with `-` before it for descending. */
  sort?: string;
  /** The columns of the table, from left to right. */
  columns?: string[];
  widths?: Record<string, number>;
}

/** A change of the URL: what is undefined leaves it. */
export type SearchChange<Search> = { [Key in keyof Search]?: Search[Key] | undefined };

export function searchText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function parseWidths(value: unknown): Record<string, number> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Absent, not undefined, so that the URL says only what was chosen. */
export function withoutAbsent<Search extends object>(search: SearchChange<Search>): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}

/** Reads the URL, dropping what makes no sense, so that an old link still opens a list. */
export function parseListSearch(raw: Record<string, unknown>, orderFields: readonly string[]): ListSearch {
  const columns = Array.isArray(raw.columns)
    ? raw.columns.filter((id): id is string => typeof id === "string")
    : [];
  return withoutAbsent<ListSearch>({
    filter: parseParts(raw.filter),
    search: searchText(raw.search),
    sort: parseSort(raw.sort, orderFields) ? searchText(raw.sort) : undefined,
    columns: columns.length > 0 ? columns : undefined,
    widths: parseWidths(raw.widths),
  });
}

export function columnLayout(search: ListSearch, defaults: readonly string[]): ColumnLayout {
  return { order: search.columns ?? defaults, widths: search.widths ?? {} };
}
