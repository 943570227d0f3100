import { expect, test, unique } from "../src/test";

test("a field that someone else changed meanwhile is shown, not overwritten", async ({ api, open }) => {
  const id = await api.create("Deal", { name: unique("冲突"), amount: { amount: "100000" } });
  const page = await open("admin", `/deals/${id}`);
  await page.getByRole("button", { name: /^Amount/ }).click();
  const input = page.getByRole("textbox", { name: "Amount" });
  await input.fill("120000");
  await api.updateDeal(id, { amount: { amount: "150000" }, description: "also changed" });
  await input.press("Enter");
  const conflict = page.getByRole("alert").filter({ hasText: "Meanwhile changed" });
  await expect(conflict).toContainText("¥150,000");
  expect((await api.deal(id)).amount?.amount).toBe("150000.00");
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("button", { name: /^Amount/ })).toContainText("¥120,000");
  expect((await api.deal(id)).amount?.amount).toBe("120000.00");
});

test("changes of different fields by two people both stay", async ({ api, open }) => {
  const id = await api.create("Deal", { name: unique("合并"), amount: { amount: "100000" } });
  const page = await open("admin", `/deals/${id}`);
  await page.getByRole("button", { name: /^Amount/ }).click();
  const input = page.getByRole("textbox", { name: "Amount" });
  await input.fill("120000");
  await api.updateDeal(id, { expectedCloseDate: "2030-05-06" });
  await input.press("Enter");
  await expect(page.getByRole("button", { name: /^Amount/ })).toContainText("¥120,000");
  const deal = await api.deal(id);
  expect(deal.amount?.amount).toBe("120000.00");
  expect(deal.expectedCloseDate).toBe("2030-05-06");
});

test("a field that is left as it was changes nothing, whatever others wrote meanwhile", async ({ api, open }) => {
  const id = await api.create("Deal", { name: unique("未改"), amount: { amount: "100000" } });
  const page = await open("admin", `/deals/${id}`);
  await page.getByRole("button", { name: /^Amount/ }).click();
  const input = page.getByRole("textbox", { name: "Amount" });
  await expect(input).toHaveValue("100000");
  await api.updateDeal(id, { amount: { amount: "150000" } });
  // The header shows what has come; the editor keeps what it was opened with.
  await expect(page.getByText("¥150,000").first()).toBeVisible();
  await input.press("Enter");
  await expect(page.getByRole("button", { name: /^Amount/ })).toContainText("¥150,000");
  expect((await api.deal(id)).amount?.amount).toBe("150000.00");
});

test("what is being typed on one record is not taken along to the next", async ({ api, open }) => {
  const [from, to] = [unique("甲单"), unique("乙单")];
  const id = await api.create("Deal", { name: from });
  await api.create("Deal", { name: to });
  const page = await open("admin", `/deals/${id}`);
  const note = page.getByRole("textbox", { name: "Write a note" });
  await note.fill("Only for the first.");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: to })).toBeVisible();
  await expect(note).toHaveValue("");
});

test("a name and Enter choose another owner, also before the answer is here", async ({ api, open }) => {
  const id = await api.create("Deal", { name: unique("换人"), ownerId: await api.userId("rep") });
  const page = await open("admin", `/deals/${id}`);
  const owner = page.getByRole("button", { name: /^Owner/ });
  await expect(owner).toContainText("李娜");
  await owner.click();
  const picker = page.getByRole("combobox", { name: "Owner" });
  await picker.fill("张伟");
  await expect(page.getByRole("option", { name: "张伟" })).toBeVisible();
  await picker.press("Enter");
  await expect(owner).toContainText("张伟");
  await owner.click();
  await picker.fill("李娜");
  await picker.press("Enter");
  await expect(owner).toContainText("李娜");
  expect((await api.deal(id)).owner?.id).toBe(await api.userId("rep"));
});

