import { expect, test } from "vitest";
import { startPath } from "./start-path";

test.each([
  ["/deals?view=table", "/deals?view=table"],
  [undefined, "/"],
  ["https://example.com", "/"],
  ["//example.com", "/"],
  ["/\\example.com", "/"],
])("after sign-in with to=%s the page is %s", (to, expected) => {
  expect(startPath(to)).toBe(expected);
});
