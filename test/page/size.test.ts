// @vitest-environment node
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";

/** Every page of every site pays for it. */
const MOST_BYTES = 8_000;

test("the script that runs in every page is under 8 kB gzipped", async () => {
  const [output] = (await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "chrome148",
      lib: { entry: "src/page/main.iife.ts", formats: ["iife"], name: "tap" },
    },
  })) as Rolldown.RolldownOutput[];
  const code = output?.output[0].code ?? "";
  expect(code.length).toBeGreaterThan(1000);
  expect(gzipSync(code).length).toBeLessThan(MOST_BYTES);
});
