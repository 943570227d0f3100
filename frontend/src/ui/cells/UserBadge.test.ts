import { expect, test } from "vitest";
import { initials, monogram } from "./UserBadge";

test.each([
  ["Ada King Lovelace", "AK"],
  ["王小明", "小明"],
  ["李雷", "李雷"],
  ["欧阳娜娜", "娜娜"],
  ["cher", "C"],
])("%s is shown as %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test("before a written name stands what does not repeat it", () => {
  expect(monogram("周敏")).toBe("周");
  expect(monogram("Ada Lovelace")).toBe("AL");
});
