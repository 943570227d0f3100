import { expect, test } from "vitest";
import { endOfDay, startOfDay } from "./day-bounds";

test.each([
  ["2026-03-31", "Asia/Shanghai", "2026-03-31T15:59:59.999Z"],
  ["2026-03-31", "UTC", "2026-03-31T23:59:59.999Z"],
  ["2026-03-08", "America/New_York", "2026-03-09T03:59:59.999Z"],
  ["2026-11-01", "America/New_York", "2026-11-02T04:59:59.999Z"],
  ["2026-06-30", "Pacific/Kiritimati", "2026-06-30T09:59:59.999Z"],
  // The day after began at one o'clock.
  ["2018-11-03", "America/Sao_Paulo", "2018-11-04T02:59:59.999Z"],
])("%s ends in %s at %s", (day, zone, instant) => {
  expect(endOfDay(day, zone)).toBe(instant);
});

test("a day begins where the one before ends", () => {
  expect(startOfDay("2026-03-31", "Asia/Shanghai")).toBe("2026-03-30T16:00:00.000Z");
});
