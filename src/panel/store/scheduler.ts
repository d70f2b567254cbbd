/** When things happen, handed to the store so that tests decide it. */
export interface Scheduler {
  /** Before one of the next paints; while the panel is hidden, when it is shown again. */
  paint(task: () => void): void;
  /** Soon, also while the panel is hidden. */
  soon(task: () => void): void;
  /** After so many milliseconds. */
  after(ms: number, task: () => void): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Least time between two paints of what streams in. Batches come every 100 ms as it is; painting a flood at every
 * frame would take half a core from the page that is looked at.
 */
const PAINT_MS = 80;
let painted = Number.NEGATIVE_INFINITY;

function paint(task: () => void): void {
  const waitMs = painted + PAINT_MS - performance.now();
  if (waitMs > 0) {
    setTimeout(paint, waitMs, task);
    return;
  }
  requestAnimationFrame(() => {
    painted = performance.now();
    task();
  });
}

export const browserScheduler: Scheduler = {
  paint,
  soon: (task) => {
    setTimeout(task, 0);
  },
  after: (ms, task) => {
    setTimeout(task, ms);
  },
  now: () => Date.now(),
};
