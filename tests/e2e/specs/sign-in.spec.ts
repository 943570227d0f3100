import { addressOf, password } from "../src/api";
import { expect, test } from "../src/test";

test("one signs in, and comes to the page that was asked for", async ({ page }) => {
  await page.goto("/accounts");
  await page.getByRole("textbox", { name: /e-mail/i }).fill(addressOf.rep);
  await page.getByLabel(/^Password/).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  await expect(page).toHaveURL(/\/accounts$/);
});

test("signing out leaves nothing open", async ({ open }) => {
  const page = await open("rep", "/deals");
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.goto("/deals");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});