test("cells of line items that are left as they were are not saved, and two at once both are", async ({
  api,
  open,
}) => {
  const product = await api.create("Product", { name: unique("传感器"), listPrice: { amount: "3200" } });
  const id = await api.create("Deal", { name: unique("两格") });
  await api.query(
    `mutation ($id: ID!, $lines: [DealLineInput!]!) { setDealLines(id: $id, lines: $lines) { userErrors { message } } }`,
    { id, lines: [{ productId: product, quantity: "1", unitPrice: { amount: "3200" } }] },
  );
  const page = await open("admin", `/deals/${id}`);
  const quantity = page.getByRole("textbox", { name: "Qty" });
  const price = page.getByRole("textbox", { name: "Price" });
  const saves: string[] = [];
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("mutation SetDealLines(")) {
      saves.push("save");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await route.fallback();
  });
  await price.focus();
  await quantity.focus();
  await quantity.fill("3");
  await price.focus();
  await price.fill("2500");
  await price.press("Enter");
  await expect(page.getByText("¥7,500").first()).toBeVisible();
  await expect(price).toHaveValue("2,500");
  expect(saves).toHaveLength(2);
  const { deal } = await api.query<{ deal: { lineItemsTotal: { amount: string } } }>(
    `query ($id: ID!) { deal(id: $id) { lineItemsTotal { amount } } }`,
    { id },
  );
  expect(deal.lineItemsTotal.amount).toBe("7500.00");
});

test("on a deal's page the line items' sum replaces the amount only on request, and roles and stages are set", async ({
  api,
  open,
}) => {
  const product = unique("网关");
  await api.create("Product", { name: product, listPrice: { amount: "3200" } });
  const accountId = await api.create("Account", { name: unique("明细") });
  const contact = unique("孙悦");
  await api.create("Contact", { name: contact, accountId });
  const id = await api.create("Deal", { name: unique("明细"), accountId, amount: { amount: "100" } });
  const page = await open("admin", `/deals/${id}`);
  await page.getByRole("combobox", { name: "Add product" }).fill(product);
  await page.getByRole("option", { name: product }).click();
  await page.getByRole("textbox", { name: "Qty" }).fill("3");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Take over as amount" })).toBeVisible();
  await expect(page.getByText("¥9,600").first()).toBeVisible();
  expect((await api.deal(id)).amount?.amount).toBe("100.00");
  await page.getByRole("button", { name: "Take over as amount" }).click();
  await expect(page.getByRole("button", { name: /^Amount/ })).toContainText("¥9,600");

  await page.getByRole("combobox", { name: "Add contact" }).fill(contact);
  await page.getByRole("option", { name: contact }).click();
  const role = page.getByRole("combobox", { name: `Role of ${contact}` });
  await role.click();
  await page.getByRole("option", { name: "Decision maker" }).click();
  await expect(role).toHaveValue("Decision maker");
  await expect.poll(async () => (await api.deal(id)).buyingRoles).toEqual([{ role: "DECISION_MAKER" }]);

  const path = page.getByRole("list", { name: "Stages" });
  await path.getByRole("button", { name: "Move to Proposal" }).click();
  await expect(path.getByRole("button", { name: "Proposal, current stage" })).toBeVisible();
  expect((await api.deal(id)).stage.id).toBe((await api.stages())[2]?.id);
  await path.getByRole("button", { name: "Move to Won" }).click();
  await page.getByRole("dialog").getByLabel(/^Final amount/).fill("9000");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await api.deal(id)).stage.kind).toBe("WON");
  expect((await api.deal(id)).amount?.amount).toBe("9000.00");
});

test("a customer is created, found on its page with what belongs to it, deleted and brought back", async ({
  open,
}) => {
  const name = unique("恒远制造");
  const person = unique("王芳");
  const page = await open("admin", "/accounts");
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  await expect(page.getByRole("button", { name: "New account" })).toBeVisible();
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByRole("textbox", { name: "Company" }).fill(name);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("button", { name: "New contact" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(person);
  await page.keyboard.press("ControlOrMeta+Enter");
  const related = page.getByRole("complementary");
  await expect(related.getByRole("link", { name: person })).toBeVisible();

  await page.getByRole("textbox", { name: "Write a note" }).fill("Wants to see it next week.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "Wants to see it next week." })).toBeVisible();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete all" }).click();
  await expect(page).toHaveURL(/\/accounts$/);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByRole("textbox", { name: "Search in this list" }).fill(name);
  await expect(page.getByRole("link", { name })).toBeVisible();
});
