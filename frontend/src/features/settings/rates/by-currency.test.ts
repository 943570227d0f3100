import { expect, test } from "vitest";
import { byCurrency } from "./by-currency";

const rate = (currency: string, date: string) => ({ id: `${currency} ${date}`, currency, date, rate: "7" });

test("the newest rate that has begun holds", () => {
  const [usd] = byCurrency(
    [rate("USD", "2026-01-01"), rate("USD", "2026-03-01"), rate("USD", "2026-05-01")],
    "2026-03-31",
  );
  expect(usd?.current.date).toBe("2026-03-01");
  expect(usd?.rates.map(({ date }) => date)).toEqual(["2026-05-01", "2026-03-01", "2026-01-01"]);
});

test("the first rate reaches back", () => {
  const groups = byCurrency([rate("USD", "2026-05-01"), rate("EUR", "2026-06-01")], "2026-01-01");
  expect(groups.map(({ currency, current }) => [currency, current.date])).toEqual([
    ["EUR", "2026-06-01"],
    ["USD", "2026-05-01"],
  ]);
});
