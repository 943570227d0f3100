import { expect, test } from "vitest";
import { mentionedFields } from "./list-arguments";
import { isAffected } from "./lists";

const mineByAmount = {
  filter: { and: [{ ownerId: { eq: "u1" } }, { account: { industry: { eq: "software" } } }] },
  orderBy: [{ field: "EXPECTED_CLOSE_DATE", direction: "ASC" }],
};

test("the mentioned fields are those of the filter and of the order", () => {
  const names = mentionedFields(mineByAmount);
  expect(names).toContain("owner");
  expect(names).toContain("industry");
  expect(names).toContain("expectedCloseDate");
  expect(names).not.toContain("amount");
});

test.each([
  ["a new deal", "DEAL", "CREATED", [], true],
  ["a date that the list sorts by", "DEAL", "UPDATED", ["expectedCloseDate"], true],
  ["an owner that the list filters by", "DEAL", "UPDATED", ["owner"], true],
  ["an amount that it only shows", "DEAL", "UPDATED", ["amount"], false],
  ["a move between stages that it does not filter by", "DEAL", "MOVED", ["stage"], false],
  ["a customer, because its industry is filtered by", "ACCOUNT", "UPDATED", ["industry"], true],
  ["a product", "PRODUCT", "UPDATED", ["name"], false],
])("a list of deals after a change of %s", (_, kind, action, fields, expected) => {
  expect(isAffected("deals", mineByAmount, { kind, action, fields, stages: [] })).toBe(expected);
});

test("figures follow every change of a deal", () => {
  expect(
    isAffected(
      "funnel",
      { pipelineId: "p" },
      { kind: "DEAL", action: "UPDATED", fields: ["name"], stages: [] },
    ),
  ).toBe(true);
});

test("a column of the board follows the deals that come to its stage or leave it, and no others", () => {
  const moved = { kind: "DEAL", action: "MOVED", fields: ["stage"], stages: ["new", "old"] };
  const column = (stage: string) => ({ filter: { and: [{ stageId: { eq: stage } }] } });
  expect(isAffected("deals", column("old"), moved)).toBe(true);
  expect(isAffected("deals", column("new"), moved)).toBe(true);
  expect(isAffected("deals", column("other"), moved)).toBe(false);
  expect(isAffected("deals", column("other"), { ...moved, stages: [] })).toBe(true);
});
