import { afterEach, beforeEach, vi } from "vitest";

/** Puts timers, and the tasks of `scheduler.postTask`, in the hands of each test. */
export function useFakeTasks(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    const postTask = (task: () => void, { delay = 0 } = {}) =>
      new Promise<void>((done) => setTimeout(() => done(task()), delay));
    vi.stubGlobal("scheduler", { postTask });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
