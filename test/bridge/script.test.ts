// @vitest-environment node
import { createContext, Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directiveOf, withTap } from "../../src/bridge/script";

const URL = "blob:https://example.test/1";
const PROGRAM = "(function(url){globalThis.taps=[url,`two\nlines`]})".slice(1, -1);

describe("what stands in front of a script with the tap", () => {
  test.each([
    ['"use strict"; x()', '"use strict";'],
    ["'use strict';", '"use strict";'],
    ['/* licence */\n// more\n  "use strict"\nvar x', '"use strict";'],
    ['"use strict"\n(function () {})()', null],
    ['"use strict".length', null],
    ['"use strict" + x', null],
    ['"use strict"\nin x', null],
    ['"use asm"; "use strict"', null],
    ["#!node\nx()", null],
    ["--> a comment", null],
    ["<!-- a comment\nx()", null],
    ["/regular/.test(x)", null],
    ["(()=>{})()", ""],
    ["var a", ""],
    ["import x from 'y'", ""],
    ["// only a comment", ""],
    ["", ""],
  ])("%j", (script, directive) => {
    expect(directiveOf(script)).toBe(directive);
  });

  test("comments without end cost no stack", () => {
    expect(directiveOf("/**/".repeat(1_000_000))).toBeOneOf(["", null]);
  });

  test("the script keeps its lines, and has its own name in traces unless it names itself", () => {
    const made = withTap("a();\nb()", URL, PROGRAM) ?? "";
    expect(made.split("\n")).toHaveLength(3);
    expect(made.split("\n")[1]).toBe("b()");
    expect(made.endsWith(`\n//# sourceURL=${URL}`)).toBe(true);
    expect(withTap("a()\n//# sourceURL=own.js", URL, PROGRAM)).not.toContain(`${URL}\n`);
    expect(withTap("a()\n//# sourceURL=own.js", URL, PROGRAM)?.match(/sourceURL/g)).toHaveLength(1);
    expect(withTap("a()", `${URL}# with a space`, PROGRAM)).not.toContain("sourceURL");
  });

  test.each([
    ['import "./a.js"', false],
    ["import{a}from'./a.js';a()", false],
    ["import * as a from './a.js'", false],
    ["import a from './a.js'", false],
    ["a();\nimport a, { b } from './a.js'", false],
    ["export * from './a.js'", false],
    ["new Worker(import.meta.url)", false],
    ["import('./a.js')", true],
    ["export const a = 1", true],
    ["important()", true],
    ["a.import.b", true],
  ])("a module that imports, or asks for its address, is left alone: %s", (script, made) => {
    expect(withTap(script, URL, PROGRAM) !== null).toBe(made);
  });

  test("a program with lines of its own is not used", () => {
    expect(withTap("a()", URL, "function(){\n}")).toBeNull();
  });

  const piece = fc.constantFrom(
    ...[
      '"use strict"',
      "'use strict'",
      '"use asm"',
      "`use strict`",
      ";",
      "\n",
      " ",
      "\t",
      "/* c */",
      "// c\n",
    ],
    ...[
      "(0)",
      "[0]",
      "+1",
      ".length",
      "in {}",
      "var a",
      "{}",
      "!0",
      "a",
      ",0",
      "#!x\n",
      "--> c\n",
      "<!-- c\n",
    ],
  );
  test("whatever it begins with, it is as strict as before, and fails where it failed", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const script = `${pieces.join("")}\n;strict=(function(){return this===undefined})()`;
        const made = withTap(script, URL, PROGRAM);
        if (made === null) return;
        expect(run(made)).toEqual({ ...run(script), taps: [URL, "two\nlines"] });
      }),
      { numRuns: 3000 },
    );
  });
});

/** What comes of a script: whether it was strict, or the error that it threw. */
function run(script: string): object {
  const world: Record<string, unknown> = { a: 1, taps: undefined, strict: undefined, failed: undefined };
  try {
    new Script(script).runInContext(createContext(world));
  } catch (error) {
    world.failed = (error as Error).name;
    // Without a script that runs there is no tap in it either.
    if (world.failed === "SyntaxError") world.taps = [URL, "two\nlines"];
  }
  return { taps: world.taps, strict: world.strict, failed: world.failed };
}
