import { expect, test } from "vitest";
import { fiscalYearName, fiscalYearOf, quartersOf } from "./quarters";

test("a fiscal year has the name of the year in which it begins", () => {
  expect(fiscalYearOf("2026-03-31", 4)).toBe(2025);
  expect(fiscalYearOf("2026-04-01", 4)).toBe(2026);
  expect(fiscalYearOf("2026-12-31", 1)).toBe(2026);
  expect(fiscalYearName(2026, 1)).toBe("2026");
  expect(fiscalYearName(2099, 4)).toBe("2099/00");
});

test("quarters begin with the fiscal year", () => {
  expect(quartersOf(2026, 1)).toEqual(["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]);
  expect(quartersOf(2025, 11)).toEqual(["2025-11-01", "2026-02-01", "2026-05-01", "2026-08-01"]);
});
