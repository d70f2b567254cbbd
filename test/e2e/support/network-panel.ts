import type { Page } from "@playwright/test";

/** What we use of Chromium's own Network panel. */
interface Request {
  url(): string;
  statusCode: number;
  resourceType(): { name(): string };
  frames(): { type: string; opCode: number; text: string; time: number }[];
}
interface NetworkModule {
  NetworkPanel: {
    NetworkPanel: {
      instance(): { networkLogView: { onLoadFromFile(file: File): Promise<void> } };
    };
  };
}
interface Frontend {
  InspectorFrontendAPI: { showPanel(id: string): void };
}
interface LogsModule {
  NetworkLog: { NetworkLog: { instance(): { requests(): Request[] } } };
}

/** What the Network panel knows of a socket. */
interface Seen {
  url: string;
  type: string;
  status: number;
  frames: { type: string; opCode: number; text: string }[];
}

/** Hands a file to the Network panel as its button "Import HAR file" does. */
export async function importIntoNetworkPanel(frontend: Page, text: string): Promise<void> {
  await frontend.evaluate(async (har) => {
    const path = "./panels/network/network.js";
    const { NetworkPanel } = (await import(path)) as NetworkModule;
    const file = new File([har], "exported.har", { type: "application/json" });
    await NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(file);
  }, text);
}

/** Brings a panel of DevTools to the front. */
export async function showPanel(frontend: Page, id: string): Promise<void> {
  await frontend.evaluate((panel) => {
    (globalThis as unknown as Frontend).InspectorFrontendAPI.showPanel(panel);
  }, id);
}

/** The sockets that the Network panel shows. */
export function importedSockets(frontend: Page): Promise<Seen[]> {
  return frontend.evaluate(async () => {
    const path = "./models/logs/logs.js";
    const { NetworkLog } = (await import(path)) as LogsModule;
    return NetworkLog.NetworkLog.instance()
      .requests()
      .filter((request) => request.frames().length > 0)
      .map((request) => ({
        url: request.url(),
        type: request.resourceType().name(),
        status: request.statusCode,
        frames: request.frames().map(({ type, opCode, text }) => ({ type, opCode, text })),
      }));
  });
}
