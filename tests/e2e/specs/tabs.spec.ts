import { addressOf, password } from "../src/api";
import { expect, test, unique } from "../src/test";

test("signing out counts in every tab, and leaves nothing on the device", async ({ open }) => {
  const page = await open("rep", "/accounts");
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/contacts");
  await expect(other.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible();
  // What was under way when the tabs were told would be written by now.
  await other.waitForTimeout(500);
  const stored = await other.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const counts = names.map(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counted = opening.result.transaction("written").objectStore("written").count();
            counted.onsuccess = () => resolve(counted.result);
          };
        }),
    );
    return Promise.all(counts);
  });
  expect(stored.filter((count) => count > 0)).toEqual([]);

  await page.getByRole("textbox", { name: /e-mail/i }).fill(addressOf.rep);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(other.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
});

test("who cannot be signed out is told so, and stays", async ({ open }) => {
  const page = await open("rep", "/accounts");
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("mutation SignOut") ? route.abort() : route.fallback(),
  );
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "can't be reached" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("what the server words follows the language that is switched to, also in another tab", async ({
  api,
  open,
}) => {
  const [stage] = await api.stages();
  const deal = await api.create("Deal", {
    name: unique("Worded"),
    stageId: stage?.id,
    accountId: await api.create("Account", { name: unique("Worded") }),
  });
  const page = await open("polyglot", `/deals/${deal}`);
  const other = await page.context().newPage();
  await other.goto(`/deals/${deal}`);
  for (const tab of [page, other]) await expect(tab.getByText("Qualification").first()).toBeVisible();
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "简体中文" }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole("link", { name: "设置" })).toBeVisible();
    await expect(tab.getByText("确认需求").first()).toBeVisible();
    await expect(tab.getByText("Qualification")).toHaveCount(0);
  }
});
