import { duration } from "./time";

/** A short time as exactly as it is worth reading: "0.4 ms", "23.4 ms", "830 ms", "25.0 s". */
export function preciseDuration(ms: number): string {
  return ms < 99.95 ? `${ms.toFixed(1)} ms` : duration(ms);
}
