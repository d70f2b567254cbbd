import type { RoomEvent } from "../../../model/room/room";
import type { Socket } from "../../../model/socket";
import { timeStep } from "../../parts/axis";

/** The time that a timeline covers, in ms since 1970. */
export interface Span {
  from: number;
  to: number;
}

/** A part of a timeline's width, in percent. */
export interface Stretch {
  left: number;
  width: number;
}

/** The end of what is going on moves in steps of this part of the whole, so that the marks do not crawl. */
const STEPS = 20;
const LEAST_MS = 200;

/** From the first socket to the last thing that happened, or to now where a socket is open. */
export function spanOf(sockets: readonly Socket[], events: readonly RoomEvent[], now: number): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const { createdAt, openedAt, closedAt } of sockets) {
    from = Math.min(from, createdAt);
    to = Math.max(to, closedAt ?? now, openedAt ?? createdAt);
  }
  for (const { time } of events) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  const length = Math.max(LEAST_MS, to - from);
  const step = timeStep(length, STEPS);
  return { from, to: from + Math.ceil((length * 1.02) / step) * step };
}

/** Whether something that lasts from one time to another shows in a span. */
export function shows(from: number, to: number, span: Span): boolean {
  return from <= span.to && to >= span.from;
}

export function percent(time: number, { from, to }: Span): number {
  return Math.max(0, Math.min(100, ((time - from) / (to - from)) * 100));
}

export function stretch(from: number, to: number, span: Span): Stretch {
  const left = percent(from, span);
  return { left, width: Math.max(0, percent(to, span) - left) };
}

export function styleOf({ left, width }: Stretch): Record<string, string> {
  return { left: `${left}%`, width: `${width}%` };
}
