/** When things happen, handed to the store so that tests decide it. */
export interface Scheduler {
  /** Before the next paint; while the panel is hidden, when it is shown again. */
  paint(task: () => void): void;
  /** Soon, also while the panel is hidden. */
  soon(task: () => void): void;
  /** After so many milliseconds. */
  after(ms: number, task: () => void): void;
  /** Milliseconds since 1970. */
  now(): number;
}

export const browserScheduler: Scheduler = {
  paint: (task) => {
    requestAnimationFrame(task);
  },
  soon: (task) => {
    setTimeout(task, 0);
  },
  after: (ms, task) => {
    setTimeout(task, ms);
  },
  now: () => Date.now(),
};
