import { expect, test } from "vitest";
import { columnLayout, parseListSearch } from "./list-search";

test("a list's URL keeps what makes sense and drops the rest", () => {
  const raw = {
    sort: "-NAME",
    search: "恒远",
    filter: [{ name: { contains: "恒" } }, "x"],
    columns: [1],
    widths: {},
  };
  expect(parseListSearch(raw, ["NAME"])).toEqual({
    sort: "-NAME",
    search: "恒远",
    filter: [{ name: { contains: "恒" } }],
  });
  expect(parseListSearch({ sort: "NAME", search: "" }, ["CITY"])).toEqual({});
});

test("columns are those of the URL, else the list's own", () => {
  expect(columnLayout({}, ["name"])).toEqual({ order: ["name"], widths: {} });
  expect(columnLayout({ columns: ["city"], widths: { city: 90 } }, ["name"])).toEqual({
    order: ["city"],
    widths: { city: 90 },
  });
});
