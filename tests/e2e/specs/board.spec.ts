import type { Page } from "@playwright/test";
import type { Api } from "../src/api";
import { dealLink, expect, listPath, test, unique } from "../src/test";

/** A customer with one deal in the first stage, and the board of that customer alone. */
async function oneDeal(api: Api): Promise<{ id: string; name: string; path: string }> {
  const [first] = await api.stages();
  const accountId = await api.create("Account", { name: unique("看板") });
  const name = unique("协同平台");
  const id = await api.create("Deal", {
    name,
    accountId,
    stageId: first?.id,
    ownerId: await api.userId("rep"),
    amount: { amount: "120000" },
  });
  return { id, name, path: listPath("/deals", { view: "board", filter: [{ accountId: { eq: accountId } }] }) };
}

/** The column of a stage, from 0. */
function column(page: Page, position: number) {
  return page.getByRole("main").getByRole("region").nth(position);
}

test("a card that is dragged moves in another person's browser too", async ({ api, open }) => {
  const { name, path } = await oneDeal(api);
  const [mover, watcher] = await Promise.all([open("rep", path), open("manager", path)]);
  await expect(column(watcher, 0).getByRole("link", { name })).toBeVisible();
  const card = await column(mover, 0).getByRole("link", { name }).boundingBox();
  const target = await column(mover, 2).boundingBox();
  if (!card || !target) throw new Error("card or column not on screen");
  await mover.mouse.move(card.x + 40, card.y + 20);
  await mover.mouse.down();
  await mover.mouse.move(target.x + 60, target.y + 120, { steps: 8 });
  await mover.mouse.up();
  await expect(column(mover, 2).getByRole("link", { name })).toBeVisible();
  await expect(column(watcher, 2).getByRole("link", { name })).toBeVisible();
  await expect(column(watcher, 0).getByRole("link", { name })).toHaveCount(0);
});

test("a move is taken back by one key", async ({ api, open }) => {
  const { name, path } = await oneDeal(api);
  const page = await open("rep", path);
  await column(page, 0).getByRole("link", { name }).focus();
  await page.keyboard.press("]");
  await expect(column(page, 1).getByRole("link", { name })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(column(page, 0).getByRole("link", { name })).toBeVisible();
});

test("taking back a move gives back what it changed: the amount and the reason", async ({ api, open }) => {
  const { name, path, id } = await oneDeal(api);
  const stages = await api.stages();
  const page = await open("rep", path);
  const card = page.getByRole("link", { name });
  await card.focus();
  await page.keyboard.press("w");
  await page.getByRole("dialog").getByLabel(/^Final amount/).fill("9000");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await api.deal(id)).amount?.amount).toBe("9000.00");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(column(page, 0).getByRole("link", { name })).toBeVisible();
  await expect.poll(async () => (await api.deal(id)).amount?.amount).toBe("120000.00");

  await card.focus();
  await page.keyboard.press("x");
  await page.getByRole("dialog").getByRole("button").filter({ hasText: "1" }).first().click();
  await expect.poll(async () => (await api.deal(id)).stage.kind).toBe("LOST");
  const { lostReason } = await api.deal(id);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await card.focus();
  // Before the lost stage stands the won one, which asks for the amount.
  await page.keyboard.press("[");
  await page.getByRole("dialog").getByLabel(/^Final amount/).press("Enter");
  await expect.poll(async () => (await api.deal(id)).lostReason).toBeNull();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(async () => (await api.deal(id)).lostReason).toBe(lostReason);
  expect((await api.deal(id)).stage.id).toBe(stages.find(({ kind }) => kind === "LOST")?.id);
});

test("the head of a column says how many and how much", async ({ api, open }) => {
  const { path } = await oneDeal(api);
  const page = await open("rep", path);
  await expect(column(page, 0)).toContainText("1");
  await expect(column(page, 0).locator("header")).toContainText("¥120,000");
});

test("seven columns fit 1280 pixels, and only cards in sight are in the document", async ({ api, open }) => {
  const pipelineId = await api.create("Pipeline", { name: unique("七阶段"), position: 99 });
  const stageIds: string[] = [];
  for (let position = 0; position < 7; position += 1)
    stageIds.push(
      await api.create("Stage", { name: `阶段 ${position}`, pipelineId, position, probability: "0.5" }),
    );
  const accountId = await api.create("Account", { name: unique("长列") });
  await api.createDeals(
    Array.from({ length: 45 }, (_, index) => ({
      name: unique(`长列 ${index}`),
      accountId,
      pipelineId,
      stageId: stageIds[0],
    })),
  );
  const filter = [{ accountId: { eq: accountId } }];
  const page = await open("admin", listPath("/deals", { view: "board", pipeline: pipelineId, filter }));
  await expect(column(page, 0).locator("header")).toContainText("45");
  await expect(dealLink(page, "长列")).toBeVisible();
  expect(await page.locator("[data-card]").count()).toBeLessThan(20);
  const columns = page.getByRole("main").getByRole("region");
  await expect(columns).toHaveCount(7);
  const boxes = await columns.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  for (const { width, right } of boxes) {
    expect(width).toBeGreaterThanOrEqual(140);
    expect(right).toBeLessThanOrEqual(1280);
  }
});

test("the count beside the board is that of its pipeline", async ({ api, open }) => {
  const { path } = await oneDeal(api);
  const page = await open("rep", path);
  await expect(page.getByText("1 record", { exact: true })).toBeVisible();
  const pipelineId = await api.create("Pipeline", { name: unique("另一个"), position: 98 });
  await api.create("Stage", { name: "开始", pipelineId, position: 0, probability: "0.5" });
  await page.goto(`${path}&pipeline=${pipelineId}`);
  await expect(page.getByText("0 records", { exact: true })).toBeVisible();
});
