import { expect, test } from "vitest";
import { parseDealSearch } from "./deal-search";

test("a URL keeps what makes sense and drops the rest", () => {
  expect(
    parseDealSearch({
      view: "table",
      sort: "-AMOUNT",
      filter: [{ ownerId: { eq: "u1" } }, 7],
      columns: ["amount", 3],
      widths: { amount: 120, name: "wide" },
      create: "yes",
      pipeline: "",
    }),
  ).toEqual({
    view: "table",
    sort: "-AMOUNT",
    filter: [{ ownerId: { eq: "u1" } }],
    columns: ["amount"],
    widths: { amount: 120 },
  });
  expect(parseDealSearch({ view: "chart", sort: "PASSWORD" })).toEqual({});
});
