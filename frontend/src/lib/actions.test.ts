import { expect, test } from "vitest";
import { type Action, mergeActions } from "./actions";

const action = (id: string, keys?: string): Action => ({
  id,
  label: id,
  section: "",
  run: () => undefined,
  ...(keys && { keys }),
});
const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);

test("a page's keys win over those that hold everywhere, whichever came first", () => {
  const page = { actions: [action("create:ACCOUNT", "c")], everywhere: false };
  const everywhere = { actions: [action("create:DEAL", "c"), action("palette", "mod+k")], everywhere: true };
  expect(ids(mergeActions([page, everywhere]))).toEqual(["create:ACCOUNT", "palette"]);
  expect(ids(mergeActions([everywhere, page]))).toEqual(["create:ACCOUNT", "palette"]);
});

test("an action is there once, as the page has it", () => {
  const page = { actions: [action("create:ACCOUNT", "c")], everywhere: false };
  const everywhere = { actions: [action("create:ACCOUNT")], everywhere: true };
  expect(mergeActions([everywhere, page])).toEqual(page.actions);
});
