import type { ClientEvent, EventName, EventOf } from "./events";
import { said } from "./words";

type Listener = (event: never) => void;

/**
 * Tells events to listeners, always in the order in which they happened. While a step of the client runs they wait,
 * so a listener that calls the client finds it between two steps, never in the middle of one.
 */
export class Emitter {
  readonly #listeners = new Map<EventName | "event", Set<Listener>>();
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

  on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void;
  on(name: "event", listener: (event: ClientEvent) => void): () => void;
  on(name: EventName | "event", listener: Listener): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set.add(listener));
    return () => this.off(name, listener);
  }

  /** Without a listener: all of that name. */
  off(name: EventName | "event", listener?: Listener): void {
    if (listener === undefined) this.#listeners.delete(name);
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
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        listener(event as never);
      } catch (thrown) {
        // A listener of listener errors that throws itself would go round for ever.
        if (event.type === "error" && event.kind === "listener") continue;
        const message = `A listener of “${name}” threw: ${said(thrown)}`;
        this.#waiting.push({ type: "error", time: this.#now(), kind: "listener", message });
      }
    }
  }
}
