/**
 * Which rows of equal height are in sight. Plain arithmetic, so a million rows cost what ten cost.
 *
 * Browsers cut off elements that are too high (Firefox at 17.8 million px, Chrome at 33.5 million). Longer lists
 * get a scroll range of MAX_HEIGHT and move faster through it; `virtual` is where the list really stands.
 */

export const MAX_HEIGHT = 15_000_000;

interface Measures {
  count: number;
  rowHeight: number;
  /** Height of what is in sight. */
  viewHeight: number;
}

export interface VirtualWindow {
  /** Rows `first` up to (not including) `last` are to be rendered ... */
  first: number;
  last: number;
  /** ... this far down in an element this high. */
  offset: number;
  height: number;
}

function ranges({ count, rowHeight, viewHeight }: Measures) {
  const total = count * rowHeight;
  const height = Math.min(total, MAX_HEIGHT);
  return { height, real: Math.max(0, height - viewHeight), virtual: Math.max(0, total - viewHeight) };
}

/** Where the list stands when its element is scrolled to `scrollTop`. */
export function virtualTop(measures: Measures, scrollTop: number): number {
  const { real, virtual } = ranges(measures);
  const top = Math.max(0, Math.min(real, scrollTop));
  return real === virtual ? top : (top / real) * virtual;
}

/** How far to scroll so that the list stands at `top`. */
export function scrollTopFor(measures: Measures, top: number): number {
  const { real, virtual } = ranges(measures);
  const wanted = Math.max(0, Math.min(virtual, top));
  return real === virtual ? wanted : (wanted / virtual) * real;
}

/** Where to scroll so that the row is wholly in sight; null when it is. */
export function revealing(measures: Measures, scrollTop: number, index: number): number | null {
  const { rowHeight, viewHeight } = measures;
  const top = virtualTop(measures, scrollTop);
  const row = index * rowHeight;
  if (row < top) return scrollTopFor(measures, row);
  if (row + rowHeight > top + viewHeight) return scrollTopFor(measures, row + rowHeight - viewHeight);
  return null;
}

/** `spare` rows more are rendered on each side, so that fast scrolling shows rows and not background. */
export function windowAt(measures: Measures, scrollTop: number, spare: number): VirtualWindow {
  const { count, rowHeight, viewHeight } = measures;
  const { height, real } = ranges(measures);
  const top = virtualTop(measures, scrollTop);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((top + viewHeight) / rowHeight) + spare);
  const scrolled = Math.max(0, Math.min(real, scrollTop));
  return { first, last, offset: first * rowHeight - top + scrolled, height };
}
