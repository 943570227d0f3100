import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../src/test";

const binary = process.env.TUNDISH_BINARY;

/** A server that nobody has set up, with what it prints at its first start. */
async function freshServer(): Promise<{ link: URL; stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "tundish-"));
  const server = spawn(binary ?? "", ["serve", "--data-dir", data, "--listen", "127.0.0.1:0"]);
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

test("who has the token that the server printed sets the company up, once", async ({ page }) => {
  test.skip(!binary, "needs TUNDISH_BINARY");
  const { link, stop } = await freshServer();
  try {
    const fill = async (token: string) => {
      await page.goto(`${link.origin}/set-up?token=${token}`);
      await page.getByLabel(/^Company \*|^Company$/).fill("晨光科技");
      await page.getByLabel(/^Your name/).fill("林致远");
      await page.getByLabel(/^Your e-mail/).fill("lin@example.com");
      await page.getByLabel(/^Password/).fill("correct-horse-battery");
      await page.getByRole("button", { name: "Set up and sign in" }).click();
    };
    await fill("not-the-token");
    await expect(page.locator("[aria-invalid=true], [role=alert]").first()).toBeVisible();
    const token = link.searchParams.get("token") ?? "";
    await fill(token);
    await expect(page.getByRole("heading", { level: 1, name: "Deals" })).toBeVisible();
    await page.context().clearCookies();
    await fill(token);
    await expect(page.locator("[aria-invalid=true], [role=alert]").first()).toBeVisible();
  } finally {
    await stop();
  }
});
