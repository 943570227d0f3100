import { expect, test } from "vitest";
import { readCsv } from "./refused-rows";

test("quotes, commas and line breaks within a field belong to it", () => {
  expect(readCsv('row,reason\r\n1,"a, ""b""\nc"\r\n')).toEqual([
    ["row", "reason"],
    ["1", 'a, "b"\nc'],
  ]);
});

test("a row that is cut off is left out", () => {
  expect(readCsv("row,reason\n1,miss")).toEqual([["row", "reason"]]);
});
