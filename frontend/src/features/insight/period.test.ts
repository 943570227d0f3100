import { describe, expect, test } from "vitest";
import {
  fiscalQuarter,
  isFiscalQuarter,
  namedPeriod,
  type PeriodName,
  periodBefore,
  quarterNumber,
} from "./period";

describe("named periods", () => {
  const named: [PeriodName, string, string][] = [
    ["thisMonth", "2026-02-01", "2026-02-28"],
    ["lastMonth", "2026-01-01", "2026-01-31"],
    ["thisQuarter", "2026-01-01", "2026-03-31"],
    ["lastQuarter", "2025-10-01", "2025-12-31"],
    ["nextQuarter", "2026-04-01", "2026-06-30"],
    ["thisYear", "2026-01-01", "2026-12-31"],
    ["lastYear", "2025-01-01", "2025-12-31"],
  ];
  test.each(named)("%s in a calendar year", (name, from, to) => {
    expect(namedPeriod(name, "2026-02-28", 1)).toEqual({ from, to });
  });

  test("quarters and years follow a fiscal year that begins in February", () => {
    expect(fiscalQuarter("2026-01-31", 2)).toEqual({ from: "2025-11-01", to: "2026-01-31" });
    expect(fiscalQuarter("2026-02-01", 2)).toEqual({ from: "2026-02-01", to: "2026-04-30" });
    expect(namedPeriod("thisYear", "2026-01-31", 2)).toEqual({ from: "2025-02-01", to: "2026-01-31" });
    expect(namedPeriod("lastQuarter", "2024-05-31", 2)).toEqual({ from: "2024-02-01", to: "2024-04-30" });
  });

  test("a leap day ends its month", () => {
    expect(namedPeriod("lastMonth", "2024-03-31", 1)).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  });
});

describe("fiscal quarters", () => {
  test("only whole ones of the fiscal year have targets", () => {
    expect(isFiscalQuarter({ from: "2026-04-01", to: "2026-06-30" }, 1)).toBe(true);
    expect(isFiscalQuarter({ from: "2026-04-01", to: "2026-06-30" }, 2)).toBe(false);
    expect(isFiscalQuarter({ from: "2026-04-01", to: "2026-06-29" }, 1)).toBe(false);
    expect(isFiscalQuarter({ from: "2026-05-01", to: "2026-06-30" }, 1)).toBe(false);
  });

  test("a fiscal year has the name of the year in which it ends", () => {
    expect(quarterNumber({ from: "2026-10-01", to: "2026-12-31" }, 1)).toEqual({ year: 2026, quarter: 4 });
    expect(quarterNumber({ from: "2026-10-01", to: "2026-12-31" }, 7)).toEqual({ year: 2027, quarter: 2 });
    expect(quarterNumber({ from: "2026-04-01", to: "2026-06-30" }, 4)).toEqual({ year: 2027, quarter: 1 });
  });
});

describe("the period before", () => {
  const quarter = { from: "2026-01-01", to: "2026-03-31" };

  test("of a finished period is whole, although months differ in length", () => {
    expect(periodBefore(quarter, "2026-03-31")).toEqual({ from: "2025-10-01", to: "2025-12-31" });
    expect(periodBefore({ from: "2026-03-01", to: "2026-03-31" }, "2026-07-01")).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
    });
  });

  test("of a running period goes as far as this one has come", () => {
    expect(periodBefore(quarter, "2026-01-01")).toEqual({ from: "2025-10-01", to: "2025-10-01" });
    expect(periodBefore(quarter, "2026-02-10")).toEqual({ from: "2025-10-01", to: "2025-11-10" });
    expect(periodBefore({ from: "2026-03-01", to: "2026-03-31" }, "2026-03-30")).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
    });
  });

  test("of days that are no months has as many days", () => {
    expect(periodBefore({ from: "2026-03-10", to: "2026-03-16" }, "2026-04-01")).toEqual({
      from: "2026-03-03",
      to: "2026-03-09",
    });
  });

  test("of one that has not begun is nothing", () => {
    expect(periodBefore(quarter, "2025-12-31")).toBeNull();
  });
});
