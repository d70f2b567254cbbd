import type { Conditions, Hidden, Offline } from "../conditions";
import { Lines } from "./lines";
import { type Asked, PageDoor } from "./page-door";

const NONE: Conditions = { offline: null, hidden: null };
/** How long after the way to the worker was cut somebody has to say again what is to be pretended. */
const GRACE_MS = 3_000;

const SOCKET = [
  ["WebSocket", "readyState"],
  ["WebSocket", "bufferedAmount"],
] as const;
const ONLINE = [["Navigator", "onLine"]] as const;
const HIDDEN = {
  hidden: true,
  visibilityState: "hidden",
  webkitHidden: true,
  webkitVisibilityState: "hidden",
} as const;

/** Not timers: their numbers go up by one for each, which a page sees. */
declare const scheduler: { postTask(task: () => void, options: { delay: number }): Promise<void> };

function same(a: object | null, b: object | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a document is made to believe, one change after another. */
export class Pretence {
  #now = NONE;
  #wanted = NONE;
  #changing = false;
  /** Counts what was heard of the worker. */
  #heard = 0;
  #waiting = false;
  /** What it believes it has from its policy, not from the worker. */
  #unconfirmed = false;
  #page: PageDoor;
  #lines: Lines;

  /** @param hold opens a port to the worker, whose end is the end of what is pretended */
  constructor(
    port: MessagePort,
    private readonly hold: () => void,
  ) {
    this.#page = new PageDoor(
      port,
      (asked) => this.#answer(asked),
      (socket, number) => this.#lines.add(socket, number),
    );
    this.#lines = new Lines(this.#page, () => this.#stand());
  }

  /** The document is new, and finds this in its policy. */
  start(marked: Conditions | null): void {
    if (!marked) return;
    this.#now = this.#wanted = marked;
    this.#unconfirmed = true;
    const { offline } = marked;
    if (offline) this.#lines.adopt(offline);
    this.#stand();
    this.cut();
  }

  /** From now on the document is to believe this; null: what is so. */
  set(conditions: Conditions | null): void {
    this.#heard++;
    this.#wanted = { offline: conditions?.offline ?? null, hidden: conditions?.hidden ?? null };
    if (conditions) this.hold();
    if (this.#unconfirmed) this.#confirm();
    this.#change();
  }

  /** The way to the worker was cut: without another word from it, the pretending ends. */
  cut(): void {
    if (same(this.#wanted, NONE)) return;
    if (this.#waiting) {
      // There is no panel: what its policy says is over. Not at once: this may stand in a call, or an event, of the tap's.
      if (this.#unconfirmed) queueMicrotask(() => this.#unconfirmed && this.set(null));
      return;
    }
    this.#waiting = true;
    this.hold();
    const before = this.#heard;
    scheduler.postTask(
      () => {
        this.#waiting = false;
        if (this.#heard === before) this.set(null);
      },
      { delay: GRACE_MS },
    );
  }

  /** Where it is what the document believes already, nothing happens: it was loaded so. */
  #confirm(): void {
    this.#unconfirmed = false;
    const { offline, hidden } = this.#wanted;
    if (this.#now.offline && offline?.told === this.#now.offline.told) {
      this.#now = { ...this.#now, offline };
      this.#lines.adopt(offline);
    }
    if (this.#now.hidden && hidden) this.#now = { ...this.#now, hidden };
    this.#stand();
  }

  async #change(): Promise<void> {
    if (this.#changing) return;
    this.#changing = true;
    try {
      while (!this.#settled) await this.#step(this.#now, this.#wanted);
    } finally {
      this.#changing = false;
    }
  }

  get #settled(): boolean {
    const { offline, hidden } = this.#wanted;
    return same(this.#now.offline, offline) && same(this.#now.hidden, hidden);
  }

  async #step({ offline, hidden }: Conditions, wanted: Conditions): Promise<void> {
    if (hidden && !same(hidden, wanted.hidden)) this.#show(hidden);
    if (offline && !same(offline, wanted.offline)) await this.#goOnline(offline);
    if (wanted.offline && !this.#now.offline) this.#goOffline(wanted.offline);
    if (wanted.hidden && !this.#now.hidden) this.#hide(wanted.hidden);
  }

  #goOffline(offline: Offline): void {
    this.#now = { ...this.#now, offline };
    this.#lines.begin(
      offline,
      () => this.#stand(),
      () => {
        if (offline.told) dispatchEvent(new Event("offline"));
      },
    );
  }

  async #goOnline({ told }: Offline): Promise<void> {
    this.#now = { ...this.#now, offline: null };
    const ended = this.#lines.end();
    this.#stand();
    if (told) dispatchEvent(new Event("online"));
    await ended;
  }

  /** In the order of a browser that puts a page away. */
  #hide(hidden: Hidden): void {
    this.#now = { ...this.#now, hidden };
    this.#stand();
    if (hidden.cached) dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    if (hidden.frozen) document.dispatchEvent(new Event("freeze"));
  }

  #show({ frozen, cached }: Hidden): void {
    this.#now = { ...this.#now, hidden: null };
    this.#stand();
    if (frozen) document.dispatchEvent(new Event("resume"));
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    if (cached) dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  }

  #stand(): void {
    const { offline, hidden } = this.#now;
    this.#page.stand([
      ...(this.#lines.any ? SOCKET : []),
      ...(offline?.told ? ONLINE : []),
      ...(hidden ? Object.keys(HIDDEN).map((name) => ["Document", name] as const) : []),
    ]);
  }

  #answer(asked: Asked): unknown {
    const { offline, hidden } = this.#now;
    if (asked.what === "onLine") return offline?.told ? false : undefined;
    if (Object.hasOwn(HIDDEN, asked.what))
      return hidden ? HIDDEN[asked.what as keyof typeof HIDDEN] : undefined;
    return this.#lines.asked(asked);
  }
}
