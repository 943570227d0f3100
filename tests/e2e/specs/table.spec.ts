import { expect, listPath, test, unique } from "../src/test";

test("filter, sort and columns stand in the URL, and a link with them opens the same list", async ({
  api,
  open,
}) => {
  const accountId = await api.create("Account", { name: unique("筛选") });
  const small = unique("小单");
  const large = unique("大单");
  await api.create("Deal", { name: small, accountId, amount: { amount: "1000" } });
  await api.create("Deal", { name: large, accountId, amount: { amount: "900000" } });
  const page = await open(
    "admin",
    listPath("/deals", { view: "table", filter: [{ accountId: { eq: accountId } }] }),
  );
  await expect(page.getByRole("row")).toHaveCount(3);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Field" })).toBeFocused();
  await page.keyboard.type("Amount");
  await page.keyboard.press("Enter");
  await page.getByLabel("Value").fill("50k");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("link", { name: large })).toBeVisible();
  await expect(page).toHaveURL(/amount.*gte.*50000/);

  await page
    .getByRole("columnheader", { name: /^Amount/ })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL(/sort=AMOUNT/);

  const copy = await open("admin", page.url());
  await expect(copy.getByRole("row")).toHaveCount(2);
  await expect(copy.getByRole("columnheader", { name: /^Amount/ })).toHaveAttribute("aria-sort", "ascending");
});

test("a server that does not answer is said, and is asked again by a click", async ({ api, open }) => {
  const name = unique("重试");
  const accountId = await api.create("Account", { name: unique("重试") });
  const id = await api.create("Deal", { name, accountId });
  const page = await open("admin", "/deals?view=table");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  const silent = (operation: string) =>
    page.route("**/graphql", (route) =>
      route.request().postData()?.includes(`query ${operation}(`) ? route.abort() : route.fallback(),
    );
  const failure = page.getByRole("alert").filter({ has: page.getByRole("button", { name: "Try again" }) });
  await silent("AccountList");
  await page.getByRole("link", { name: "Accounts" }).click();
  await expect(failure).toContainText("The list could not be read");
  await page.unrouteAll();
  await failure.getByRole("button").click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expect(failure).toHaveCount(0);

  // What was not read is not said to be missing.
  await silent("Deal");
  await page.goto(`/deals/${id}`);
  await expect(failure).toContainText("The server can't be reached");
  await page.unrouteAll();
  await failure.getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  for (const operation of ["RelatedDeals", "OpenTasks"]) await silent(operation);
  await page.goto(`/accounts/${accountId}`);
  await expect(failure).toHaveCount(2);
  await expect(failure.first()).toContainText("The list could not be read");
  await page.unrouteAll();
  for (const left of [1, 0]) {
    await failure.first().getByRole("button").click();
    await expect(failure).toHaveCount(left);
  }
  await expect(page.getByRole("complementary").getByRole("link", { name })).toBeVisible();
});

test("a list is narrowed by the day on which its records were made", async ({ api, open }) => {
  const name = unique("建于今日");
  await api.create("Account", { name });
  const page = await open("admin", listPath("/accounts", { search: name }));
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Field" })).toBeFocused();
  await page.keyboard.type("Created");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Condition" }).click();
  await page.getByRole("option", { name: "before" }).click();
  await page.getByLabel("Value").fill("2030-01-01");
  await page.keyboard.press("Enter");
  const chip = page.getByRole("button", { name: "Created before 2030-01-01", exact: true });
  await expect(chip).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(2);
  await chip.click();
  await page.getByLabel("Value").fill("2020-01-01");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row")).toHaveCount(0);
});

test("at least eighteen rows are in sight at a height of 800 pixels", async ({ api, open }) => {
  const accountId = await api.create("Account", { name: unique("密度") });
  await Promise.all(
    Array.from({ length: 25 }, () => api.create("Deal", { name: unique("密度"), accountId })),
  );
  const page = await open(
    "admin",
    listPath("/deals", { view: "table", filter: [{ accountId: { eq: accountId } }] }),
  );
  await expect(page.getByRole("row").nth(20)).toBeAttached();
  const bottoms = await page
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
  // The first row is the head.
  expect(bottoms.filter((bottom) => bottom <= 800).length - 1).toBeGreaterThanOrEqual(18);
});

test("a list longer than a page is read on while scrolling", async ({ api, open }) => {
  const accountId = await api.create("Account", { name: unique("滚动") });
  const last = unique("最早的一单");
  await api.create("Deal", { name: last, accountId });
  await Promise.all(
    Array.from({ length: 70 }, () => api.create("Deal", { name: unique("滚动"), accountId })),
  );
  const page = await open(
    "admin",
    listPath("/deals", { view: "table", filter: [{ accountId: { eq: accountId } }] }),
  );
  await expect(page.getByRole("row").nth(10)).toBeAttached();
  await page.mouse.move(700, 500);
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await expect(page.getByRole("link", { name: last })).toBeVisible({ timeout: 500 });
  }).toPass();
});
