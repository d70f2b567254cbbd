import type { HeartbeatSummary } from "../../../model/heartbeat/summary";

/** Why there is no RTT. */
export function noRtt({ direction, beats }: HeartbeatSummary): string {
  if (beats === 0 || direction === null) return "no heartbeat seen";
  if (direction === "server") return "the server asks: only gaps can be seen";
  return "no answer seen";
}

/** Why there are no gaps. */
export function noGaps({ beats, rtt }: HeartbeatSummary): string {
  if (beats === 0) return "no heartbeat seen";
  return rtt ? "the page asks: see RTT" : "needs two beats";
}

export function noInterval({ beats }: HeartbeatSummary): string {
  return beats === 0 ? "no heartbeat seen" : "needs two beats";
}

export function noJitter({ beats }: HeartbeatSummary): string {
  return beats === 0 ? "no heartbeat seen" : "too few beats";
}

export function noDrift({ beats }: HeartbeatSummary): string {
  return beats === 0 ? "no heartbeat seen" : "needs eight gaps";
}
