import type { EventOf, Received } from "./events";
import { Inbox } from "./inbox";

/** How many messages are kept for a listener that comes late. */
const EARLY_LIMIT = 1000;

/** Hands messages to readers, and keeps those that came before anybody listened (requirements P21, K21, K46). */
export class Receiver {
  readonly #inboxes = new Set<Inbox>();
  #early: EventOf<"message">[] | null = [];
  #last: EventOf<"message"> | null = null;

  get last(): EventOf<"message"> | null {
    return this.#last;
  }

  receive(message: EventOf<"message">): void {
    this.#last = message;
    for (const inbox of this.#inboxes) inbox.add(message);
    if (this.#early && this.#early.length < EARLY_LIMIT) this.#early.push(message);
  }

  /** Somebody listens now: what was kept so far is theirs, and nothing is kept any more. */
  takeEarly(): EventOf<"message">[] {
    const early = this.#early ?? [];
    this.#early = null;
    return early;
  }

  /** Somebody listens for one message: the first of those kept is theirs, the others are still nobody's. */
  takeFirst(): EventOf<"message"> | null {
    const first = this.#early?.shift() ?? null;
    if (first === null) this.#early = null;
    return first;
  }

  read(): AsyncIterableIterator<Received, undefined> {
    const inbox = new Inbox(() => this.#inboxes.delete(inbox));
    for (const message of this.takeEarly()) inbox.add(message);
    this.#inboxes.add(inbox);
    return inbox;
  }

  /** No message follows; with an error the readers get it. */
  end(error: Error | null): void {
    for (const inbox of this.#inboxes) inbox.end(error);
    this.#inboxes.clear();
  }
}
