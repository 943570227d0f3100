import type { Locator, Page } from "@playwright/test";
import { password } from "../src/api";
import { expect, test, unique } from "../src/test";

function dialog(page: Page): Locator {
  return page.getByRole("dialog");
}

/** Opens a form by its button, fills it in and sends it. */
async function create(page: Page, button: string, values: Record<string, string>, submit: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  for (const [label, value] of Object.entries(values))
    await dialog(page).getByLabel(label, { exact: true }).fill(value);
  await dialog(page).getByRole("button", { name: submit }).click();
  await expect(dialog(page)).toHaveCount(0);
}

test("a company's way of selling is set up: stages, choices, rates, people and their targets", async ({
  api,
  open,
  page: visitor,
}) => {
  test.setTimeout(120_000);
  const names = {
    pipeline: unique("续约"),
    stage: unique("试用"),
    choice: unique("展会"),
    person: unique("吴"),
  };
  const email = `${unique("wu").replace(" ", ".")}@example.com`;
  const page = await open("admin", "/settings/pipelines");
  const go = (link: string) => page.getByRole("main").getByRole("link", { name: link }).click();

  await create(page, "New pipeline", { "Name *": names.pipeline }, "Create pipeline");
  await expect(page.getByRole("tab", { name: names.pipeline, selected: true })).toBeVisible();
  await create(page, "New stage", { "Name *": names.stage, Probability: "35" }, "Create stage");
  await expect(page.getByRole("main").getByText(names.stage)).toBeVisible();
  const { pipelines } = await api.query<{
    pipelines: { name: string; stages: { name: string; probability: string }[] }[];
  }>(`{ pipelines { name stages { name probability } } }`);
  const made = pipelines.find(({ name }) => name === names.pipeline);
  expect(made?.stages).toContainEqual({ name: names.stage, probability: "0.35" });

  await go("Choices");
  await create(page, "New option", { "Name *": names.choice, Key: names.choice.replace(/[^a-z0-9]+/g, "x") }, "Add option");
  await expect(page.getByRole("main").getByText(names.choice)).toBeVisible();

  await go("Exchange rates");
  await page.getByRole("button", { name: "New rate", exact: true }).click();
  await dialog(page).getByRole("combobox", { name: "Currency" }).fill("SEK");
  await page.getByRole("option", { name: /^SEK/ }).click();
  await dialog(page).getByRole("textbox", { name: "Rate" }).fill("0.6789");
  await dialog(page).getByRole("button", { name: "Save rate" }).click();
  await expect(page.getByRole("row").filter({ hasText: "0.6789" }).first()).toBeVisible();

  await go("People and teams");
  await create(
    page,
    "New person",
    { "Name *": names.person, "E-mail": email, "First password": password },
    "Add person",
  );
  await expect(page.getByRole("main").getByText(names.person)).toBeVisible();

  await go("Targets");
  const target = page.getByRole("textbox", { name: `Target of ${names.person} for Q2` });
  await target.fill("120万");
  await target.press("Enter");
  await target.blur();
  await expect(target).toHaveValue("1,200,000");
  await page.reload();
  await expect(target).toHaveValue("1,200,000");

  // The person who was invited signs in, and takes the own access in hand.
  const signIn = async (secret: string) => {
    await visitor.getByRole("textbox", { name: /e-mail/i }).fill(email);
    await visitor.getByLabel(/^Password/).fill(secret);
    await visitor.getByRole("button", { name: "Sign in" }).click();
  };
  await visitor.goto("/settings/profile");
  await signIn(password);
  await expect(visitor.getByRole("heading", { name: "My profile" })).toBeVisible();
  // Another device, which the new password signs out.
  const other = await visitor.context().browser()?.newContext({ baseURL: new URL(visitor.url()).origin });
  const response = await other?.request.post("/graphql", {
    headers: { "X-Tundish": "1", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
    data: {
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }`,
      variables: { input: { email, password } },
    },
  });
  expect(response?.ok()).toBe(true);
  await visitor.reload();
  const elsewhere = visitor.getByRole("button", { name: /^End the session on Firefox/ });
  await expect(elsewhere).toBeVisible();
  await elsewhere.click();
  await expect(elsewhere).toHaveCount(0);
  await other?.close();

  const changed = `${password}-2`;
  await visitor.getByLabel("Current password").fill(password);
  await visitor.getByLabel("New password", { exact: true }).fill(changed);
  await visitor.getByLabel("New password, again").fill(changed);
  await visitor.getByRole("button", { name: "Change password" }).click();
  await expect(visitor.getByText("Password changed; other sessions have ended")).toBeVisible();

  await visitor.getByRole("button", { name: "New token" }).click();
  await dialog(visitor).getByRole("textbox", { name: "What it is for" }).fill("Report");
  await dialog(visitor).getByRole("button", { name: "Create token" }).click();
  const secret = (await dialog(visitor).locator("code").first().textContent()) ?? "";
  const asProgram = await visitor.request.post("/graphql", {
    headers: { Authorization: `Bearer ${secret}` },
    data: { query: "{ viewer { name } }" },
  });
  expect((await asProgram.json()).data.viewer.name).toBe(names.person);
  await dialog(visitor).getByRole("button", { name: "Done" }).click();
  await visitor.getByRole("button", { name: "Revoke the token Report" }).click();
  await expect(visitor.getByText("No access tokens.")).toBeVisible();

  await visitor.context().clearCookies();
  await visitor.goto("/settings/profile");
  await signIn(changed);
  await expect(visitor.getByRole("heading", { name: "My profile" })).toBeVisible();
});
