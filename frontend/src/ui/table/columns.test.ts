import { expect, test } from "vitest";
import { formatSort, moved, nextSort, parseSort } from "./columns";

test("a sort order survives the URL", () => {
  const sort = { field: "AMOUNT", direction: "DESC" } as const;
  expect(parseSort(formatSort(sort), ["NAME", "AMOUNT"])).toEqual(sort);
  expect(parseSort("NAME", ["NAME"])).toEqual({ field: "NAME", direction: "ASC" });
  expect(parseSort("PASSWORD", ["NAME"])).toBeNull();
  expect(parseSort(7, ["NAME"])).toBeNull();
});

test("a click on a column goes round three orders", () => {
  const first = nextSort(null, "NAME");
  const second = nextSort(first, "NAME");
  expect([first?.direction, second?.direction, nextSort(second, "NAME")]).toEqual(["ASC", "DESC", null]);
  expect(nextSort(second, "AMOUNT")).toEqual({ field: "AMOUNT", direction: "ASC" });
});

test("a column moves within the bounds", () => {
  expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  expect(moved(["a"], "x", 1)).toEqual(["a"]);
});
