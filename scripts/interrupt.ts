/** A signal that is aborted when the user or the system asks the program to end. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error("Interrupted."));
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);

  // Told to end, npm tells only the shell between us, which dies and leaves us to another parent.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 200);
  watch.unref();
  return controller.signal;
}

/** Waits for the task, but no longer than until the signal. */
export async function interruptible<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const interrupted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([task(), interrupted]);
}
