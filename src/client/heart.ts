import type { Environment } from "./environment";
import type { Tell } from "./events";
import { speechOf } from "./heartbeat-style";
import type { HeartbeatOptions } from "./options";
import { Timers } from "./timers";

interface Body {
  tell: Tell;
  /** Whether it went out. */
  send(data: string): boolean;
  ref(): string;
  /** No reply came in time. */
  missed(): void;
}

/** Pings while a socket is open, one at a time, and misses replies (requirements P31, G23, W37, W38, K12, K13, C09). */
export class Heart {
  readonly #environment: Pick<Environment, "now" | "after">;
  readonly #options: HeartbeatOptions;
  readonly #speech: ReturnType<typeof speechOf>;
  readonly #body: Body;
  readonly #timers: Timers<"next" | "reply">;
  /** When the ping went out that has no reply yet. */
  #asked: number | null = null;

  constructor(environment: Pick<Environment, "now" | "after">, options: HeartbeatOptions, body: Body) {
    this.#environment = environment;
    this.#options = options;
    this.#speech = speechOf(options);
    this.#body = body;
    this.#timers = new Timers(environment);
  }

  start(): void {
    this.stop();
    const { interval } = this.#options;
    if (this.#speech === null || interval <= 0) return;
    this.#timers.set("next", interval, () => this.#beat());
  }

  stop(): void {
    this.#timers.clearAll();
    this.#asked = null;
  }

  /** If what was received answers the ping that is under way: the round trip in ms. */
  hear(data: string | Uint8Array): number | null {
    if (this.#asked === null || !this.#speech?.isReply(data)) return null;
    const rtt = this.#environment.now() - this.#asked;
    this.#asked = null;
    this.#timers.clear("reply");
    return rtt;
  }

  #beat(): void {
    const { interval, timeout } = this.#options;
    this.#timers.set("next", interval, () => this.#beat());
    // Without a timeout nothing waits for the reply, so a silent server is pinged on (requirements R-P1).
    if (this.#asked !== null && timeout > 0) return;
    const data = this.#speech?.ping(this.#body.ref()) ?? "";
    if (!this.#body.send(data)) return;
    this.#asked = this.#environment.now();
    this.#body.tell("ping-sent", { data });
    if (timeout > 0) this.#timers.set("reply", timeout, () => this.#body.missed());
  }
}
