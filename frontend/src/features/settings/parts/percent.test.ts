import { expect, test } from "vitest";
import { parsePercent, toPercent } from "./percent";

test.each([
  ["25", "0.25"],
  ["12.5%", "0.125"],
  ["7", "0.07"],
  ["0", "0"],
  ["100 %", "1"],
  ["0.05", "0.0005"],
])("%s is the fraction %s", (typed, fraction) => {
  expect(parsePercent(typed)).toBe(fraction);
});

test.each(["", "101", "-1", "many", "1.234"])("%s is no percentage", (typed) => {
  expect(parsePercent(typed)).toBeNull();
});

test.each([
  ["0.25", "25"],
  ["0.125", "12.5"],
  ["1", "100"],
  ["0", "0"],
  ["0.07", "7"],
  ["0.1000", "10"],
])("the fraction %s is edited as %s", (fraction, percent) => {
  expect(toPercent(fraction)).toBe(percent);
});
