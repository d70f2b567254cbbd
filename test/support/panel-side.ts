import type { Storage } from "../../src/panel/store/attic/storage";
import type { ReplayWorld } from "../../src/panel/store/replay/world";
import type { Scheduler } from "../../src/panel/store/scheduler";
import { Store } from "../../src/panel/store/store";
import { FakeLink, FakePage } from "./fake-page";

/** Time in the hands of the test: tasks wait until it says so. */
class ManualScheduler implements Scheduler {
  time = 0;
  #paints: (() => void)[] = [];
  #soon: (() => void)[] = [];
  #timers: { at: number; task: () => void }[] = [];

  paint(task: () => void): void {
    this.#paints.push(task);
  }

  soon(task: () => void): void {
    this.#soon.push(task);
  }

  after(ms: number, task: () => void): void {
    this.#timers.push({ at: this.time + ms, task });
  }

  now(): number {
    return this.time;
  }

  /** Lets the next paint come, and all that follows soon. */
  frame(): void {
    for (const task of this.#paints.splice(0)) task();
    for (let task = this.#soon.shift(); task; task = this.#soon.shift()) task();
    for (const task of this.#paints.splice(0)) task();
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.time += ms;
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { task } of due) task();
  }
}

/** A store, what it hears from, and its clock. */
export class PanelSide {
  readonly link = new FakeLink();
  readonly scheduler = new ManualScheduler();
  readonly store: Store;
  readonly page = new FakePage(this.link.tell);

  constructor(storage?: Storage, world?: ReplayWorld) {
    this.store = new Store(this.link, this.scheduler, storage, world);
  }

  /** Socket 1 is open on the page. */
  static open(url = "wss://app.test/ws", storage?: Storage, world?: ReplayWorld): PanelSide {
    const side = new PanelSide(storage, world);
    side.page.arrive();
    side.page.created(1, url);
    side.page.opened(1);
    side.show();
    return side;
  }

  /** Sends what the page said, and paints. */
  show(): void {
    this.page.flush();
    this.scheduler.frame();
  }

  /** The texts of the list, from the top. */
  texts(): unknown[] {
    const { rows, capture } = this.store;
    return Array.from({ length: rows.length }, (_, index) => capture.payload(rows.at(index)));
  }
}
