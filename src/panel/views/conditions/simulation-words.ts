import { clockTime } from "../../parts/words/time";
import type { PretendedConditions } from "../../store/replay/conditions";
import { unbrokenSince } from "../../store/replay/outages";
import { offlineText } from "./offline-kinds";

const SECONDS = "12:01:02".length;

/** Whether anything is pretended to anybody. */
export function isSimulating({ offline, hidden, onPage, onClient, inForce }: PretendedConditions): boolean {
  const switched = offline.value || hidden.value;
  return inForce.value !== null || (switched && (onPage.value || onClient.value));
}

/** What is pretended: by the switches, which another panel may have set, or else by what the worker said last. */
function pretended({ offline, offlineHow, hidden, inForce }: PretendedConditions) {
  if (!offline.value && !hidden.value)
    return { offline: inForce.value?.offline, hidden: inForce.value?.hidden };
  return { offline: offline.value && offlineHow.value, hidden: hidden.value };
}

/** "This page is offline (simulated: sockets dropped) and hidden (simulated) since 12:01:02". */
export function bannerText(conditions: PretendedConditions): string {
  const { offline, hidden } = pretended(conditions);
  const who = onPage(conditions) ? "This page" : "The replay client";
  const parts: string[] = [];
  if (offline) parts.push(`offline (simulated: ${offlineText(offline)})`);
  if (hidden) parts.push("hidden (simulated)");
  const since = unbrokenSince(conditions.outages.value);
  const when = since === null ? "" : ` since ${clockTime(since).slice(0, SECONDS)}`;
  return `${who} is ${parts.join(" and ")}${when}${conditions.foreign.value ? ", by another panel" : ""}`;
}

/** "page: offline, hidden"; that it is simulated is said beside it. */
export function statusText(conditions: PretendedConditions): string {
  const { offline, hidden } = pretended(conditions);
  const who = onPage(conditions) ? "page" : "replay client";
  return `${who}: ${[offline && "offline", hidden && "hidden"].filter(Boolean).join(", ")}`;
}

function onPage({ onPage, inForce }: PretendedConditions): boolean {
  return onPage.value || inForce.value !== null;
}
