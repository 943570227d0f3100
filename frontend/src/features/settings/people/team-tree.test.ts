import { expect, test } from "vitest";
import { teamTree, withTeamsBelow } from "./team-tree";

const team = (id: string, parent: string | null) => ({
  id,
  name: id,
  parent: parent ? { id: parent } : null,
});
const teams = [team("east", null), team("shanghai", "east"), team("south", null), team("pudong", "shanghai")];

test("each team stands before those below it, with its own members", () => {
  const people = [
    { name: "a", team: { id: "shanghai" } },
    { name: "b", team: null },
    { name: "c", team: { id: "gone" } },
  ];
  const { branches, teamless } = teamTree(teams, people);
  expect(branches.map(({ team: { id }, depth }) => [id, depth])).toEqual([
    ["east", 0],
    ["shanghai", 1],
    ["pudong", 2],
    ["south", 0],
  ]);
  expect(branches[1]?.members.map((person) => person.name)).toEqual(["a"]);
  expect(teamless.map((person) => person.name)).toEqual(["b", "c"]);
});

test("a team below one that is not there stands at the top", () => {
  expect(teamTree([team("orphan", "gone")], []).branches.map(({ depth }) => depth)).toEqual([0]);
});

test("the teams below are found at every depth", () => {
  expect([...withTeamsBelow(teams, ["east"])].sort()).toEqual(["east", "pudong", "shanghai"]);
});
