import AxeBuilder from "@axe-core/playwright";
import type { Page, Request } from "@playwright/test";
import { type Api, password } from "../src/api";
import { expect, test, unique } from "../src/test";

// A recording of every change that axe makes to a page takes longer than axe.
test.use({ trace: "off" });

interface Screen {
  name: string;
  path: (records: Records) => string;
  /** Whether dark is looked at by all rules too; elsewhere only by those of contrast, as nothing else can be another. */
  wholly?: boolean;
}

interface Records {
  deal: string;
  account: string;
  contact: string;
  product: string;
}

const screens: readonly Screen[] = [
  { name: "board", path: () => "/deals?view=board", wholly: true },
  { name: "table", path: () => "/deals?view=table" },
  { name: "deal", path: ({ deal }) => `/deals/${deal}`, wholly: true },
  { name: "customers", path: () => "/accounts" },
  { name: "customer", path: ({ account }) => `/accounts/${account}` },
  { name: "contacts", path: () => "/contacts" },
  { name: "contact", path: ({ contact }) => `/contacts/${contact}` },
  { name: "products", path: () => "/products" },
  { name: "product", path: ({ product }) => `/products?product=${product}` },
  { name: "funnel", path: () => "/funnel", wholly: true },
  { name: "forecast", path: () => "/forecast" },
  { name: "import", path: () => "/import" },
  { name: "settings", path: () => "/settings/profile", wholly: true },
];

async function records(api: Api): Promise<Records> {
  const account = await api.create("Account", { name: unique("无障碍"), phone: "021-6888 1234" });
  const contact = await api.create("Contact", {
    name: unique("陈静"),
    accountId: account,
    email: "chen@example.com",
    jobTitle: "采购经理",
  });
  const product = await api.create("Product", { name: unique("平台"), listPrice: { amount: "48000" } });
  const deal = await api.create("Deal", {
    name: unique("无障碍"),
    accountId: account,
    contactIds: [contact],
    amount: { amount: "88000" },
    expectedCloseDate: "2030-01-01",
  });
  await api.create("Task", { title: "报价", dealId: deal, dueDate: "2030-01-01" });
  await api.create("Note", { body: "预算已批。", dealId: deal });
  return { deal, account, contact, product };
}

/** Goes there and waits until everything that the page asked for has come and is shown. */
async function show(page: Page, path: string): Promise<void> {
  const asked = new Set<Request>();
  let settledCount = 0;
  const begin = (request: Request) => request.url().endsWith("/graphql") && asked.add(request);
  const end = (request: Request) => {
    if (asked.delete(request)) settledCount += 1;
  };
  page.on("request", begin).on("requestfinished", end).on("requestfailed", end);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  // The session alone is one answer; that the page has not yet begun to ask does not pass for having all.
  await expect.poll(() => asked.size === 0 && settledCount > 1).toBe(true);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  page.off("request", begin).off("requestfinished", end).off("requestfailed", end);
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  // No page of ours holds frames, for which alone axe would open a page of its own each time.
  const found = (await axe.setLegacyMode().analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

for (const language of ["zh-CN", "en"] as const)
  test(`axe finds nothing on any page, light and dark, ${language}`, async ({ api, open }) => {
    test.setTimeout(240_000);
    const made = await records(api);
    const page = await open("admin", "/deals", { language });
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await page.emulateMedia({ colorScheme: "light" });
        await show(page, screen.path(made));
        expect.soft(await violations(new AxeBuilder({ page })), screen.name).toEqual([]);
        // The page turns dark where it stands.
        await page.emulateMedia({ colorScheme: "dark" });
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
        // Colours on their way from light to dark have any contrast.
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
        const dark = new AxeBuilder({ page });
        if (!screen.wholly) dark.withRules(["color-contrast"]);
        expect.soft(await violations(dark), `${screen.name}, dark`).toEqual([]);
      });
    }
  });

test("axe finds nothing before sign-in", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("on a phone no page scrolls sideways", async ({ api, open }) => {
  test.setTimeout(120_000);
  const made = await records(api);
  const page = await open("admin", "/deals", { width: 390, language: "zh-CN" });
  for (const screen of screens)
    await test.step(screen.name, async () => {
      await show(page, screen.path(made));
      const excess = await page.evaluate(() => {
        const main = document.querySelector("main");
        const wide = [document.documentElement, ...(main ? [main] : [])];
        return Math.max(...wide.map((element) => element.scrollWidth - element.clientWidth));
      });
      expect.soft(excess, screen.name).toBeLessThanOrEqual(0);
    });
});

test("the language is switched at once, everywhere", async ({ api, page }) => {
  // Someone of his own: the language is kept with the person.
  const email = `${unique("language").replace(" ", ".")}@example.com`;
  await api.create("User", { name: unique("郑"), email, password, roleKey: "representative", language: "en" });
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: /e-mail/i }).fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Accounts" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "客户" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("button", { name: "新建客户" }).first()).toBeVisible();
});

test("keys lead from page to page, and `?` explains them", async ({ open }) => {
  const page = await open("admin", "/products", { language: "en" });
  await expect(page.getByText(/\d records?$/)).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog");
  await expect(list).toContainText("Go to Deals");
  await expect(list).toContainText("New contact");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
});
