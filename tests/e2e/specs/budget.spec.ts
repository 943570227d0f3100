import { get } from "node:http";
import { dealLink, expect, listPath, test, unique } from "../src/test";

const budgetBytes = 250_000;

/** What the server sends for this file to a browser that takes gzip. */
function gzipBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

for (const view of ["board", "table"])
  test(`a cold start with the ${view} takes no more JavaScript than its budget`, async ({ api, open }) => {
    const accountId = await api.create("Account", { name: unique("预算") });
    await api.create("Deal", { name: unique("预算"), accountId });
    const page = await open("admin", "about:blank");
    const scripts = new Set<string>();
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.add(request.url());
    });
    await page.goto(listPath("/deals", { view, filter: [{ accountId: { eq: accountId } }] }));
    await expect(dealLink(page, "预算")).toBeVisible();
    // The budget counts what comes until then, so that fetching ahead does not take the network from the first list.
    await page.waitForTimeout(2000);
    const sizes = await Promise.all([...scripts].map(gzipBytes));
    const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
    test.info().annotations.push({ type: "gzip bytes of JavaScript", description: String(total) });
    expect(total).toBeLessThanOrEqual(budgetBytes);
  });
