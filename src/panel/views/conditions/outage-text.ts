import { clockTime, duration } from "../../parts/words/time";
import type { Outage } from "../../store/replay/outages";
import { offlineText } from "./offline-kinds";

const SECONDS = "12:01:02".length;

function kindText({ offline, hidden }: Outage): string {
  if (!offline) return "page hidden";
  return `${offlineText(offline)}${hidden ? ", page hidden" : ""}`;
}

/** An outage in a list of them: "12:01:02, 12.4 s: sockets dropped". */
export function outageName(outage: Outage): string {
  const { began, ended } = outage;
  const time = clockTime(began).slice(0, SECONDS);
  return `${time}, ${ended === null ? "goes on" : duration(ended - began)}: ${kindText(outage)}`;
}

/** What an outage was, in a sentence. */
export function outageText(outage: Outage, now: number): string {
  const { began, ended, offline } = outage;
  const length = ended === null ? `It goes on: ${duration(now - began)} so far` : duration(ended - began);
  const told = !offline ? "" : offline.told ? "; the page was told" : "; the page was not told";
  return `${length} (simulated: ${kindText(outage)}${told}).`;
}
