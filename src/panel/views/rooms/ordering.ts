import type { Room, RoomState } from "../../../model/room/room";
import type { ColumnName, Sort } from "./state";

/** Trouble comes first. */
const STATE_RANK: Record<RoomState, number> = {
  lost: 0,
  refused: 1,
  requested: 2,
  unconfirmed: 3,
  confirmed: 4,
  left: 5,
};
const BY_NAME = new Intl.Collator("en", { numeric: true });
/** What is sorted by moving figures is sorted anew at most this often, and all rests 20 times as long as it took. */
const SHORTEST_MS = 1000;
const REST = 20;

const FIGURE: Record<Exclude<ColumnName, "Room">, (room: Room) => number> = {
  State: ({ state }) => STATE_RANK[state],
  Members: ({ members }) => members?.size ?? -1,
  Sent: ({ sent }) => sent.frames,
  Received: ({ received }) => received.frames,
  Joins: ({ joins, doubled }) => joins + doubled / 1e9,
};

function sorted(rooms: Room[], { column, descending }: Sort): Room[] {
  const sign = descending ? -1 : 1;
  if (column === "Room") return rooms.sort((a, b) => sign * BY_NAME.compare(a.name, b.name));
  const figure = FIGURE[column];
  return rooms.sort((a, b) => sign * (figure(a) - figure(b)));
}

/** The rooms of one session in the order that is asked for. It is kept as long as it can be: there may be 100,000. */
export class Ordering {
  rooms: readonly Room[] = [];
  /** There is more to show than is shown: ask again in a second. */
  stale = false;
  #of: ReadonlyMap<string, Room> | undefined;
  #size = -1;
  #sort: Sort | null = null;
  #sought = "";
  /** Before this it is not ordered anew but where something else is asked for. */
  #rests = 0;

  order(of: ReadonlyMap<string, Room>, sort: Sort | null, sought: string): this {
    const asked = of !== this.#of || sort !== this.#sort || sought !== this.#sought;
    const moves = sort !== null && sort.column !== "Room";
    const grown = of.size !== this.#size;
    const start = performance.now();
    this.stale = !asked && grown && start < this.#rests;
    if (!asked && (!(grown || moves) || start < this.#rests)) return this;
    let rooms = [...of.values()];
    if (sought !== "") {
      const wanted = sought.toLowerCase();
      rooms = rooms.filter(({ name }) => name.toLowerCase().includes(wanted));
    }
    this.rooms = sort ? sorted(rooms, sort) : rooms;
    this.#of = of;
    this.#size = of.size;
    this.#sort = sort;
    this.#sought = sought;
    const now = performance.now();
    this.#rests = now + Math.max(moves ? SHORTEST_MS : 0, (now - start) * REST);
    return this;
  }
}
