// @vitest-environment node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { circles, readImports } from "./support/imports";

/** Who may import whom, from docs/architecture.md: files by where they are, packages by name. Nothing else. */
const MAY_IMPORT: [room: string, allowed: RegExp][] = [
  ["src/conditions.ts", /^$/],
  ["src/protocol.ts", /^src\/conditions\.ts$/],
  ["src/model/", /^src\/(protocol\.ts|conditions\.ts|model\/)|^(valibot|fflate)$/],
  ["src/link/", /^src\/(protocol\.ts|conditions\.ts|link\/)/],
  ["src/page/", /^src\/(protocol\.ts|conditions\.ts|link\/|page\/)/],
  ["src/bridge/", /^src\/(protocol\.ts|conditions\.ts|link\/|bridge\/)|^webextension-polyfill$/],
  ["src/background/", /^src\/(protocol\.ts|conditions\.ts|link\/|background\/)|^webextension-polyfill$/],
  ["src/devtools/", /^webextension-polyfill$/],
  ["src/client/", /^src\/client\//],
  ["src/panel/main.tsx", /^src\/(protocol\.ts|link\/|panel\/)|^webextension-polyfill$/],
  [
    "src/panel/",
    /^src\/(protocol\.ts|conditions\.ts|link\/|model\/|client\/|panel\/)|^(preact(\/hooks)?|@preact\/signals|lucide|idb|@codemirror\/[a-z-]+|@lezer\/highlight)$|^package\.json$/,
  ],
];

const root = fileURLToPath(new URL("..", import.meta.url));
const imports = readImports(root, "src");
const files = [...imports.keys()];

function code(file: string): string {
  return readFileSync(`${root}${file}`, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}

function touching(room: string, words: RegExp): string[] {
  return files.filter((file) => file.startsWith(room) && words.test(code(file)));
}

test("the reader of imports sees them: in TypeScript, in TSX, types too", () => {
  expect(imports.get("src/panel/mount.tsx")).toContain("preact");
  expect(imports.get("src/panel/mount.tsx")).toContain("src/protocol.ts");
  expect(imports.get("src/link/link.ts")).toEqual([]);
  expect(files.length).toBeGreaterThan(50);
});

test("nothing goes in circles", () => {
  expect(circles(imports)).toEqual([]);
});

describe("rooms import only what they may", () => {
  test.each(files)("%s", (file) => {
    const allowed = MAY_IMPORT.find(([room]) => file.startsWith(room))?.[1];
    expect(allowed, `${file} stands in no room of the house`).toBeDefined();
    expect(imports.get(file)?.filter((to) => !allowed?.test(to))).toEqual([]);
  });
});

describe("rooms touch only what they may of the browser", () => {
  test("the page's world knows no extension API", () => {
    expect(touching("src/page/", /\b(chrome|browser)\b/)).toEqual([]);
  });

  test("the polyfill, 10 kB, is not in the bridge, which runs in every frame", () => {
    expect(code("src/bridge/main.iife.ts")).toContain('import type { Runtime } from "webextension-polyfill"');
    expect(touching("src/bridge/", /import (?!type)[^;]*webextension-polyfill/)).toEqual([]);
  });

  test("what frames mean is worked out without a browser", () => {
    expect(touching("src/model/", /\b(window|document|chrome|browser|navigator)\./)).toEqual([]);
  });

  test("in the panel only main.tsx knows the extension API", () => {
    expect(touching("src/panel/", /\b(chrome|browser)\./)).toEqual(["src/panel/main.tsx"]);
  });

  test("nothing is rendered as HTML", () => {
    expect(
      touching("src/", /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|\beval\(/),
    ).toEqual([]);
  });
});

test("no file is over 300 lines", () => {
  expect(files.filter((file) => readFileSync(`${root}${file}`, "utf8").split("\n").length > 301)).toEqual([]);
});
