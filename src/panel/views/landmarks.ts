import { type Signal, signal } from "@preact/signals";
import { createRef, type RefObject } from "preact";

/** Where the focus goes from elsewhere in the panel, and what the view of frames is asked to show. */
export interface Landmarks {
  filter: RefObject<HTMLInputElement | null>;
  grid: RefObject<HTMLDivElement | null>;
  /** A row that the list shall show as soon as it can; it takes it away then. */
  wanted: Signal<number | null>;
  /** The row that is being edited, to be replayed; null while none is. */
  editing: Signal<number | null>;
  /** A script file that was given to the panel; the views take it away, and open it. */
  script: Signal<File | null>;
}

export function createLandmarks(): Landmarks {
  return {
    filter: createRef(),
    grid: createRef(),
    wanted: signal(null),
    editing: signal(null),
    script: signal(null),
  };
}
