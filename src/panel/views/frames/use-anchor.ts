import { useLayoutEffect, useRef } from "preact/hooks";
import type { VirtualRows } from "../../parts/use-virtual-rows";
import type { Store } from "../../store/store";

/**
 * Keeps what one looked at in sight: when the filter changes, the selected row if it was seen, else the top one; when
 * the details take room, the selected row; when a list that was wholly in sight outgrows it, its end.
 */
export function useAnchor(store: Store, list: VirtualRows): void {
  const matcher = store.filtering.matcher.value;
  const seen = useRef({ matcher, row: -1, selected: -1, fitting: 0, fits: true });
  const pending = useRef<number | null>(null);
  useLayoutEffect(() => {
    const { rows } = store;
    if (seen.current.matcher !== matcher) {
      seen.current.matcher = matcher;
      pending.current = list.stuck ? null : seen.current.row;
    }
    if (pending.current !== null) {
      list.scrollTo(rows.indexOf(pending.current));
      if (!rows.behind) pending.current = null;
      seen.current.fits = list.fits;
      return;
    }
    const resized = seen.current.fitting !== list.fitting;
    if (!resized && seen.current.fits && !list.fits && !list.stuck) list.scrollToEnd();
    const selected = store.selected.peek() ?? -1;
    const place = selected < 0 ? -1 : rows.indexOf(selected);
    if (resized && selected >= 0 && seen.current.selected === selected) list.reveal(place);
    const inSight = place >= list.top && place < list.top + list.fitting && rows.at(place) === selected;
    seen.current = {
      matcher,
      row: rows.at(inSight ? place : list.top),
      selected: inSight ? selected : -1,
      fitting: list.fitting,
      fits: list.fits,
    };
  });
}
