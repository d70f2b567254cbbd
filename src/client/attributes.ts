import type { EventOf } from "./events";

/** The events that a WebSocket has attributes for. */
export type AttributeName = "open" | "close" | "error" | "message";

/** What can be assigned; `this` is the client, as it is the socket of a WebSocket. */
export type Attribute<Name extends AttributeName> = ((this: unknown, event: EventOf<Name>) => void) | null;

interface Slot {
  assigned: (event: never) => void;
  stop(): void;
}

/** Listeners that are assigned, one for a name (reconnecting 24; HTML, "Event handlers"). */
export class Attributes {
  readonly #slots = new Map<AttributeName, Slot>();

  get<Name extends AttributeName>(name: Name): Attribute<Name> {
    return (this.#slots.get(name)?.assigned ?? null) as Attribute<Name>;
  }

  /** `listen` begins to listen, and returns what ends it. What is no function is null. */
  set<Name extends AttributeName>(
    name: Name,
    assigned: Attribute<Name>,
    target: object,
    listen: (listener: (event: EventOf<Name>) => void) => () => void,
  ): void {
    const before = this.#slots.get(name);
    if (typeof assigned !== "function") {
      before?.stop();
      this.#slots.delete(name);
    } else if (before) {
      // It keeps the place among the listeners that the first one had.
      before.assigned = assigned as Slot["assigned"];
    } else {
      const slot: Slot = { assigned: assigned as Slot["assigned"], stop: () => {} };
      this.#slots.set(name, slot);
      slot.stop = listen((event) => slot.assigned.call(target, event as never));
    }
  }
}
