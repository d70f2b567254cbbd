import { counted, lasting } from "../amounts";
import { deadAirOf } from "./dead-air";
import { Evidence } from "./evidence";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** W40: proxies that cut a connection when nothing went over it for so many ms, by default. */
const LIMITS: readonly [limit: number, proxies: string][] = [
  [60_000, "AWS ALB and NGINX"],
  [100_000, "Cloudflare"],
];

/** What the signs of life show. */
export function heartbeatFindings(inspected: Inspected): Finding[] {
  return [...aboveLimit(inspected), ...deadAir(inspected)];
}

function aboveLimit({ session, heartbeats }: Inspected): Finding[] {
  const [lowest] = LIMITS[0] as [number, string];
  const evidence = new Evidence();
  let longest = 0;
  for (const { number, lost } of session.sockets) {
    const beat = heartbeats.get(number);
    // Where frames were lost a gap may be two.
    if (!beat || lost > 0 || beat.interval === null || beat.interval < lowest) continue;
    longest = Math.max(longest, beat.interval);
    for (const { row } of beat.points) evidence.add(row, number);
  }
  const limits = LIMITS.filter(([limit]) => longest >= limit).map(
    ([limit, who]) => `${who} (${limit / 1000} s)`,
  );
  return finding(
    "heartbeat-above-proxy-limit",
    "warning",
    `A heartbeat every ${lasting(longest)}: by default ${limits.join(" and ")} cut an idle connection sooner`,
    "Send it more often than the shortest limit on the way, say every 25 s, unless other frames always flow.",
    evidence,
  );
}

function deadAir({ session, heartbeats, suspicions, now }: Inspected): Finding[] {
  const evidence = new Evidence();
  let longest = 0;
  let unanswered = 0;
  for (const socket of session.sockets) {
    const air = deadAirOf(socket, heartbeats.get(socket.number), suspicions.heard(socket.number), now);
    if (!air) continue;
    longest = Math.max(longest, air.silence);
    unanswered += air.unanswered;
    for (const row of air.rows) evidence.add(row, socket.number);
    if (air.rows.length === 0) evidence.add(-1, socket.number);
  }
  const beats = unanswered > 0 ? `, with ${counted(unanswered, "heartbeat")} unanswered` : "";
  return finding(
    "dead-air",
    "warning",
    `Silence from the server on ${counted(evidence.sockets.size, "socket")}, up to ${lasting(longest)} long${beats}`,
    "Give up a connection when a heartbeat isn't answered in time, and connect again, instead of waiting for the close.",
    evidence,
  );
}
