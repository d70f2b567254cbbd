import type { Range } from "../../../model/session/policies";
import type { Socket } from "../../../model/socket";
import { grouped } from "../../parts/words/count";
import { duration } from "../../parts/words/time";
import { stateText } from "../sockets/socket-words";
import type { Step } from "./steps";

/** A delay with all its digits as long as they can be compared: "1,742 ms", "3 min 5 s". */
export function delayText(ms: number): string {
  return ms < 60_000 ? `${grouped(Math.round(ms))} ms` : duration(ms);
}

export function rangeText([low, high]: Range): string {
  if (low === high) return delayText(low);
  return high < 60_000
    ? `${grouped(Math.round(low))} to ${delayText(high)}`
    : `${delayText(low)} to ${delayText(high)}`;
}

/** How long a socket took to open, and how long it was open: "open for 3.1 s", "never opened, failed after 830 ms". */
export function lifeText({ socket, end }: Step): string {
  const { openedAt, createdAt, closedAt } = socket;
  const over = closedAt !== undefined;
  if (openedAt !== undefined)
    return `${over ? "was open" : stateText(socket)} for ${duration(Math.max(0, end - openedAt))}`;
  const waited = duration(Math.max(0, end - createdAt));
  return over ? `never opened, failed after ${waited}` : `${stateText(socket)} for ${waited}`;
}

/** "clean", "not clean, with an error". */
export function cleanText({ clean, failed }: Socket): string {
  const parts: string[] = [];
  if (clean !== undefined) parts.push(clean ? "clean" : "not clean");
  if (failed) parts.push("with an error");
  return parts.join(", ");
}
