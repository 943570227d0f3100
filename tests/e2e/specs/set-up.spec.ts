import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, unique } from "../src/test";

const binary = process.env.TUNDISH_BINARY;

interface Running {
  stop: () => Promise<void>;
}

/** A server that nobody has set up, with the link that it prints at its first start. */
async function freshServer(allowedOrigin: string): Promise<Running & { link: URL }> {
  const data = await mkdtemp(join(tmpdir(), "tundish-"));
  const options = ["--data-dir", data, "--listen", "127.0.0.1:0", "--allowed-origins", allowedOrigin];
  const server = spawn(binary ?? "", ["serve", ...options]);
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
    await rm(data, { recursive: true });
  };
  const link = await new Promise<URL>((resolve, reject) => {
    let printed = "";
    const read = (chunk: Buffer): void => {
      printed += chunk;
      const found = /http:\/\/\S+\/set-up\?token=[\w-]+/.exec(printed);
      if (found) resolve(new URL(found[0]));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", () => reject(new Error(`it ended: ${printed}`)));
  });
  return { link, stop };
}

/** The built pages on an origin of their own, told where the API is as an operator tells them. */
async function pagesElsewhere(files: string): Promise<Running & { origin: string; api: (origin: string) => void }> {
  let api = "";
  const host = createServer(async ({ url = "/" }, response) => {
    const file = await fetch(new URL(url, files));
    const type = file.headers.get("Content-Type") ?? "";
    const body = Buffer.from(await file.arrayBuffer());
    response.setHeader("Content-Type", type);
    response.end(
      type.startsWith("text/html")
        ? body.toString().replace(/(<meta name="tundish-api" content=")/, `$1${api}`)
        : body,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const { port } = host.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    api: (origin) => {
      api = origin;
    },
    stop: () =>
      new Promise((resolve) => {
        host.closeAllConnections();
        host.close(() => resolve());
      }),
  };
}

test("who has the token that the server printed sets the company up, once; its pages may come from another origin", async ({
  page,
  baseURL,
}) => {
  expect(binary, "scripts/e2e names the server in TUNDISH_BINARY").toBeTruthy();
  test.setTimeout(120_000);
  const pages = await pagesElsewhere(baseURL ?? "");
  const { link, stop } = await freshServer(pages.origin);
  pages.api(link.origin);
  try {
    const fill = async (token: string) => {
      await page.goto(`${pages.origin}/set-up?token=${token}`);
      await page.getByLabel(/^Company \*|^Company$/).fill("晨光科技");
      await page.getByLabel(/^Your name/).fill("林致远");
      await page.getByLabel(/^Your e-mail/).fill("lin@example.com");
      await page.getByLabel(/^Password/).fill("correct-horse-battery");
      await page.getByRole("button", { name: "Set up and sign in" }).click();
    };
    const refusal = page.locator("[aria-invalid=true], [role=alert]").first();
    await fill("not-the-token");
    await expect(refusal).toBeVisible();
    const token = link.searchParams.get("token") ?? "";
    await fill(token);
    await expect(page.getByRole("heading", { level: 1, name: "Deals" })).toBeVisible();

    // Live: what happens elsewhere comes over the socket of the other origin.
    await page.getByRole("link", { name: "Accounts" }).click();
    await expect(page.getByText("0 records")).toBeVisible();
    const name = unique("另一来源");
    await expect(async () => {
      await page.request.post(`${link.origin}/graphql`, {
        headers: { "X-Tundish": "1" },
        data: { query: `mutation { createAccount(input: { name: "${name}" }) { account { id } } }` },
      });
      await expect(page.getByRole("link", { name }).first()).toBeVisible({ timeout: 3_000 });
    }).toPass();

    // A file goes there, and what was refused comes from there.
    await page.getByRole("link", { name: "Import" }).click();
    await page.locator("input[type=file]").setInputFiles({
      name: "accounts.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Company,Phone\n晨光,1\n,2\n"),
    });
    await page.getByRole("button", { name: "Test run" }).click();
    await expect(page.getByRole("region", { name: "Refused rows" })).toContainText("2");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Refused rows with reasons" }).click();
    expect((await downloading).url()).toContain(link.origin);

    await page.context().clearCookies();
    await fill(token);
    await expect(refusal).toBeVisible();
  } finally {
    await stop();
    await pages.stop();
  }
});
