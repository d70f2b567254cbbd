import type { ClientEvent } from "../../../client/events";

/** What came of an attempt; "interrupted": it never began, as somebody disconnected or the page went offline. */
export type Outcome = "waiting" | "trying" | "opened" | "failed" | "interrupted";

/** An attempt to reconnect: what was planned, and what came of it. Ms. */
export interface Attempt {
  readonly number: number;
  /** Counted from the last stable connection. */
  readonly attempt: number;
  readonly planned: number;
  /** Bounds of the formula, and the formula in words. */
  readonly floor: number;
  readonly ceiling: number;
  readonly formula: string;
  readonly since: number;
  /** Time until it began; null as long as it hasn't. */
  readonly actual: number | null;
  readonly outcome: Outcome;
}

const MOST = 200;

/** The attempts that the client has planned, the newest last. */
export class Attempts {
  list: readonly Attempt[] = [];
  #count = 0;

  hear(event: ClientEvent): void {
    switch (event.type) {
      case "reconnecting":
        this.interrupt();
        this.#plan(event);
        return;
      case "state":
        if (event.state === "connecting") {
          this.#end("waiting", { outcome: "trying" }, event.time);
        } else if (event.state === "disconnected") this.interrupt();
        return;
      case "connected":
        this.#end("trying", { outcome: "opened" });
        return;
      case "reconnect-error":
        this.#end("trying", { outcome: "failed" });
        return;
      case "paused":
        this.interrupt();
    }
  }

  /** What is planned will not come as planned. */
  interrupt(): void {
    this.#end("waiting", { outcome: "interrupted" });
    this.#end("trying", { outcome: "interrupted" });
  }

  clear(): void {
    this.list = this.list.filter(({ outcome }) => outcome === "waiting" || outcome === "trying");
  }

  #plan(event: ClientEvent & { type: "reconnecting" }): void {
    const { attempt, delay: planned, floor, ceiling, formula, time: since } = event;
    const next = { number: ++this.#count, attempt, planned, floor, ceiling, formula, since };
    this.list = [...this.list.slice(1 - MOST), { ...next, actual: null, outcome: "waiting" }];
  }

  #end(from: Outcome, to: Pick<Attempt, "outcome">, began?: number): void {
    const last = this.list[this.list.length - 1];
    if (last?.outcome !== from) return;
    const actual = began === undefined ? last.actual : began - last.since;
    this.list = [...this.list.slice(0, -1), { ...last, ...to, actual }];
  }
}
