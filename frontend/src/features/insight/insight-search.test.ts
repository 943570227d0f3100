import { expect, test } from "vitest";
import { parseForecastSearch, parseFunnelSearch } from "./insight-search";

test("a link opens with what it says", () => {
  const search = {
    pipeline: "p",
    person: "u",
    asOf: "2026-01-31",
    period: "custom",
    from: "2026-01-01",
    to: "2026-01-31",
    measure: "amount",
    stage: "s",
    figure: "ENTERED",
  };
  expect(parseFunnelSearch(search)).toEqual(search);
});

test("what makes no sense is left out", () => {
  expect(parseFunnelSearch({ period: "custom", from: "2026-02-01", to: "2026-01-01", asOf: "soon" })).toEqual(
    {},
  );
  expect(
    parseFunnelSearch({ period: "fortnight", from: "2026-01-01", to: "2026-01-31", measure: 3 }),
  ).toEqual({});
  expect(parseForecastSearch({ team: "t", person: "u", figure: "ENTERED" })).toEqual({ team: "t" });
});

test("figures of the whole funnel are not those of a stage", () => {
  expect(parseFunnelSearch({ figure: "WON" })).toEqual({ figure: "WON" });
  expect(parseFunnelSearch({ stage: "s", figure: "WON" })).toEqual({ stage: "s" });
  expect(parseFunnelSearch({ figure: "LEFT" })).toEqual({});
});
