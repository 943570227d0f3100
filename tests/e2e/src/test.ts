import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Api, addressOf, type Person, password } from "./api";

interface Options {
  language?: "en" | "zh-CN";
  scheme?: "light" | "dark";
  width?: number;
}

interface Fixtures {
  /** The API in the administrator's name. */
  api: Api;
  /** A browser of its own in which this person is signed in. */
  open: (person: Person, path: string, options?: Options) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  api: async ({ baseURL }, use) => {
    await use(await Api.signedIn(baseURL ?? "", "admin"));
  },
  open: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, path, { language = "en", scheme = "light", width = 1280 } = {}) => {
      const context = await browser.newContext({
        baseURL,
        locale: language === "en" ? "en-US" : "zh-CN",
        timezoneId: "Asia/Shanghai",
        colorScheme: scheme,
        viewport: { width, height: 800 },
      });
      contexts.push(context);
      await signIn(context, person);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Signs a browser in without its form. */
async function signIn(context: BrowserContext, person: Person): Promise<void> {
  const response = await context.request.post("/graphql", {
    headers: { "X-Tundish": "1" },
    data: {
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }`,
      variables: { input: { email: addressOf[person], password } },
    },
  });
  expect((await response.json()).data.signIn.userErrors).toEqual([]);
}

/** The address of a list with what its URL says, written as the application writes it. */
export function listPath(path: string, search: Record<string, unknown>): string {
  const entries = Object.entries(search).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value))}`,
  );
  return `${path}?${entries.join("&")}`;
}

let counter = 0;

/** A name that no other test uses. */
export function unique(name: string): string {
  counter += 1;
  return `${name} ${process.pid.toString(36)}${Date.now().toString(36)}${counter}`;
}

/** A deal's link on a board or in a table. */
export function dealLink(page: Page, name: string) {
  return page.getByRole("link", { name }).first();
}

export { expect };
