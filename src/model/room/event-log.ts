import type { RoomEvent } from "./room";

/** How many events are kept: a timeline longer than this is not read. */
const KEPT = 5_000;

/** The newest events of a session, oldest first. */
export class EventLog {
  #events: RoomEvent[] = [];
  #withdrawn = new Set<RoomEvent>();
  #lost = 0;

  /** How many were dropped because newer ones came. */
  get lost(): number {
    return this.#lost + Math.max(0, this.#tidy().length - KEPT);
  }

  /** The newest 5,000, oldest first. */
  get kept(): readonly RoomEvent[] {
    const events = this.#tidy();
    return events.length > KEPT ? events.slice(-KEPT) : events;
  }

  add(event: RoomEvent): RoomEvent {
    // Dropping many at once is what keeps a single drop cheap.
    if (this.#events.length === 2 * KEPT && this.#tidy().length === 2 * KEPT) {
      this.#events = this.#events.slice(KEPT);
      this.#lost += KEPT;
    }
    this.#events.push(event);
    return event;
  }

  /** Takes back what turned out not to be so. */
  withdraw(event: RoomEvent): void {
    this.#withdrawn.add(event);
  }

  /** The events of a socket, newest first, as far as they were the last to happen. */
  *newestOf(socket: number): Generator<RoomEvent> {
    for (let index = this.#events.length - 1; index >= 0; index--) {
      const event = this.#events[index] as RoomEvent;
      if (event.socket < socket) return;
      if (event.socket === socket) yield event;
    }
  }

  #tidy(): RoomEvent[] {
    if (this.#withdrawn.size > 0) {
      this.#events = this.#events.filter((event) => !this.#withdrawn.has(event));
      this.#withdrawn.clear();
    }
    return this.#events;
  }
}
