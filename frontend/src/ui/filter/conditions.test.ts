import { expect, test } from "vitest";
import { joinParts, parseParts, readCondition, toggleParts, writeCondition } from "./conditions";

const paths = ["amount", "account.industry"];

test("a condition is written and read back", () => {
  const condition = { path: "account.industry", operator: "in", value: ["software", "retail"] };
  const part = writeCondition(condition);
  expect(part).toEqual({ account: { industry: { in: ["software", "retail"] } } });
  expect(readCondition(part, paths)).toEqual(condition);
});

test("the value of a condition can be an object", () => {
  const part = { amount: { within: { last: 7, unit: "DAY" } } };
  expect(readCondition(part, paths)?.value).toEqual({ last: 7, unit: "DAY" });
});

test("what is more than one condition is not read as one", () => {
  expect(readCondition({ amount: { gt: "1", lt: "9" } }, paths)).toBeNull();
  expect(readCondition({ or: [{ amount: { gt: "1" } }] }, paths)).toBeNull();
  expect(readCondition({ unknown: { eq: "1" } }, paths)).toBeNull();
  expect(readCondition({ amount: { eq: null } }, paths)).toBeNull();
});

test("a quick filter goes in and out as a whole", () => {
  const mine = [{ ownerId: { eq: "u1" } }];
  const other = { amount: { gt: "1" } };
  expect(toggleParts([other], mine)).toEqual([other, ...mine]);
  expect(toggleParts([other, ...mine], mine)).toEqual([other]);
});

test("no part is no filter, and a URL may hold anything", () => {
  expect(joinParts([])).toBeUndefined();
  expect(joinParts([{ amount: { gt: "1" } }])).toEqual({ and: [{ amount: { gt: "1" } }] });
  expect(parseParts("x")).toBeUndefined();
  expect(parseParts([1, null, { amount: { gt: "1" } }])).toEqual([{ amount: { gt: "1" } }]);
});
