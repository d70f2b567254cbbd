import { batch, effect } from "@preact/signals";
import type { Store } from "../store/store";
import { rowId } from "./frames/frame-row";
import type { Landmarks } from "./landmarks";
import { roomQuery } from "./rooms/room-query";

/** Ways from the other views to the list of frames. */
export interface Going {
  /** Shows the frames of a room. */
  toRoom(name: string): void;
  /** Selects a frame and brings it into sight; what of the filter hides it is taken away. */
  toFrame(row: number): void;
}

/** How far from the top a row comes to stand, as a part of what is in sight. */
const PLACE = 1 / 3;

function lies(inner: HTMLElement, outer: HTMLElement): boolean {
  const [a, b] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
  return a.top >= b.top && a.bottom <= b.bottom;
}

/** Brings the list to a row. It scrolls by its own rules, so it is told where to, as a user's hand would. */
function reveal(store: Store, grid: HTMLElement, row: number): void {
  const scroller = grid.querySelector<HTMLElement>(".frame-scroller");
  const line = scroller?.querySelector<HTMLElement>("[role=row]");
  if (!scroller || !line) return;
  const there = document.getElementById(rowId(row));
  if (there && lies(there, scroller)) return;
  const inSight = scroller.clientHeight / Math.max(1, line.offsetHeight);
  const most = Math.max(1, store.rows.length - inSight);
  const part = Math.max(0, Math.min(1, (store.rows.indexOf(row) - inSight * PLACE) / most));
  scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
  // The browser tells of it a frame later: until then the list may follow its end.
  scroller.dispatchEvent(new Event("scroll"));
}

export function createGoing(store: Store, landmarks: Landmarks, showFrames: () => void): Going {
  const { rows, filtering, capture } = store;
  const has = (row: number) => rows.at(rows.indexOf(row)) === row;

  /** Takes the filter away, and the choice in the tree where the frame is of another socket. */
  const loosen = (row: number) => {
    const choice = filtering.chosen.peek();
    const other = choice && "socket" in choice && choice.socket !== capture.socket(row).number;
    batch(() => {
      filtering.reset();
      if (choice && !other && !("evidence" in choice)) filtering.choose(choice);
    });
  };

  return {
    toRoom(name) {
      batch(() => {
        const chosen = filtering.chosen.peek();
        if (chosen && "evidence" in chosen) filtering.back();
        filtering.query.value = roomQuery(name);
        showFrames();
      });
      requestAnimationFrame(() => landmarks.grid.current?.focus({ preventScroll: true }));
    },
    toFrame(row) {
      if (row < capture.start || row >= capture.end) return;
      batch(() => {
        if (!has(row)) loosen(row);
        store.selected.value = row;
        showFrames();
      });
      let done = false;
      const stop = effect(() => {
        store.version.value;
        if (done || (!has(row) && rows.behind)) return;
        done = true;
        requestAnimationFrame(() => {
          stop();
          const grid = landmarks.grid.current;
          if (!grid) return;
          grid.focus({ preventScroll: true });
          if (has(row)) reveal(store, grid, row);
        });
      });
    },
  };
}
