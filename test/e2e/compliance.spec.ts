import { test as base, chromium, expect, type Page } from "@playwright/test";
import { build, type Rolldown } from "vite";
import { findChromium } from "../../scripts/browser";
import { type Extension, launch } from "../../scripts/chromium/launch";
import { openPanelTab } from "../../scripts/chromium/panel-tab";
import { themes } from "../compliance/all";
import { limits } from "../compliance/known-limits";
import { ComplianceServer } from "../compliance/server";

/** The same address in a browser without the extension, in one with it, and in a tab of that with a panel. */
interface Pages {
  readonly bare: Page;
  readonly tapped: Page;
  readonly watched: Page;
  readonly panel: Page;
  readonly address: string;
}

const test = base.extend<object, { pages: Pages }>({
  pages: [
    async ({ headless }, use) => {
      const executablePath = await findChromium();
      const server = new ComplianceServer(await pageOfChecks());
      const address = await server.start();
      const extension = await launch({ executablePath, headless });
      const browser = await chromium.launch({
        executablePath,
        headless,
        args: ["--test-type", "--disable-quic"],
      });
      const bare = await (await browser.newContext({ viewport: null })).newPage();
      await use({ bare, address, ...(await pagesOf(extension)) });
      await browser.close();
      await extension.close();
      await server.close();
    },
    { scope: "worker" },
  ],
});

async function pagesOf({ context, ...rest }: Extension) {
  const tapped = await context.newPage();
  const watched = await context.newPage();
  const panel = await openPanelTab({ context, ...rest }, watched);
  return { tapped, watched, panel };
}

async function pageOfChecks(): Promise<string> {
  const [output] = (await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "chrome148",
      lib: { entry: "test/compliance/in-page.ts", formats: ["iife"], name: "checks" },
    },
  })) as Rolldown.RolldownOutput[];
  const code = output?.output[0].code ?? "";
  // The first socket wakes the way to the panel.
  const first = "new WebSocket('ws://' + location.host + '/echo' + location.search);";
  return `<!doctype html><html><body><script>${code.replaceAll("</script", "<\\/script")};${first}</script>`;
}

async function transcript(page: Page, theme: string, title: string): Promise<unknown> {
  const json = await page.evaluate(
    ([theme, title]) => {
      const { observe } = window as unknown as { observe(theme: string, title: string): Promise<string> };
      return observe(theme ?? "", title ?? "");
    },
    [theme, title],
  );
  return JSON.parse(json);
}

let visits = 0;

/** What the three pages observe, each of them fresh. */
async function transcripts(pages: Pages, theme: string, title: string): Promise<unknown[]> {
  const { bare, tapped, watched, panel, address } = pages;
  const visit = `visit=${++visits}.`;
  await Promise.all([bare, tapped, watched].map((page) => page.goto(`${address}?${visit}`)));
  // From here on every notice goes to the panel.
  await expect(panel.getByRole("treeitem").filter({ hasText: visit })).toBeVisible();
  return Promise.all([bare, tapped, watched].map((page) => transcript(page, theme, title)));
}

for (const [theme, checks] of Object.entries(themes)) {
  test.describe(theme, () => {
    for (const { title } of checks) {
      test(title, async ({ pages }) => {
        const [bare, tapped, watched] = await transcripts(pages, theme, title);
        expect(bare).toBeDefined();
        expect(tapped, "with nobody watching").toEqual(bare);
        expect(watched, "with a panel recording").toEqual(bare);
      });
    }
  });
}

test.describe("known limits", () => {
  for (const { title, bare, tapped } of limits) {
    test(title, async ({ pages }) => {
      expect(await transcripts(pages, "limits", title)).toEqual([bare, tapped, tapped]);
    });
  }
});
