import { expect, test } from "vitest";
import { addDecimals, formatCount, formatMoney, multiplyDecimals, parseAmount } from "./money";

const plain = { language: "en", compact: false };

test.each([
  [{ amount: "1234567", currency: "CNY" }, plain, "¥1,234,567"],
  [{ amount: "1234567.50", currency: "CNY" }, plain, "¥1,234,567.50"],
  [{ amount: "1234567.00", currency: "CNY" }, plain, "¥1,234,567"],
  [{ amount: "9007199254740993.01", currency: "USD" }, plain, "$9,007,199,254,740,993.01"],
  [{ amount: "1234567", currency: "CNY" }, { language: "en", compact: true }, "¥123.46万"],
  [{ amount: "250000000", currency: "CNY" }, { language: "zh-CN", compact: true }, "¥2.5亿"],
  [{ amount: "9999", currency: "CNY" }, { language: "zh-CN", compact: true }, "¥9,999"],
])("%o reads well", (money, format, expected) => {
  expect(formatMoney(money, format)).toBe(expected);
});

test.each([
  ["12,000", "12000"],
  ["¥ 1.5万", "15000"],
  ["3亿", "300000000"],
  ["20k", "20000"],
  ["1.2345w", "12345"],
  ["0.1", "0.1"],
  ["1.23456万", "12345.6"],
  [".5m", "500000"],
  ["-10", "-10"],
  ["", null],
  ["ten", null],
  ["1.2.3", null],
])("%s is the amount %s", (text, expected) => {
  expect(parseAmount(text)).toBe(expected);
});

test("a count at its limit is a lower bound", () => {
  expect(formatCount(9_999, 10_000, "en")).toBe("9,999");
  expect(formatCount(10_000, 10_000, "en")).toBe("10,000+");
});

test.each([
  ["3", "19.90", "59.7"],
  ["0.1", "0.2", "0.02"],
  ["-2", "0.5", "-1"],
  ["9007199254740993", "10", "90071992547409930"],
])("%s times %s is %s", (quantity, price, expected) => {
  expect(multiplyDecimals(quantity, price)).toBe(expected);
});

test.each([
  ["3", "19.90", "22.9"],
  ["0.1", "0.2", "0.3"],
  ["-2", "0.5", "-1.5"],
  ["1.25", "-1.25", "0"],
  ["9007199254740993", "0.01", "9007199254740993.01"],
])("%s and %s are %s", (left, right, expected) => {
  expect(addDecimals(left, right)).toBe(expected);
});
