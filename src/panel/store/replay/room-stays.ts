import type { ClientEvent } from "../../../client/events";

/** How the client came to be in a room. */
export interface RoomStay {
  readonly room: string;
  readonly since: number;
  /** On how many connections the other side was told. */
  readonly times: number;
  /** Whether the other side was told, on the connection there is. */
  readonly told: boolean;
}

function tell(stay: RoomStay): RoomStay {
  return stay.told ? stay : { ...stay, told: true, times: stay.times + 1 };
}

/** The rooms that the client is in or wants to be in. */
export class RoomStays {
  #stays = new Map<string, RoomStay>();

  get list(): readonly RoomStay[] {
    return [...this.#stays.values()];
  }

  hear(event: ClientEvent): void {
    switch (event.type) {
      case "joined": {
        const { room, sent: told, time: since } = event;
        this.#stays.set(room, { room, since, told, times: told ? 1 : 0 });
        return;
      }
      case "left":
        this.#stays.delete(event.room);
        return;
      case "rejoined":
        this.#change((stay) => (event.rooms.includes(stay.room) ? tell(stay) : stay));
        return;
      case "flushed":
        this.#change(tell);
        return;
      case "state":
        if (event.previous === "connected") this.#change((stay) => ({ ...stay, told: false }));
    }
  }

  /** Another client begins without rooms. */
  clear(): void {
    this.#stays.clear();
  }

  #change(change: (stay: RoomStay) => RoomStay): void {
    for (const [room, stay] of this.#stays) this.#stays.set(room, change(stay));
  }
}
