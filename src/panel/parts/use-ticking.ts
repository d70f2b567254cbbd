import { useEffect, useState } from "preact/hooks";

/** Renders again every so many milliseconds while `on`: for what changes because time passes. */
export function useTicking(ms: number, on: boolean): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), ms);
    return () => clearInterval(timer);
  }, [ms, on]);
}
