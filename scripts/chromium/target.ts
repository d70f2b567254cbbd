import type { BrowserContext, CDPSession, Page } from "playwright";

/** The DevTools protocol beside Playwright's own use of it, for the length of one task. */
export async function withSession<T>(
  context: BrowserContext,
  page: Page,
  task: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const session = await context.newCDPSession(page);
  try {
    return await task(session);
  } finally {
    await session.detach().catch(() => {});
  }
}

export async function withBrowserSession<T>(
  context: BrowserContext,
  task: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const browser = context.browser();
  if (!browser) throw new Error("The browser is gone.");
  const session = await browser.newBrowserCDPSession();
  try {
    return await task(session);
  } finally {
    await session.detach().catch(() => {});
  }
}

export function targetIdOf(context: BrowserContext, page: Page): Promise<string> {
  return withSession(context, page, async (session) => {
    const { targetInfo } = await session.send("Target.getTargetInfo");
    return targetInfo.targetId;
  });
}

export async function pageOf(context: BrowserContext, targetId: string): Promise<Page | undefined> {
  for (const page of context.pages()) {
    // A page may close while it is asked.
    if ((await targetIdOf(context, page).catch(() => undefined)) === targetId) return page;
  }
  return undefined;
}
