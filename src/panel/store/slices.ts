import type { Payload } from "../../model/capture";
import type { Pieces } from "../../model/capture-file/pieces";
import type { Scheduler } from "./scheduler";

/** Milliseconds of work in one go, so that the panel stays alive meanwhile. */
const SLICE = 24;

/** Lets others work as soon as a slice's time is over. */
export function createPause(scheduler: Scheduler): () => Promise<void> {
  let begun = scheduler.now();
  return async () => {
    if (scheduler.now() - begun < SLICE) return;
    await new Promise<void>((resolve) => scheduler.soon(resolve));
    begun = scheduler.now();
  };
}

/**
 * Goes through what is written in slices, and brings what it asks for. `each` returns false to stop; returns whether
 * the end was reached.
 */
export async function inSlices(
  pieces: Pieces,
  scheduler: Scheduler,
  read: (row: number) => Promise<Payload>,
  each: (part: string) => boolean,
): Promise<boolean> {
  const pause = createPause(scheduler);
  for (let step = pieces.next(null); !step.done; ) {
    const part = step.value;
    if (typeof part !== "string") {
      step = pieces.next(await read(part.row));
      continue;
    }
    if (!each(part)) return false;
    await pause();
    step = pieces.next(null);
  }
  return true;
}
