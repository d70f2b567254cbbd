import type { Attempt } from "../../../store/replay/attempts";

const SHOWN = 24;
const STEPS = [1, 2, 5];

/** The attempts that the chart shows, and the time at its top. */
export interface Scale {
  readonly attempts: readonly Attempt[];
  /** In ms. */
  readonly top: number;
}

/** The next number of 1, 2, 5, 10, 20 ... that is not smaller. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
}

/** The newest attempts, on a scale that has room for all their delays. */
export function scaleOf(all: readonly Attempt[]): Scale {
  const attempts = all.slice(-SHOWN);
  const longest = Math.max(
    1,
    ...attempts.flatMap(({ ceiling, planned, actual }) => [ceiling, planned, actual ?? 0]),
  );
  return { attempts, top: roundUp(longest) };
}
