import { counted, lasting } from "../amounts";
import { AT_ONCE } from "../session/policies";
import { Evidence } from "./evidence";
import type { Finding } from "./finding";
import { finding, type Inspected } from "./inspected";

/** So many attempts within so many ms are a storm. */
const STORM = 5;
const STORM_WITHIN = 10_000;
/** Fewer reconnects say nothing about how a client waits. */
const FEWEST = 3;

/** How the client comes back. */
export function reconnectFindings(inspected: Inspected): Finding[] {
  return [...storm(inspected), ...noJitter(inspected)];
}

function storm({ session, reconnects }: Inspected): Finding[] {
  const attempts = session.sockets.slice(1);
  const evidence = new Evidence();
  let most = 0;
  let from = 0;
  for (const [to, { createdAt }] of attempts.entries()) {
    while (createdAt - (attempts[from]?.createdAt ?? createdAt) > STORM_WITHIN) from++;
    const within = to - from + 1;
    most = Math.max(most, within);
    if (within >= STORM)
      for (const { number } of attempts.slice(to - STORM + 1, to + 1)) evidence.add(-1, number);
  }
  const advice = "Let the delay grow with each failed attempt, up to a cap, with a random part in it.";
  if (most >= STORM) {
    const title = `${counted(most, "attempt")} to reconnect within ${lasting(STORM_WITHIN)}`;
    return finding("retry-storm", "error", title, advice, evidence);
  }
  const hasty = reconnects.filter(({ delay }) => delay <= AT_ONCE);
  // A few are what `online` and visibility do (W30, W32).
  if (hasty.length < FEWEST || hasty.length * 2 < reconnects.length) return [];
  for (const { to } of hasty) evidence.add(-1, to);
  const title = `${hasty.length} of ${counted(reconnects.length, "reconnect")} at once, without waiting`;
  return finding("retry-storm", "warning", title, advice, evidence);
}

function noJitter({ fit, reconnects }: Inspected): Finding[] {
  if (reconnects.length < FEWEST || (fit?.name !== "constant" && fit?.name !== "exponential")) return [];
  const evidence = new Evidence();
  for (const { to } of reconnects) evidence.add(-1, to);
  return finding(
    "no-jitter",
    "note",
    `Reconnects without jitter: ${fit.sentence}`,
    "Add a random part to each delay: after a server restart all clients come back at the same moments (a thundering herd).",
    evidence,
  );
}
