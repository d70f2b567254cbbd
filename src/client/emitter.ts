import type { ClientEvent, EventName } from "./events";
import { said } from "./words";

/** As of an EventTarget: a function, or an object with `handleEvent` (reconnecting 24). */
export type Listener<Event> = ((event: Event) => void) | { handleEvent(event: Event): void };

/**
 * Tells events to listeners, always in the order in which they happened. While a step of the client runs they wait,
 * so a listener that calls the client finds it between two steps, never in the middle of one.
 */
export class Emitter {
  /** By name, in order; true: for one event only. */
  readonly #listeners = new Map<EventName | "event", Map<Listener<never>, boolean>>();
  readonly #waiting: ClientEvent[] = [];
  readonly #now: () => number;
  readonly #afterwards: (event: ClientEvent) => void;
  #steps = 0;

  /** `afterwards` hears every event too, when all listeners have heard it. */
  constructor(now: () => number, afterwards: (event: ClientEvent) => void) {
    this.#now = now;
    this.#afterwards = afterwards;
  }

  /** Runs one step of the client; events told in it are heard after it. */
  step<T>(run: () => T): T {
    this.#steps++;
    try {
      return run();
    } finally {
      this.#steps--;
      if (this.#steps === 0) this.#hear();
    }
  }

  emit(event: ClientEvent): void {
    this.#waiting.push(event);
    if (this.#steps === 0) this.#hear();
  }

  /** Does nothing with one that listens to that name already. `once`: for one event only. */
  on(name: EventName | "event", listener: Listener<never>, once = false): () => void {
    const listeners = this.#listeners.get(name) ?? new Map<Listener<never>, boolean>();
    this.#listeners.set(name, listeners);
    if (!listeners.has(listener)) listeners.set(listener, once);
    return () => this.off(name, listener);
  }

  /** Without a listener: all of that name. */
  off(name: EventName | "event", listener?: Listener<never>): void {
    if (listener === undefined) this.#listeners.get(name)?.clear();
    else this.#listeners.get(name)?.delete(listener);
  }

  #hear(): void {
    this.#steps++;
    try {
      for (let event = this.#waiting.shift(); event; event = this.#waiting.shift()) {
        this.#call("event", event);
        this.#call(event.type, event);
        this.#afterwards(event);
      }
    } finally {
      this.#steps--;
    }
  }

  #call(name: EventName | "event", event: ClientEvent): void {
    const listeners = this.#listeners.get(name);
    for (const [listener, once] of [...(listeners ?? [])]) {
      // One before it may have taken it off.
      if (!listeners?.has(listener)) continue;
      if (once) listeners.delete(listener);
      try {
        if (typeof listener === "function") listener(event as never);
        else listener.handleEvent(event as never);
      } catch (thrown) {
        // A listener of listener errors that throws itself would go round for ever.
        if (event.type === "error" && event.kind === "listener") continue;
        const message = `A listener of “${name}” threw: ${said(thrown)}`;
        this.#waiting.push({ type: "error", time: this.#now(), kind: "listener", message });
      }
    }
  }
}
