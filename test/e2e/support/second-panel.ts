import type { Page } from "@playwright/test";
import type { Conditions } from "../../../src/conditions";
import type { Notice } from "../../../src/link/unpack";
import { unpack } from "../../../src/link/unpack";
import type { Batch, DocumentInfo, PanelNotice, ReplayCommand } from "../../../src/protocol";

type Told = Exclude<PanelNotice, { type: "batch" }> | { type: "batch"; document: string; batch: PlainBatch };
type PlainBatch = [head: string, meta: string, text: string, bytes: number[] | null];

interface Port {
  postMessage(message: unknown): void;
  onMessage: { addListener(listener: (notice: PanelNotice) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

interface PanelWindow {
  told: Told[];
  port: Port;
  chrome: { runtime: { connect(options: { name: string }): Port } };
  /** What it says again when the worker died. */
  conditions: Conditions | null;
}

/** A panel without a face: what the tap's side tells a panel, and what a panel can tell it. */
export class SecondPanel {
  private constructor(private readonly page: Page) {}

  /** @param panelTab a tab with the panel; the extension takes its ports for a panel's */
  static async in(panelTab: Page): Promise<SecondPanel> {
    const tabId = Number(new URL(panelTab.url()).searchParams.get("tabId"));
    await panelTab.evaluate((tabId) => {
      const self = globalThis as unknown as PanelWindow;
      self.told = [];
      self.conditions = null;
      const connect = () => {
        const port = self.chrome.runtime.connect({ name: "panel" });
        self.port = port;
        port.onMessage.addListener((notice) => {
          if (notice.type === "batch") {
            const [head, meta, text, bytes] = notice.batch;
            const plain = bytes && [...new Uint8Array(bytes)];
            self.told.push({ ...notice, batch: [head, meta, text, plain] });
            return;
          }
          self.told.push(notice);
          if (notice.type !== "document") return;
          const command = { type: "watch", from: 0 };
          port.postMessage({ type: "page", document: notice.document.id, command });
        });
        port.onDisconnect.addListener(connect);
        port.postMessage({ type: "attach", tabId });
        if (self.conditions) port.postMessage({ type: "pretend", conditions: self.conditions });
      };
      connect();
    }, tabId);
    return new SecondPanel(panelTab);
  }

  async say(command: object): Promise<void> {
    await this.page.evaluate(
      (command) => (globalThis as unknown as PanelWindow).port.postMessage(command),
      command,
    );
  }

  /** Resolved when the tab's panels were told: the rules are in force, the documents may hear of it a little later. */
  async pretend(conditions: Conditions | null): Promise<void> {
    await this.page.evaluate((conditions) => {
      const self = globalThis as unknown as PanelWindow;
      self.conditions = conditions;
      self.port.postMessage({ type: "pretend", conditions });
    }, conditions);
  }

  /** Says nothing again when the worker died. */
  async forget(): Promise<void> {
    await this.page.evaluate(() => {
      (globalThis as unknown as PanelWindow).conditions = null;
    });
  }

  async told(): Promise<Told[]> {
    return this.page.evaluate(() => (globalThis as unknown as PanelWindow).told);
  }

  async documents(): Promise<DocumentInfo[]> {
    return (await this.told()).flatMap((notice) => (notice.type === "document" ? [notice.document] : []));
  }

  /** Every notice of the tab so far. */
  async notices(): Promise<Notice[]> {
    return (await this.told()).flatMap((notice) => {
      if (notice.type !== "batch") return [];
      const [head, meta, text, bytes] = notice.batch;
      const batch: Batch = [head, meta, text, bytes && new Uint8Array(bytes).buffer];
      return [...unpack(batch)];
    });
  }

  /** Has it done in the tab's newest top document, or in this one. `bytes`: its data instead. */
  async replay(command: ReplayCommand, bytes?: number[], document?: string): Promise<void> {
    const id =
      document ??
      (await this.documents()).filter(({ frameId, worker }) => frameId === 0 && !worker).at(-1)?.id;
    await this.page.evaluate(
      ([document, command, bytes]) => {
        const whole = bytes
          ? { ...command, data: new Uint8Array([99, ...bytes, 99]).subarray(1, -1) }
          : command;
        (globalThis as unknown as PanelWindow).port.postMessage({ type: "page", document, command: whole });
      },
      [id, command, bytes] as const,
    );
  }
}
