import { rmSync } from "node:fs";
import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright";
import { dist } from "../root";

export interface Extension {
  readonly context: BrowserContext;
  readonly id: string;
  /** The temporary profile folder; gone after close(). */
  readonly profile: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  executablePath: string | undefined;
  headless: boolean;
  /** Keep pages that are left for the way back, as browsers do; Playwright switches that off. */
  backForwardCache?: boolean;
}

const WINDOW = "1300,900";

/** Starts Chromium with a fresh profile and the built extension. */
export async function launch({
  executablePath,
  headless,
  backForwardCache = false,
}: LaunchOptions): Promise<Extension> {
  await access(join(dist, "manifest.json")).catch(() => {
    throw new Error("There is no built extension in dist/. Run `npm run build` first.");
  });
  const profile = await mkdtemp(join(tmpdir(), "sockeye-profile-"));
  await allowReload(profile);
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      viewport: null,
      downloadsPath: downloadsOf({ profile }),
      // Who launches decides what a signal means; Playwright would end the process before the profile is removed.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: flags(),
      ignoreDefaultArgs: backForwardCache ? ["--disable-back-forward-cache"] : [],
    });
    // Playwright Test ends its workers in mid-air when it is interrupted; nothing asynchronous runs then.
    const removeAtExit = () =>
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    process.once("exit", removeAtExit);
    const close = async () => {
      await context.close();
      await removeProfile();
      process.off("exit", removeAtExit);
    };
    return { context, id: await extensionIdOf(context), profile, close };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

/** Where downloads go. */
export function downloadsOf({ profile }: Pick<Extension, "profile">): string {
  return join(profile, "Downloads");
}

/** Without developer mode an unpacked extension stays off once it was reloaded. */
async function allowReload(profile: string): Promise<void> {
  await mkdir(join(profile, "Default"));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
}

async function extensionIdOf(context: BrowserContext): Promise<string> {
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    return new URL(worker.url()).host;
  } catch {
    await context.close();
    throw new Error(
      "Chromium did not load the extension. Is it older than minimum_chrome_version in the manifest?",
    );
  }
}

function flags(): string[] {
  return [
    // Without it Chromium shows a bar about the missing sandbox, also in pictures.
    "--test-type",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    `--window-size=${WINDOW}`,
    // DevTools is only visible to a second connection, which needs a port.
    "--remote-debugging-port=0",
    // Playwright passes --disable-extensions; only this one lifts it again.
    `--disable-extensions-except=${dist}`,
    `--load-extension=${dist}`,
  ];
}
