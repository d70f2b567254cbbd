import { createRef, type RefObject } from "preact";

/** Where the focus goes from elsewhere in the panel. */
export interface Landmarks {
  filter: RefObject<HTMLInputElement | null>;
  grid: RefObject<HTMLDivElement | null>;
}

export function createLandmarks(): Landmarks {
  return { filter: createRef(), grid: createRef() };
}
