import type { Api } from "../src/api";
import { Hands } from "../src/hands";
import { expect, test, unique } from "../src/test";

/** The first day of the present quarter of a company whose fiscal year begins in January, in its zone. */
function quarterStart(): string {
  const [year = "", month = ""] = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" })
    .format(new Date())
    .split("-");
  return `${year}-${String(Number(month) - ((Number(month) - 1) % 3)).padStart(2, "0")}-01`;
}

async function setTarget(api: Api, input: object): Promise<void> {
  const { setTarget: payload } = await api.query<{ setTarget: { userErrors: { message: string }[] } }>(
    `mutation ($input: SetTargetInput!) { setTarget(input: $input) { userErrors { message } } }`,
    { input: { quarterStart: quarterStart(), ...input } },
  );
  expect(payload.userErrors).toEqual([]);
}

test("the team's pipeline by stage against the quarter's target: 2 keys, 1 view", async ({ api, open }) => {
  const { users } = await api.query<{ users: { nodes: { team: { id: string } | null }[] } }>(
    `query ($id: ID!) { users(filter: { id: { eq: $id } }) { nodes { team { id } } } }`,
    { id: await api.userId("manager") },
  );
  await setTarget(api, { teamId: users.nodes[0]?.team?.id, amount: { amount: "3000000" } });
  await api.create("Deal", { name: unique("漏斗"), ownerId: await api.userId("rep") });
  const page = await open("manager", "/products");
  await expect(page.getByText(/\d records?$/)).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const hands = new Hands(page);
  await hands.press("g");
  await hands.press("u");
  await expect(page.getByRole("region", { name: /^Target of Q/ })).toContainText("¥3,000,000");
  await expect(page.getByRole("row").filter({ hasText: "Qualification" })).toBeVisible();
  hands.arrived();
  expect(hands.effort).toEqual({ clicks: 0, keys: 2, views: 1 });
});

test("figures of funnel and forecast open the deals behind them", async ({ api, open }) => {
  // A person of the test's own, so that the figures are of its deals alone.
  const ownerId = await api.create("User", { name: unique("周"), roleKey: "representative" });
  const accountId = await api.create("Account", { name: unique("数字") });
  const stages = await api.stages();
  const won = stages.find(({ kind }) => kind === "WON")?.id ?? "";
  const deal = async (amount: string, more: object = {}) => {
    const name = unique(`单 ${amount}`);
    const id = await api.create("Deal", { name, accountId, ownerId, amount: { amount }, ...more });
    return { id, name };
  };
  const [small, large, closed, committed] = [
    await deal("1000"),
    await deal("2000"),
    await deal("40000"),
    await deal("500", { expectedCloseDate: quarterStart(), category: "COMMIT" }),
  ];
  await api.moveDeal(closed.id, won);
  await setTarget(api, { ownerId, amount: { amount: "100000" } });

  const page = await open("admin", `/funnel?person=${ownerId}`);
  const drawer = page.getByRole("dialog");
  const names = (...deals: { name: string }[]) => deals.map(({ name }) => name).sort();
  const shown = async () =>
    (await drawer.getByRole("link").allTextContents()).filter((text) => text.startsWith("单")).sort();

  const glance = page.getByRole("region", { name: /^Target of Q/ });
  await expect(glance).toContainText("¥40,000");
  await expect(glance).toContainText("40%");
  await expect(glance.getByRole("button", { name: /^Gap/ })).toContainText("¥60,000");
  await page.getByRole("button", { name: "Open amount: ¥3,500" }).click();
  await expect.poll(shown).toEqual(names(small, large, committed));
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  await page.getByRole("button", { name: "Won amount: ¥40,000" }).click();
  await expect.poll(shown).toEqual(names(closed));
  await page.keyboard.press("Escape");

  // From the quarter's target one comes to the forecast, with the deals of the figure.
  await glance.getByRole("button", { name: "Commit: ¥500" }).click();
  await expect(page).toHaveURL(/\/forecast\?.*figure=COMMIT/);
  await expect.poll(shown).toEqual(names(committed));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Undated: / }).click();
  await expect.poll(shown).toEqual(names(small, large));
  await drawer.getByRole("link", { name: small.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: small.name })).toBeVisible();
});
