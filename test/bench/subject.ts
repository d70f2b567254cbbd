import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright";
import { findChromium } from "../../scripts/browser";
import { launch } from "../../scripts/chromium/launch";
import { openPanelTab } from "../../scripts/chromium/panel-tab";

/** A way of looking at a page, whose cost is compared. */
export interface Subject {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  /** Where the frames arrive, if anywhere. */
  readonly panel?: Page;
  close(): Promise<void>;
}

const FLAGS = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function bareContext(): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), "sockeye-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    viewport: null,
    args: ["--test-type", "--no-first-run", ...FLAGS],
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { context, close };
}

async function subject(name: string, context: BrowserContext, close: () => Promise<void>): Promise<Subject> {
  const page = await context.newPage();
  return { name, page, session: await context.newCDPSession(page), close };
}

/** The page as it is. */
export async function native(name = "native"): Promise<Subject> {
  const { context, close } = await bareContext();
  return subject(name, context, close);
}

/** With the browser's own recording on, as its Network panel does it. */
export async function builtIn(): Promise<Subject> {
  const made = await native("browser's own recording");
  await made.session.send("Network.enable");
  return made;
}

/** With Sockeye installed, and nobody watching. */
export async function idle(): Promise<Subject> {
  const { context, close } = await launch({ executablePath: await findChromium(), headless: true });
  return subject("Sockeye, nobody watching", context, close);
}

/** With Sockeye's panel recording. The page has to be somewhere before a panel can be opened for it. */
export async function recording(url: string): Promise<Subject> {
  const extension = await launch({ executablePath: await findChromium(), headless: true });
  const made = await subject("Sockeye, panel recording", extension.context, extension.close);
  await made.page.goto(url);
  const panel = await openPanelTab(extension, made.page);
  await made.page.bringToFront();
  return { ...made, panel };
}
