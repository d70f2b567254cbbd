import { duration } from "../../../parts/words/time";
import type { Attempt } from "../../../store/replay/attempts";
import type { ReplayClient } from "../../../store/replay/replay-client";

/** The attempt that is waited for or under way. */
function current(client: ReplayClient): Attempt | undefined {
  const last = client.log.attempts.list.at(-1);
  return last?.outcome === "waiting" || last?.outcome === "trying" ? last : undefined;
}

/** What there is to say of the state beside its name. It changes when something happens, not as time passes. */
export function stateDetail(client: ReplayClient): string {
  const attempt = current(client);
  switch (client.state.peek()) {
    case "connected": {
      const { protocol = "" } = client.client ?? {};
      return protocol === "" ? "" : `with subprotocol ${protocol}`;
    }
    case "connecting":
      return attempt ? `attempt ${attempt.attempt}` : "";
    case "reconnecting": {
      const paused = client.client?.paused;
      if (paused === "offline") return "paused: the page is offline (simulated)";
      if (paused === "hidden") return "paused: the page is hidden (simulated)";
      return attempt ? `attempt ${attempt.attempt}` : "";
    }
    default:
      return client.log.over;
  }
}

/** How long it still takes, or has been; said to eyes only. */
export function stateClock(client: ReplayClient): string {
  const now = client.now();
  const state = client.state.peek();
  const attempt = current(client);
  if (state === "reconnecting" && attempt?.outcome === "waiting") {
    return `in ${(Math.max(0, attempt.since + attempt.planned - now) / 1000).toFixed(1)} s`;
  }
  const since = client.log.states.at(-1)?.since;
  return since === undefined || state === "disconnected" ? "" : `for ${duration(Math.max(0, now - since))}`;
}
