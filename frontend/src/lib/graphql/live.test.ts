import { expect, test } from "vitest";
import { LogPosition } from "./live";

test("a subscription that is sent again goes on after the last event", () => {
  const position = new LogPosition();
  const variables = position.resumable({});
  expect(JSON.stringify(variables)).toBe("{}");
  position.advance("41");
  position.advance("42");
  expect(JSON.stringify(variables)).toBe('{"afterSeq":"42"}');
});
