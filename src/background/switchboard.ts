import type { Browser, Runtime } from "webextension-polyfill";
import type {
  Batch,
  BridgeCommand,
  BridgeNotice,
  DocumentId,
  DocumentInfo,
  PanelCommand,
  PanelNotice,
  ReaderId,
} from "../protocol";
import { Pretences } from "./pretences";
import { TabWatch } from "./tab-watch";

interface Panel {
  readonly reader: ReaderId;
  readonly port: Runtime.Port;
  tabId: number | undefined;
}

interface Page {
  readonly port: Runtime.Port;
  readonly tabId: number;
  readonly document: DocumentInfo;
}

/** The browser says more of a sender than the polyfill's types know. */
type Sender = Runtime.MessageSender & { documentId?: string };

/** Who is connected, and what goes from whom to whom. */
export class Switchboard {
  #panels = new Map<ReaderId, Panel>();
  #pages = new Map<DocumentId, Page>();
  #readers = 0;
  #unnamed = 0;
  #tabs: TabWatch;
  #pretences: Pretences;

  constructor(private readonly browser: Browser) {
    this.#tabs = new TabWatch(
      browser,
      (tabId, notice) => this.#toPanels(tabId, notice),
      (from, to) => this.#move(from, to),
      (tabId) => this.#pretences.repeat(tabId),
    );
    this.#pretences = new Pretences(
      browser,
      () => this.#panels.size === 0,
      (tabId, conditions) => this.#toPanels(tabId, { type: "conditions", conditions }),
    );
  }

  addPanel(port: Runtime.Port): void {
    const panel: Panel = { reader: ++this.#readers as ReaderId, port, tabId: undefined };
    this.#panels.set(panel.reader, panel);
    port.onMessage.addListener((command) => this.#obey(panel, command as PanelCommand));
    port.onDisconnect.addListener(() => this.#removePanel(panel));
  }

  addPage(port: Runtime.Port): void {
    const sender = port.sender as Sender;
    const tabId = sender.tab?.id as number;
    let id = (sender.documentId ?? `unnamed ${++this.#unnamed}`) as DocumentId;
    port.onMessage.addListener((message) => {
      const notice = message as BridgeNotice;
      if (Array.isArray(notice)) {
        this.#forward(id, tabId, notice as Batch);
      } else if ("timeOrigin" in notice) {
        const { timeOrigin, worker } = notice;
        if (worker) id = `${id} worker ${worker.number}` as DocumentId;
        const document: DocumentInfo = {
          id,
          frameId: sender.frameId ?? 0,
          url: sender.url ?? "",
          timeOrigin,
        };
        if (worker) document.worker = worker.url;
        this.#announce({ port, tabId, document });
      } else {
        this.#removePage(id, port, !notice.orderly);
        port.disconnect();
      }
    });
    port.onDisconnect.addListener(() => this.#removePage(id, port));
  }

  #announce(page: Page): void {
    this.#pages.set(page.document.id, page);
    if (this.#panelsOf(page.tabId).length === 0) {
      page.port.postMessage({ type: "silence" } satisfies BridgeCommand);
      return;
    }
    this.#toPanels(page.tabId, { type: "document", document: page.document });
    this.#pretences.greet(page.tabId, page.document.frameId);
  }

  #forward(document: DocumentId, tabId: number, batch: Batch): void {
    const panel = this.#panels.get(Number.parseInt(batch[0], 10) as ReaderId);
    if (panel?.tabId === tabId)
      panel.port.postMessage({ type: "batch", document, batch } satisfies PanelNotice);
  }

  #removePage(id: DocumentId, port: Runtime.Port, abrupt = false): void {
    const page = this.#pages.get(id);
    // A document that came back from the back/forward cache has opened another port already.
    if (page?.port !== port) return;
    this.#pages.delete(id);
    this.#toPanels(page.tabId, { type: "departed", document: id, ...(abrupt && { abrupt }) });
  }

  #obey(panel: Panel, command: PanelCommand): void {
    switch (command.type) {
      case "attach":
        this.#attach(panel, command.tabId);
        return;
      case "page": {
        const page = this.#pages.get(command.document);
        if (!page || page.tabId !== panel.tabId) return;
        page.port.postMessage({ reader: panel.reader, command: command.command } satisfies BridgeCommand);
        return;
      }
      case "pretend":
        if (panel.tabId !== undefined) this.#pretences.set(panel.tabId, panel.reader, command.conditions);
        return;
      case "want":
        if (panel.tabId !== undefined) this.#tabs.want(panel.tabId);
        return;
      case "detach":
        this.browser.windows.create({
          url: this.browser.runtime.getURL(`src/panel/panel.html?tabId=${panel.tabId}`),
          type: "popup",
        });
        return;
      case "beat":
        return;
    }
  }

  #attach(panel: Panel, tabId: number): void {
    panel.tabId = tabId;
    for (const page of this.#pages.values()) {
      if (page.tabId !== tabId) continue;
      panel.port.postMessage({ type: "document", document: page.document } satisfies PanelNotice);
    }
    const conditions = this.#pretences.of(tabId);
    if (conditions) panel.port.postMessage({ type: "conditions", conditions } satisfies PanelNotice);
    this.#tabs.watch(tabId);
  }

  #move(from: number, to: number): void {
    for (const [id, { tabId, port }] of this.#pages) if (tabId === from) this.#removePage(id, port);
    for (const panel of this.#panelsOf(from)) {
      panel.port.postMessage({ type: "moved", tabId: to } satisfies PanelNotice);
      this.#attach(panel, to);
    }
    this.#tabs.unwatch(from);
    this.#pretences.move(from, to);
  }

  #removePanel(panel: Panel): void {
    this.#panels.delete(panel.reader);
    const { tabId, reader } = panel;
    if (tabId === undefined) return;
    this.#pretences.leave(tabId, reader);
    const last = this.#panelsOf(tabId).length === 0;
    if (last) this.#tabs.unwatch(tabId);
    for (const page of this.#pages.values()) {
      if (page.tabId !== tabId) continue;
      const command: BridgeCommand = last ? { type: "silence" } : { reader, command: { type: "unwatch" } };
      page.port.postMessage(command);
    }
  }

  #panelsOf(tabId: number): Panel[] {
    return [...this.#panels.values()].filter((panel) => panel.tabId === tabId);
  }

  #toPanels(tabId: number, notice: PanelNotice): void {
    for (const panel of this.#panelsOf(tabId)) panel.port.postMessage(notice);
  }
}
