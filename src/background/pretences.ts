import type { Browser } from "webextension-polyfill";
import type { Conditions } from "../conditions";
import { FIRST_PANEL_RULE, type Pretend, type ReaderId } from "../protocol";
import { rulesFor } from "./rules";

/** How long after its start the worker waits for panels of the time before to say again what they pretend. */
const GRACE_MS = 5_000;

function isOurs({ id }: { id: number }): boolean {
  return id < FIRST_PANEL_RULE;
}

/** What the tabs are made to believe, as long as a panel that wants it so is there. */
export class Pretences {
  /** By tab, and by panel: the last one to say so counts. */
  #tabs = new Map<number, Map<ReaderId, Conditions>>();
  /** Whether something was pretended before the worker started, which a panel may be about to say again. */
  #unsure: Promise<boolean>;
  /** Rules are changed one after another. */
  #rules: Promise<unknown> = Promise.resolve();

  /**
   * @param alone whether there is no panel at all
   * @param tell tells a tab's panels
   */
  constructor(
    private readonly browser: Browser,
    private readonly alone: () => boolean,
    private readonly tell: (tabId: number, conditions: Conditions | null) => void,
  ) {
    // Rules outlive the worker, and the panels that it was to serve.
    this.#unsure = browser.declarativeNetRequest.getSessionRules().then((rules) => rules.some(isOurs));
    setTimeout(() => {
      this.#unsure = Promise.resolve(false);
      this.#setRules();
    }, GRACE_MS);
  }

  /** What the tab is made to believe now; null: nothing. */
  of(tabId: number): Conditions | null {
    return [...(this.#tabs.get(tabId)?.values() ?? [])].at(-1) ?? null;
  }

  /** A panel wants its tab to believe this; null ends it, whoever began. */
  set(tabId: number, panel: ReaderId, conditions: Conditions | null): void {
    const wanted = this.#tabs.get(tabId) ?? new Map<ReaderId, Conditions>();
    wanted.delete(panel);
    if (conditions && (conditions.offline || conditions.hidden)) {
      wanted.set(panel, conditions);
      this.#tabs.set(tabId, wanted);
    } else {
      this.#tabs.delete(tabId);
    }
    this.#changed(tabId);
  }

  /** A panel is gone; what another one wants goes on. */
  leave(tabId: number, panel: ReaderId): void {
    const wanted = this.#tabs.get(tabId);
    if (wanted?.delete(panel)) {
      if (wanted.size === 0) this.#tabs.delete(tabId);
      this.#changed(tabId);
    } else if (this.alone()) {
      this.#setRules();
    }
  }

  /** The tab goes on under another id. */
  move(from: number, to: number): void {
    const wanted = this.#tabs.get(from);
    if (!wanted) return;
    this.#tabs.delete(from);
    this.#tabs.set(to, wanted);
    this.#changed(to);
  }

  /** Tells the documents of a tab once more: some may be new. */
  repeat(tabId: number): void {
    if (this.of(tabId)) this.#say(tabId);
  }

  /** Tells a document that has just opened its port: it may believe something that is over. */
  async greet(tabId: number, frameId: number): Promise<void> {
    if (this.of(tabId) || !(await this.#unsure)) this.#say(tabId, { frameId });
  }

  async #changed(tabId: number): Promise<void> {
    // The network first: who is told that it is back connects at once.
    await this.#setRules();
    this.#say(tabId);
    this.tell(tabId, this.of(tabId));
  }

  #say(tabId: number, to?: { frameId: number }): void {
    const message: Pretend = { type: "pretend", conditions: this.of(tabId) };
    this.browser.tabs.sendMessage(tabId, message, to).catch(() => {
      // Nobody listens in that tab.
    });
  }

  #setRules(): Promise<unknown> {
    const change = async () => {
      const { declarativeNetRequest } = this.browser;
      const tabs = new Map<number, Conditions>();
      for (const tabId of this.#tabs.keys()) tabs.set(tabId, this.of(tabId) as Conditions);
      const there = await declarativeNetRequest.getSessionRules();
      // With no panel left, those that panels made for themselves have lost their purpose too.
      const old = there.filter((rule) => this.alone() || isOurs(rule));
      await declarativeNetRequest.updateSessionRules({
        removeRuleIds: old.map(({ id }) => id),
        addRules: rulesFor(tabs),
      });
    };
    // One that the browser refused is no reason to leave the next undone, nor to tell nobody that it is over.
    this.#rules = this.#rules.then(change).catch(() => {});
    return this.#rules;
  }
}
