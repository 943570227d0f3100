import { expect, test } from "vitest";
import { initials } from "./UserBadge";

test.each([
  ["Ada King Lovelace", "AK"],
  ["王小明", "小明"],
  ["李雷", "李雷"],
  ["欧阳娜娜", "娜娜"],
  ["cher", "C"],
])("%s is shown as %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
