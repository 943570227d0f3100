import { expect, test } from "vitest";
import { toggled } from "./use-selection";

const order = ["a", "b", "c", "d"];

test("a row is selected, and again not", () => {
  const once = toggled(new Set(), order, "b", null);
  expect([...once]).toEqual(["b"]);
  expect([...toggled(once, order, "b", null)]).toEqual([]);
});

test("a range is added in either direction, and what was selected stays", () => {
  expect([...toggled(new Set(["a"]), order, "d", "b")]).toEqual(["a", "b", "c", "d"]);
  expect([...toggled(new Set(), order, "a", "c")].toSorted()).toEqual(["a", "b", "c"]);
});

test("a range from a row that has left the list is that row alone", () => {
  expect([...toggled(new Set(), order, "c", "gone")]).toEqual(["c"]);
});
