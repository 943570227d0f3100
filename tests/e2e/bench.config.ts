import { defineConfig } from "@playwright/test";
import usual from "./playwright.config";

/** Measurements, apart from the tests: `pnpm bench:live` with TUNDISH_URL of a server that is ready. */
export default defineConfig(usual, {
  testDir: "bench",
  workers: 1,
  timeout: 300_000,
  use: { ...usual.use, trace: "off" },
});
