// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chat } from "./support/example";
import { manualTables } from "./support/manual-tables";
import { World } from "./support/world";

const here = new URL(".", import.meta.url);
const manual = readFileSync(new URL("../../docs/replay-client.md", here), "utf8");

/** The code of a file below its imports, without the words that make it a module. */
function codeOf(file: string): string {
  const code = readFileSync(new URL(`support/${file}`, here), "utf8");
  return code.replace(/^import .*\n/gm, "").trim();
}

/** Behaviour by behaviour: its number, and the titles in the last column. */
const behaviours = [...manual.matchAll(/^\| (\d+) \|.*\| ([^|]*) \|$/gm)].map(([, number, titles]) => ({
  number: Number(number),
  titles: [...(titles ?? "").matchAll(/`([^`]+)`/g)].map(([, title]) => title ?? ""),
}));

test("the manual has the 31 behaviours, and every test that it names is there", () => {
  expect(behaviours.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  const sources = readdirSync(here)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => readFileSync(new URL(name, here), "utf8"))
    .join("\n");
  const named = behaviours.flatMap(({ titles }) => titles);
  const elsewhere = [...manual.matchAll(/`([^`\n]*\breconnecting \d[^`\n]*)`/g)].map(
    ([, title]) => title ?? "",
  );
  expect([...named, ...elsewhere].filter((title) => !sources.includes(`"${title}"`))).toEqual([]);
  expect(behaviours.filter(({ titles }) => titles.length === 0)).toEqual([]);
});

test("its tables of options and presets are those of the code", () => {
  for (const table of manualTables()) expect(manual).toContain(table);
});

test("its code is code of the tests", () => {
  expect(manual).toContain(codeOf("example.ts").replace(/^\/\*\*.*\n/m, ""));
  expect(manual).toContain(codeOf("browser-environment.ts"));
});

test("its example tells what it says", () => {
  const world = new World();
  const lines: string[] = [];
  chat(world, (line) => lines.push(line));
  world.socket.serverOpens();
  world.socket.serverSends("hello");
  world.socket.serverCloses(4403, "Forbidden");
  const told = lines.map((line) => `${line}\n`).join("");
  expect(manual).toContain(told);
});
