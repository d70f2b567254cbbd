import { byteLength } from "./bytes";
import type { Tell } from "./events";
import type { Link } from "./link";
import type { ClientOptions, WhenClosed } from "./options";
import { Outbox } from "./outbox";
import { said } from "./words";

/** What became of a message. */
export type Sent = "sent" | "buffered" | "dropped";

interface Body {
  tell: Tell;
  link(): Link | null;
}

/** Sends, or does with a message what the options want while nothing is open (requirements C16, C17). */
export class Sender {
  readonly #options: ClientOptions;
  readonly #body: Body;
  readonly #outbox: Outbox;
  /** After disconnect() nothing is kept, as nobody knows whether it would ever be wanted (requirements C17, R-W7). */
  #refusing = false;

  constructor(options: ClientOptions, body: Body) {
    this.#options = options;
    this.#body = body;
    this.#outbox = new Outbox(options.bufferLimit);
  }

  get waiting(): readonly (string | Uint8Array)[] {
    return this.#outbox.messages;
  }

  get bytes(): number {
    return this.#outbox.bytes;
  }

  /** Whether it went out; what the socket throws is told as an error. */
  write(data: string | Uint8Array): boolean {
    const link = this.#body.link();
    if (!link) return false;
    try {
      link.send(data);
      return true;
    } catch (thrown) {
      this.#body.tell("error", { kind: "send", message: said(thrown) });
      return false;
    }
  }

  /** Throws “Not connected” where the options want it (requirements W18). */
  send(data: string | Uint8Array, whenClosed: WhenClosed = this.#options.whenClosed): Sent {
    if (this.#body.link()) {
      return this.write(data) ? "sent" : this.drop([data], "the socket refused it");
    }
    if (whenClosed === "throw") throw new Error("Not connected");
    if (whenClosed === "drop") return this.drop([data], "not connected, and this preset does not buffer");
    if (this.#refusing) return this.drop([data], "disconnect() was called, and nothing is kept after it");
    if (!this.#outbox.add(data)) return this.drop([data], "the buffer is full");
    this.#body.tell("buffered", { data, count: this.#outbox.messages.length });
    return "buffered";
  }

  /** Tells that messages are lost, all under one reason. */
  drop(messages: readonly (string | Uint8Array)[], why: string): "dropped" {
    const [data] = messages;
    if (data !== undefined) {
      const bytes = messages.reduce((sum, message) => sum + byteLength(message), 0);
      this.#body.tell("dropped", { data, count: messages.length, bytes, why });
    }
    return "dropped";
  }

  flush(): void {
    const count = this.#outbox.flush((data) => this.write(data));
    if (count > 0) this.#body.tell("flushed", { count });
  }

  accept(): void {
    this.#refusing = false;
  }

  /** Empties the buffer (requirements W42) and keeps nothing until `accept`. */
  refuse(): void {
    this.#refusing = true;
    this.drop(this.#outbox.clear(), "disconnect() clears the buffer");
  }
}
