import type { MoneyValue } from "@/lib/format/money";

/** How a figure compares with the one before: a number of things, a share of it, points of a rate, or days. */
export type Change = { kind: "count" | "days" | "points"; by: number } | { kind: "share"; by: number };

/** Which direction is welcome; null: neither by itself. */
export type Welcome = "up" | "down" | null;

export function countChange(now: number, before: number | undefined): Change | null {
  return before === undefined || now === before ? null : { kind: "count", by: now - before };
}

/** Relative, and null where there was nothing to compare with. Only for showing: shares are not exact. */
export function moneyChange(now: MoneyValue, before: MoneyValue | undefined): Change | null {
  const base = Number(before?.amount ?? 0);
  const by = base === 0 ? 0 : (Number(now.amount) - base) / Math.abs(base);
  return Math.abs(by) < 0.0005 ? null : { kind: "share", by };
}

export function rateChange(now: string | null, before: string | null | undefined): Change | null {
  const by = difference(now, before) * 100;
  return Math.abs(by) < 0.05 ? null : { kind: "points", by };
}

export function daysChange(now: string | null, before: string | null | undefined): Change | null {
  const by = difference(now, before);
  return Math.abs(by) < 0.05 ? null : { kind: "days", by };
}

function difference(now: string | null, before: string | null | undefined): number {
  return now === null || before == null ? 0 : Number(now) - Number(before);
}
