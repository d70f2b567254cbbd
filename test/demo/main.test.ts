// @vitest-environment node
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDemo } from "../../demo/start-demo";

const MAIN = fileURLToPath(new URL("../../demo/main.ts", import.meta.url));

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const ended = once(child, "close").then(([code]) => ({ code, errors }));
  return { child, ended };
}

describe("demo/main.ts", { timeout: 20_000 }, () => {
  it("prints its URL, serves there and ends on SIGTERM", async () => {
    const { child, ended } = run("--port", "0");
    const [line] = await once(child.stdout, "data");
    const url = /http:\S+/.exec(String(line))?.[0] ?? "";
    expect((await fetch(url)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toEqual({ code: 0, errors: "" });
  });

  it("says so when the port is in use", async () => {
    const demo = await startDemo();
    onTestFinished(() => demo.close());
    const { code, errors } = await run("--port", new URL(demo.url).port).ended;
    expect(code).toBe(1);
    expect(errors).toContain("the port is in use");
  });

  it.each([
    [["--port", "many"], '--port must be a whole number from 0 to 65535, not "many"'],
    [["--port", "70000"], "Port 70000 is not a whole number from 0 to 65535"],
    [["--prot", "1"], "Unknown option '--prot'"],
  ])("refuses %j with a clear word", async (args, message) => {
    const { code, errors } = await run(...args).ended;
    expect(code).toBe(1);
    expect(errors).toContain(message);
    expect(errors).toContain("Usage: npx tsx demo/main.ts [--port 8080]");
  });
});
