import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfMonth,
  formatDay,
  formatNearDay,
  weekday,
} from "./date";

test("a day is that of the zone", () => {
  const instant = new Date("2026-03-31T17:30:00Z");
  expect(dayOf(instant, "UTC")).toBe("2026-03-31");
  expect(dayOf(instant, "Asia/Shanghai")).toBe("2026-04-01");
});

test("days and months are added by the calendar", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-11-15", 2)).toBe("2027-01-15");
  expect(endOfMonth("2028-02-03")).toBe("2028-02-29");
});

test("durations are differences of dates, across a change to summer time too", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(weekday("2026-11-22")).toBe(7);
  expect(weekday("2026-11-23")).toBe(1);
});

test("a day shows its year only if it is another one", () => {
  expect(formatDay("2026-03-05", "en", "2026-11-01")).toBe("Mar 5");
  expect(formatDay("2027-03-05", "zh-CN", "2026-11-01")).toBe("2027年3月5日");
  expect(formatNearDay("2026-11-02", "zh-CN", "2026-11-01")).toBe("明天");
  expect(formatNearDay("2026-12-02", "en", "2026-11-01")).toBeNull();
});
