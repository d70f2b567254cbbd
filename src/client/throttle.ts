/**
 * Calls at most once per `ms`, at the leading edge: calls within the time are dropped, and none is made up for later.
 * Source: requirements G27, P44.
 */
export function throttle<Arguments extends unknown[]>(
  call: (...details: Arguments) => void,
  ms: number,
  now: () => number,
): (...details: Arguments) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...details) => {
    const time = now();
    if (time - last < ms) return;
    last = time;
    call(...details);
  };
}
