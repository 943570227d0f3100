import { readFile } from "node:fs/promises";
import { expect, test, unique } from "../src/test";

test("a file is mapped, tried, imported and reported, and what was refused comes back with its reason", async ({
  open,
}) => {
  const name = unique("导入客户");
  const file = [
    "公司名称,所在地,电话",
    `${name} 甲,上海,021-5555 6666`,
    ",杭州,0571-8888 9999",
    `"${name}, 乙",苏州,`,
    "",
  ].join("\n");
  const page = await open("admin", "/import");
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  await page.locator("input[type=file]").setInputFiles({
    name: "客户.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(file),
  });

  const field = (column: string) => page.getByRole("combobox", { name: `Field for the column ${column}` });
  await expect(field("公司名称")).toHaveValue(/^Account name/);
  await expect(field("电话")).toHaveValue("Phone");
  await field("所在地").click();
  await page.getByRole("option", { name: "City" }).click();
  await page.getByRole("button", { name: "Test run" }).click();

  const count = (label: string) =>
    page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
  await expect(count("Created")).toContainText("2");
  await expect(count("Refused")).toContainText("1");
  await expect(page.getByText("Nothing has been written.")).toBeVisible();
  await page.getByRole("button", { name: "Import now" }).click();
  await expect(page.getByText("Nothing has been written.")).toHaveCount(0);
  await expect(count("Created")).toContainText("2");
  const refused = page.getByRole("region", { name: "Refused rows" }).getByRole("row").nth(1);
  await expect(refused).toContainText("杭州");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Refused rows with reasons" }).click();
  const path = await (await downloading).path();
  const lines = (await readFile(path, "utf8")).replace(/^\uFEFF/, "").trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe("row,reason,公司名称,所在地,电话");
  expect(lines[1]).toMatch(/^2,.+,,杭州,0571-8888 9999$/);

  await page.getByRole("link", { name: "Show the records" }).click();
  await page.getByRole("textbox", { name: "Search in this list" }).fill(name);
  await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(2);
  await expect(page.getByRole("row").filter({ hasText: `${name}, 乙` })).toContainText("苏州");
});
