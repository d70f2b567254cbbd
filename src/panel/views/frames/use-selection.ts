import { batch, type Signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { VirtualRows } from "../../parts/use-virtual-rows";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";
import { listMove } from "./grid-keys";

/** A key or a click, as far as it selects. */
interface Press {
  key: string;
  shiftKey: boolean;
}

/**
 * Selects one frame, or with Shift all those from it to another one, which is selected then. The end of a range that is
 * not selected is where it began.
 */
export function useSelection(
  store: Store,
  list: VirtualRows,
  { editing }: Landmarks,
  detailed: Signal<boolean>,
) {
  const { rows } = store;
  const { range } = store.replay;
  const selected = store.selected.value;

  // Selected from elsewhere, or cleared: it is no range any more.
  useLayoutEffect(() => {
    const now = range.peek();
    if (now && !(selected !== null && now.includes(selected) && rows.shows(now[0]))) range.value = null;
  });

  const select = (row: number) =>
    batch(() => {
      range.value = null;
      store.selected.value = row;
    });
  const extend = (row: number) => {
    const now = range.peek();
    const from = now ? now[now[0] === selected ? 1 : 0] : selected;
    if (from === null) return select(row);
    batch(() => {
      range.value = from === row ? null : [Math.min(from, row), Math.max(from, row)];
      store.selected.value = row;
    });
  };
  const show = () => {
    editing.value = null;
    detailed.value = true;
  };

  return {
    /** Returns whether the key was for the list. `at` is the place of the selected row. */
    press({ key, shiftKey }: Press, at: number): boolean {
      const move = listMove(key, at, rows.length, list.fitting - 1);
      if (move !== null) {
        (shiftKey ? extend : select)(rows.at(move));
        list.reveal(move);
      } else if (key === "Enter" && selected !== null) show();
      else if (key !== "Escape") return false;
      else if (range.peek()) range.value = null;
      else if (editing.peek() !== null) editing.value = null;
      else if (detailed.peek()) detailed.value = false;
      else return false;
      return true;
    },
    click(row: number, { shiftKey }: { shiftKey: boolean }): void {
      if (shiftKey) extend(row);
      else {
        select(row);
        show();
      }
      // Who reads a frame does not want it carried away by those that follow.
      if (rows.at(rows.length - 1) !== row) list.stay();
    },
  };
}
