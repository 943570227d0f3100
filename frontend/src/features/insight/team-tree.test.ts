import { expect, test } from "vitest";
import { subtree, type Team, topmost, visibleTeams } from "./team-tree";

function team(id: string, parent: string | null = null, manager: string | null = null): Team {
  return {
    id,
    name: id,
    parent: parent ? { id: parent } : null,
    manager: manager ? { id: manager } : null,
    members: [],
  };
}

const teams = [
  team("china"),
  team("east", "china", "zhang"),
  team("shanghai", "east"),
  team("hangzhou", "east", "zhang"),
  team("south", "china", "li"),
];
const ids = (found: readonly Team[]) => found.map(({ id }) => id);

test("a team comes with all below it", () => {
  expect(ids(subtree(teams, "east"))).toEqual(["east", "shanghai", "hangzhou"]);
  expect(ids(subtree(teams, "south"))).toEqual(["south"]);
  expect(ids(subtree(teams, "nowhere"))).toEqual([]);
});

test("a manager sees the own subtree, once", () => {
  const seen = visibleTeams(teams, { id: "zhang", roleKey: "manager" });
  expect(ids(seen)).toEqual(["east", "shanghai", "hangzhou"]);
  expect(ids(topmost(seen))).toEqual(["east"]);
});

test("administrators see every team, representatives none", () => {
  expect(visibleTeams(teams, { id: "root", roleKey: "administrator" })).toHaveLength(5);
  expect(visibleTeams(teams, { id: "zhang", roleKey: "representative" })).toEqual([]);
});
