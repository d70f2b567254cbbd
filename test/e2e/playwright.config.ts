import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const out = (path: string) => fileURLToPath(new URL(`../../out/${path}`, import.meta.url));

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: out("e2e"),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: out("e2e.json") }]],
  use: { trace: "off", actionTimeout: 10_000, navigationTimeout: 10_000 },
});
