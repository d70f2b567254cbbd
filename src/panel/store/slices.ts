import type { Scheduler } from "./scheduler";

/** Milliseconds of work in one go, so that the panel stays alive meanwhile. */
const SLICE = 24;

/** Goes through a long list in slices. `each` returns false to stop; returns whether the end was reached. */
export async function inSlices<T>(
  items: Iterable<T>,
  scheduler: Scheduler,
  each: (item: T) => boolean,
): Promise<boolean> {
  let begun = scheduler.now();
  for (const item of items) {
    if (!each(item)) return false;
    if (scheduler.now() - begun < SLICE) continue;
    await new Promise<void>((resolve) => scheduler.soon(resolve));
    begun = scheduler.now();
  }
  return true;
}
