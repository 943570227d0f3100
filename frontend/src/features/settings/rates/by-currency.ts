import type { IsoDate } from "@/lib/format/date";

export interface Rate {
  id: string;
  currency: string;
  date: IsoDate;
  rate: string;
}

export interface CurrencyRates<R extends Rate> {
  currency: string;
  /** The one that holds on the day: the newest that has begun, else the first, which reaches back. */
  current: R;
  /** The newest first. */
  rates: readonly R[];
}

/** The rates of each currency, and which of them holds on that day. */
export function byCurrency<R extends Rate>(rates: readonly R[], day: IsoDate): CurrencyRates<R>[] {
  const groups = Map.groupBy(rates, (rate) => rate.currency);
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([currency, unsorted]) => {
      const sorted = unsorted.toSorted((left, right) => (left.date < right.date ? 1 : -1));
      const current = sorted.find((rate) => rate.date <= day) ?? sorted.at(-1);
      return current ? [{ currency, current, rates: sorted }] : [];
    });
}
