import type { ReactNode } from "react";

export interface RecordColumn<Row> {
  id: string;
  label: string;
  /** In pixels, until someone drags the edge. */
  width: number;
  align?: "right";
  /** The field of the record's order enum; absent where the API cannot sort. */
  sortField?: string;
  cell: (row: Row) => ReactNode;
}

/** What someone made of the columns. It lives in the URL and, later, in saved views. */
export interface ColumnLayout {
  /** The ids of the columns shown, from left to right. */
  order: readonly string[];
  widths: Readonly<Record<string, number>>;
}

export interface Sort {
  field: string;
  direction: "ASC" | "DESC";
}

export function formatSort({ field, direction }: Sort): string {
  return `${direction === "DESC" ? "-" : ""}${field}`;
}

/** A sort order as it stands in a URL: `AMOUNT`, `-AMOUNT`. Null unless the field can be sorted by. */
export function parseSort<Field extends string>(
  text: unknown,
  fields: readonly Field[],
): { field: Field; direction: "ASC" | "DESC" } | null {
  if (typeof text !== "string") return null;
  const field = fields.find((candidate) => candidate === text.replace(/^-/, ""));
  return field ? { field, direction: text.startsWith("-") ? "DESC" : "ASC" } : null;
}

/** Ascending, then descending, then the list's own order again. */
export function nextSort(current: Sort | null, field: string): Sort | null {
  if (current?.field !== field) return { field, direction: "ASC" };
  return current.direction === "ASC" ? { field, direction: "DESC" } : null;
}

export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= order.length) return [...order];
  return order.toSpliced(from, 1).toSpliced(to, 0, id);
}
