import { type Signal, signal } from "@preact/signals";

/** The columns of the grid, by the names that they are known by. */
export type ColumnName = "Room" | "State" | "Members" | "Sent" | "Received" | "Joins";

export interface Sort {
  column: ColumnName;
  descending: boolean;
}

/** A room of a session. */
export interface RoomKey {
  session: number;
  room: string;
}

/** What the user has set in the view: it outlives the view's being out of sight. */
export interface RoomsState {
  readonly selected: Signal<RoomKey | null>;
  /** Null is the order in which the rooms were first seen. */
  readonly sort: Signal<Sort | null>;
  /** Part of the names of the rooms to show. */
  readonly sought: Signal<string>;
}

export function createRoomsState(): RoomsState {
  return { selected: signal(null), sort: signal(null), sought: signal("") };
}
