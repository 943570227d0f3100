import { expect, test } from "vitest";
import { cellKey, sumDecimals, targetSums } from "./target-sums";

test("decimals are summed exactly", () => {
  expect(sumDecimals(["0.1", "0.2", null])).toBe("0.3");
  expect(sumDecimals(["12000000000000.01", "0.99"])).toBe("12000000000001");
  expect(sumDecimals(["-5", "2.50"])).toBe("-2.5");
  expect(sumDecimals(["100", "20"])).toBe("120");
  expect(sumDecimals([null])).toBeNull();
});

const quarter = "2026-01-01";
const branch = (id: string, depth: number, ...members: string[]) => ({
  team: { id },
  depth,
  members: members.map((member) => ({ id: member })),
});
const branches = [
  branch("east", 0, "a"),
  branch("shanghai", 1, "b", "c"),
  branch("pudong", 2, "d"),
  branch("south", 0),
];
const own = (values: Record<string, string>) =>
  new Map(Object.entries(values).map(([id, amount]) => [cellKey(id, quarter), amount]));

test("a team without a target of its own comes to what its members and the teams below come to", () => {
  const sums = targetSums(branches, own({ a: "10", b: "20", d: "5" }));
  expect(sums.ofTeam("east", quarter)).toBe("35");
  expect(sums.ofTeam("shanghai", quarter)).toBe("25");
  expect(sums.ofTeam("south", quarter)).toBeNull();
  expect(sums.ofTeam("east", "2026-04-01")).toBeNull();
});

test("a team's own target stands for what is below it", () => {
  const sums = targetSums(branches, own({ a: "10", b: "20", shanghai: "100", d: "5" }));
  expect(sums.below("shanghai", quarter)).toBe("25");
  expect(sums.ofTeam("shanghai", quarter)).toBe("100");
  expect(sums.ofTeam("east", quarter)).toBe("110");
});
