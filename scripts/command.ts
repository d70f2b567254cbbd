import { type SpawnOptions, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root";

interface CommandOptions {
  env?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Keeps what the command prints to itself; it is shown only if the command fails. */
  quiet?: boolean;
}

const PATIENCE = 5_000;

/** Runs a command in the project's folder and answers with its exit code; 127 when it cannot start. */
export function run(
  command: string,
  args: readonly string[],
  { env, signal, quiet = false }: CommandOptions = {},
): Promise<number> {
  const options: SpawnOptions = {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  };
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = spawn(command, args, options);
    const output: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    const stop = () => {
      // SIGINT, since test runners then put their house in order; now and then Playwright's never ends with that.
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGKILL"), PATIENCE).unref();
    };
    signal?.addEventListener("abort", stop);
    const end = (code: number) => {
      signal?.removeEventListener("abort", stop);
      if (signal?.aborted) return reject(signal.reason);
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code);
    };
    child.on("error", () => end(127));
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Runs the command line tool of an installed package. Goes round npx, which is a shell script on Windows. */
export function runTool(name: string, args: readonly string[], options?: CommandOptions): Promise<number> {
  return run(process.execPath, [binOf(name), ...args], options);
}

function binOf(name: string): string {
  const folder = join(root, "node_modules", packageOf[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}

const packageOf: Record<string, string> = { biome: "@biomejs/biome", tsc: "typescript" };
