import type { Tell } from "./events";
import type { Sent } from "./sender";
import type { WireForm } from "./wire-form";

interface Body {
  tell: Tell;
  connected(): boolean;
  /** Sends now, or as the options want while not connected. */
  send(data: string): Sent;
}

/** Which rooms the client is in, and how they come back after a loss (requirements W22-W25, C31, P40). */
export class Rooms {
  readonly #rooms = new Set<string>();
  readonly #form: WireForm;
  /** Whether rooms are joined again at each open. */
  readonly #lasting: boolean;
  readonly #body: Body;

  constructor(form: WireForm, lasting: boolean, body: Body) {
    this.#form = form;
    this.#lasting = lasting;
    this.#body = body;
  }

  get all(): ReadonlySet<string> {
    return this.#rooms;
  }

  /** Does nothing in a room that it is in already. */
  join(room: string): void {
    if (this.#rooms.has(room)) return;
    const sent = this.#say(this.#form.join(room));
    if (sent === "dropped" && !this.#lasting) return;
    this.#rooms.add(room);
    this.#body.tell("joined", { room, sent: sent === "sent" });
  }

  leave(room: string): void {
    if (!this.#rooms.has(room)) return;
    const sent = this.#say(this.#form.leave(room));
    // The other side will never hear of it: the room is still joined, by a frame that waits.
    if (sent === "dropped" && !this.#lasting) return;
    this.#rooms.delete(room);
    this.#body.tell("left", { room, sent: sent === "sent", why: "left by leave()" });
  }

  /** Forgets all without telling the other side (requirements W25). */
  clear(): void {
    this.#forget("forgotten by clearRooms(); the other side was not told");
  }

  rejoin(): void {
    if (!this.#lasting || this.#rooms.size === 0) return;
    const rooms = [...this.#rooms].filter((room) => this.#say(this.#form.join(room)) === "sent");
    this.#body.tell("rejoined", { rooms });
  }

  /** The socket or what waited for one is gone, and with it every membership. */
  lost(): void {
    if (!this.#lasting)
      this.#forget("the connection was lost, and rooms are not joined again by these options");
  }

  /** While not connected, lasting rooms need no frame: the next open sends what then holds, once. */
  #say(frame: unknown): Sent | "later" {
    if (this.#lasting && !this.#body.connected()) return "later";
    return this.#body.send(JSON.stringify(frame));
  }

  #forget(why: string): void {
    for (const room of this.#rooms) this.#body.tell("left", { room, sent: false, why });
    this.#rooms.clear();
  }
}
