import type { Room } from "../../../model/room/room";
import type { Rooms } from "../../../model/room/rooms";
import type { Session } from "../../../model/session/session";
import type { RoomKey } from "./state";

/** A session that is shown, and its rooms in their order. */
export interface Group {
  session: Session;
  rooms: Rooms;
  order: readonly Room[];
}

/** A line of the grid: a session's heading, or a room. */
export interface Line {
  group: Group;
  room: Room | null;
}

/** The lines of the grid by their places. Where there are several sessions, each begins with a heading. */
export class Lines {
  readonly length: number;
  readonly #starts: number[] = [];
  readonly #heading: number;

  constructor(readonly groups: readonly Group[]) {
    this.#heading = groups.length > 1 ? 1 : 0;
    let length = 0;
    for (const { order } of groups) {
      this.#starts.push(length);
      length += order.length + this.#heading;
    }
    this.length = length;
  }

  at(index: number): Line | null {
    if (index < 0 || index >= this.length) return null;
    const at = this.#starts.findLastIndex((start) => start <= index);
    const group = this.groups[at];
    if (!group) return null;
    return { group, room: group.order[index - (this.#starts[at] ?? 0) - this.#heading] ?? null };
  }

  /** The place of a room; -1 where it is not shown. */
  indexOf(key: RoomKey | null): number {
    const at = key ? this.groups.findIndex(({ session }) => session.id === key.session) : -1;
    const group = this.groups[at];
    const room = key && group?.rooms.rooms.get(key.room);
    const place = room ? (group?.order.indexOf(room) ?? -1) : -1;
    return place < 0 ? -1 : (this.#starts[at] ?? 0) + this.#heading + place;
  }

  /** From a place, or the next one in this direction that is a room. */
  toRoom(index: number, step: 1 | -1): number {
    for (let at = index; at >= 0 && at < this.length; at += step) if (this.at(at)?.room) return at;
    return step === -1 ? this.toRoom(index, 1) : -1;
  }
}
