import { batch } from "@preact/signals";
import type { Store } from "../store/store";
import type { Landmarks } from "./landmarks";
import { roomQuery } from "./rooms/room-query";

/** Ways from the other views to the list of frames. */
export interface Going {
  /** Shows the frames of a room. */
  toRoom(name: string): void;
  /** Selects a frame and brings it into sight; what of the filter hides it is taken away. */
  toFrame(row: number): void;
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
      if (!rows.shows(row)) return;
      batch(() => {
        if (!has(row)) loosen(row);
        store.selected.value = row;
        showFrames();
      });
      landmarks.wanted.value = row;
      requestAnimationFrame(() => landmarks.grid.current?.focus({ preventScroll: true }));
    },
  };
}
