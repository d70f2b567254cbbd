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

/** What asks for a paint, however often it is called before it comes. */
export function onceAPaint(scheduler: Pick<Scheduler, "paint">, paint: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    scheduler.paint(() => {
      asked = false;
      paint();
    });
  };
}

/** Least and longest time between two paints of what streams in. Batches come every 100 ms as it is. */
const SHORTEST_MS = 80;
const LONGEST_MS = 500;
/** How many times as long as a paint took nothing is painted: a flood's rows shall not take the page's core. */
const REST = 9;
let next = Number.NEGATIVE_INFINITY;

function paint(task: () => void): void {
  const waitMs = next - performance.now();
  if (waitMs > 0) {
    setTimeout(paint, waitMs, task);
    return;
  }
  requestAnimationFrame((start) => {
    task();
    // Layout and painting come after this; a task behind them knows what all of it took.
    setTimeout(() => {
      const now = performance.now();
      next = now + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (now - start) * REST));
    });
    next = start + LONGEST_MS;
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
