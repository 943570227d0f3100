import type { Api } from "../src/api";
import { Hands } from "../src/hands";
import { dealLink, expect, listPath, test, unique } from "../src/test";

// How much work the tasks of every day are. The deal that is hovered or focused counts as chosen.

async function dealInTable(api: Api): Promise<{ id: string; name: string; path: string }> {
  const accountId = await api.create("Account", { name: unique("任务") });
  const name = unique("报价单");
  const id = await api.create("Deal", {
    name,
    accountId,
    ownerId: await api.userId("rep"),
    amount: { amount: "50000" },
  });
  return {
    id,
    name,
    path: listPath("/deals", { view: "table", filter: [{ accountId: { eq: accountId } }] }),
  };
}

test("find a customer by a part of its name, in pinyin, and open it: 0 clicks, 2 keys, 1 view", async ({
  api,
  open,
}) => {
  const suffix = unique("").trim();
  const name = `乾坤制造 ${suffix}`;
  await api.create("Account", { name });
  const page = await open("admin", "/deals");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const hands = new Hands(page);
  await hands.press("ControlOrMeta+k");
  await hands.write(`qiankun ${suffix}`);
  await hands.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  hands.arrived();
  expect(hands.effort).toEqual({ clicks: 0, keys: 2, views: 1 });
});

test("next stage: 1 key", async ({ api, open }) => {
  const { id, name, path } = await dealInTable(api);
  const stages = await api.stages();
  const page = await open("rep", path);
  await dealLink(page, name).hover();
  const hands = new Hands(page);
  await hands.press("]");
  await expect.poll(async () => (await api.deal(id)).stage.id).toBe(stages[1]?.id);
  expect(hands.effort).toEqual({ clicks: 0, keys: 1, views: 0 });
  // The same key again means the deal as it is now.
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Needs analysis");
  await hands.press("]");
  await expect.poll(async () => (await api.deal(id)).stage.id).toBe(stages[2]?.id);
});

test("next step with a due date: 2 keys", async ({ api, open }) => {
  const { id, name, path } = await dealInTable(api);
  const page = await open("rep", path);
  await dealLink(page, name).hover();
  const hands = new Hands(page);
  await hands.press("n");
  await expect(page.getByRole("textbox", { name: "Next step" })).toBeFocused();
  await hands.write("报价 2031-03-07");
  await hands.press("Enter");
  await expect
    .poll(async () => (await api.deal(id)).nextTask)
    .toEqual({ title: "报价", dueDate: "2031-03-07" });
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("报价");
  expect(hands.effort).toEqual({ clicks: 0, keys: 2, views: 0 });
});

test("lost, with a reason: 2 keys", async ({ api, open }) => {
  const { id, name, path } = await dealInTable(api);
  const page = await open("rep", path);
  await dealLink(page, name).hover();
  const hands = new Hands(page);
  await hands.press("x");
  await expect(page.getByRole("dialog").getByRole("button").nth(1)).toBeFocused();
  await hands.press("1");
  await expect.poll(async () => (await api.deal(id)).stage.kind).toBe("LOST");
  expect((await api.deal(id)).lostReason).not.toBeNull();
  expect(hands.effort).toEqual({ clicks: 0, keys: 2, views: 0 });
});

test("amount and close date, in a list: 3 keys", async ({ api, open }) => {
  const { id, name, path } = await dealInTable(api);
  const page = await open("rep", path);
  await dealLink(page, name).hover();
  const hands = new Hands(page);
  await hands.press("e");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: /^Amount/ })).toBeFocused();
  await hands.write("1.5万");
  await hands.press("Tab");
  await hands.write("03072031");
  await hands.press("Enter");
  await expect.poll(async () => (await api.deal(id)).expectedCloseDate).toBe("2031-03-07");
  expect((await api.deal(id)).amount?.amount).toBe("15000.00");
  expect(hands.effort).toEqual({ clicks: 0, keys: 3, views: 0 });
});

test("amount and close date, on the deal's page: 3 keys", async ({ api, open }) => {
  const { id, name } = await dealInTable(api);
  const page = await open("rep", `/deals/${id}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const hands = new Hands(page);
  await hands.press("e");
  await expect(page.getByRole("textbox", { name: "Amount" })).toBeFocused();
  await hands.write("20k");
  await hands.press("Tab");
  await expect(page.getByLabel("Close date")).toBeFocused();
  await hands.write("03072031");
  await hands.press("Enter");
  await expect.poll(async () => (await api.deal(id)).expectedCloseDate).toBe("2031-03-07");
  expect((await api.deal(id)).amount?.amount).toBe("20000.00");
  expect(hands.effort).toEqual({ clicks: 0, keys: 3, views: 0 });
});

test("assign 20 to a colleague, and take it back: 2 clicks, 2 keys", async ({ api, open }) => {
  const accountId = await api.create("Account", { name: unique("分配") });
  const managerId = await api.userId("manager");
  const repId = await api.userId("rep");
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      api.create("Deal", { name: unique(`分配 ${index}`), accountId, ownerId: managerId }),
    ),
  );
  const page = await open(
    "manager",
    listPath("/deals", { view: "table", filter: [{ accountId: { eq: accountId } }] }),
  );
  const boxes = page.getByRole("rowgroup").last().getByRole("checkbox");
  await expect(boxes).toHaveCount(20);
  const hands = new Hands(page);
  await hands.click(boxes.first());
  await hands.click(boxes.last(), { modifiers: ["Shift"] });
  await expect(page.getByText("20 selected")).toBeVisible();
  await hands.press("a");
  await expect(page.getByRole("combobox", { name: "To whom" })).toBeFocused();
  await hands.write("李娜");
  await hands.press("Enter");
  const owners = async () =>
    new Set(await Promise.all(ids.map(async (id) => (await api.deal(id)).owner?.id)));
  await expect.poll(owners).toEqual(new Set([repId]));
  expect(hands.effort).toEqual({ clicks: 2, keys: 2, views: 0 });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(owners).toEqual(new Set([managerId]));
});
