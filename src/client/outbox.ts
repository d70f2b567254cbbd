import { byteLength } from "./bytes";

/** Messages that wait for an open socket, first in, first out (requirements G11, W17, W41; reconnecting 19, 20). */
export class Outbox {
  readonly #messages: (string | Uint8Array)[] = [];
  readonly #limit: number;

  /** `limit` is in messages. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get messages(): readonly (string | Uint8Array)[] {
    return this.#messages;
  }

  get bytes(): number {
    return this.#messages.reduce((sum, data) => sum + byteLength(data), 0);
  }

  /** Whether there was room. */
  add(data: string | Uint8Array): boolean {
    if (this.#messages.length >= this.#limit) return false;
    // Bytes belong to the caller, who may go on writing into them.
    this.#messages.push(typeof data === "string" ? data : data.slice());
    return true;
  }

  /** Sends until empty or until a message is refused, which then stays the first. Returns how many went out. */
  flush(send: (data: string | Uint8Array) => boolean): number {
    let count = 0;
    for (let data = this.#messages[0]; data !== undefined; data = this.#messages[0]) {
      if (!send(data)) break;
      this.#messages.shift();
      count++;
    }
    return count;
  }

  /** Empties it and returns what was in it. */
  clear(): (string | Uint8Array)[] {
    return this.#messages.splice(0);
  }
}
