import { expect, test } from "vitest";
import { inOrder, movedTo, renumbered } from "./reorder";

const rows = [
  { id: "a", position: 2 },
  { id: "b", position: 5 },
  { id: "c", position: 9 },
];

test("a row is moved up and down", () => {
  expect(movedTo(rows, "c", 0).map((row) => row.id)).toEqual(["c", "a", "b"]);
  expect(movedTo(rows, "a", 2).map((row) => row.id)).toEqual(["b", "c", "a"]);
});

test("only what changes its place gets another position, of those in use", () => {
  expect(renumbered(movedTo(rows, "b", 0))).toEqual([
    { id: "b", position: 2 },
    { id: "a", position: 5 },
  ]);
  expect(renumbered(rows)).toEqual([]);
});

test("rows that shared a position are told apart", () => {
  const same = [
    { id: "a", position: 3 },
    { id: "b", position: 3 },
    { id: "c", position: 4 },
  ];
  expect(renumbered(same)).toEqual([
    { id: "b", position: 4 },
    { id: "c", position: 5 },
  ]);
  expect(inOrder([...same].reverse()).map((row) => row.id)).toEqual(["a", "b", "c"]);
});
