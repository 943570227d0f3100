import { expect, test } from "vitest";
import { operatorOf, toCondition, withDay, withInstant } from "./fields";

const zone = "Asia/Shanghai";

test.each([
  ["before", "lt", "2026-03-30T16:00:00.000Z"],
  ["after", "gt", "2026-03-31T15:59:59.999Z"],
] as const)(
  "%s a day is sent as an instant of the company's zone and read back",
  (operator, sent, instant) => {
    const day = toCondition("createdAt", operator, "2026-03-31");
    const condition = withInstant(day, "instant", zone);
    expect(condition).toEqual({ path: "createdAt", operator: sent, value: instant });
    expect(operatorOf(condition, "instant")).toBe(operator);
    expect(withDay(condition, "instant", zone)).toEqual(day);
  },
);

test("days stay days, and a period of instants stays a period", () => {
  const day = toCondition("closedDate", "before", "2026-03-31");
  expect(withInstant(day, "date", zone)).toEqual(day);
  const period = toCondition("createdAt", "within", { last: 7, unit: "DAY" });
  expect(withInstant(period, "instant", zone)).toEqual(period);
});
