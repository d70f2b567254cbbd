import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright";
import { findChromium } from "../../scripts/browser";
import { dist } from "../../scripts/root";

/** A browser whose loads are measured. */
export interface Loader {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  close(): Promise<void>;
}

interface Variant {
  readonly name: string;
  /** The content scripts that are left; without it there is no extension at all. */
  readonly scripts?: readonly Script[];
  /** The scripts are there and say nothing: what is left is the browser's machinery. */
  readonly empty?: boolean;
}

type Script = "bridge" | "page";

/** The first is the one that others are compared with; the second says how far two equal browsers differ. */
export const VARIANTS: readonly Variant[] = [
  { name: "no extension" },
  { name: "no extension, again" },
  { name: "extension without content scripts", scripts: [] },
  { name: "both scripts, empty", scripts: ["bridge", "page"], empty: true },
  { name: "the bridge only", scripts: ["bridge"] },
  { name: "the tap only", scripts: ["page"] },
  { name: "both, as shipped", scripts: ["bridge", "page"] },
];

/** A tap that no bridge answers stays away, so in its absence somebody has to take the port. */
const TAKE_PORT = `document.addEventListener("load", (event) => event.preventDefault(), { once: true });`;

const FLAGS = [
  "--test-type",
  "--no-first-run",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A second site on the same server, so that a load can need a new process.
  "--host-resolver-rules=MAP localhost 127.0.0.1",
];

/** Starts a browser of its own for a variant, all with the same flags. */
export async function launchVariant(variant: Variant): Promise<Loader> {
  const folder = await mkdtemp(join(tmpdir(), "sockeye-bench-"));
  const extension = join(folder, "extension");
  if (variant.scripts) await writeExtension(extension, variant);
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: await findChromium(),
    headless: true,
    viewport: null,
    args: variant.scripts
      ? [...FLAGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : FLAGS,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const close = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { name: variant.name, page, session, close };
}

interface Manifest {
  content_scripts: { js: [string] }[];
}

/** The built extension with some of its content scripts. */
async function writeExtension(folder: string, { scripts = [], empty = false }: Variant): Promise<void> {
  await cp(dist, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest: Manifest = JSON.parse(await readFile(path, "utf8"));
  manifest.content_scripts = manifest.content_scripts.filter(({ js }) => {
    return scripts.some((script) => js[0].startsWith(`src/${script}/`));
  });
  if (manifest.content_scripts.length !== scripts.length) throw new Error(`Not in ${path}: ${scripts}`);
  await writeFile(path, JSON.stringify(manifest));
  for (const { js } of manifest.content_scripts) {
    const file = join(folder, js[0]);
    if (empty) await writeFile(file, "");
    else if (!scripts.includes("bridge")) await writeFile(file, TAKE_PORT + (await readFile(file, "utf8")));
  }
}
