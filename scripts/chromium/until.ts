import { setTimeout as pause } from "node:timers/promises";

interface Patience {
  timeout?: number;
  signal?: AbortSignal;
}

/** Probes until the answer is neither undefined, null nor false; says what it waited for when it never came. */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  { timeout = 10_000, signal }: Patience = {},
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = performance.now() + timeout;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await probe();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as Exclude<T, undefined | null | false>;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`);
    }
    await pause(25, undefined, { signal });
  }
}
