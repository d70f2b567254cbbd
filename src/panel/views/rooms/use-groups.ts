import { useMemo } from "preact/hooks";
import type { Store } from "../../store/store";
import { nowOf, sessionsInSight } from "../scope";
import { type Group, Lines } from "./lines";
import { Ordering } from "./ordering";
import type { RoomsState } from "./state";

interface Groups {
  groups: Group[];
  lines: Lines;
  /** Rooms, what the search hides included. */
  total: number;
  /** There is more to show than is shown: ask again in a second. */
  stale: boolean;
}

/** The sessions in sight that have rooms, as the view shows them. */
export function useGroups(store: Store, state: RoomsState): Groups {
  const orderings = useMemo(() => new Map<number, Ordering>(), []);
  const sort = state.sort.value;
  const sought = state.sought.value.trim();
  const groups: Group[] = [];
  let total = 0;
  let stale = false;
  for (const session of sessionsInSight(store)) {
    const newest = session.sockets.at(-1);
    if (!newest) continue;
    const { rooms } = store.understanding.folds(session);
    if (!store.understanding.behind) rooms.settle(newest, nowOf(newest, store));
    if (rooms.rooms.size === 0) continue;
    total += rooms.rooms.size;
    const ordering = orderings.get(session.id) ?? new Ordering();
    orderings.set(session.id, ordering);
    groups.push({ session, rooms, order: ordering.order(rooms.rooms, sort, sought).rooms });
    stale ||= ordering.stale;
  }
  return { stale, lines: new Lines(groups.filter(({ order }) => order.length > 0)), groups, total };
}
