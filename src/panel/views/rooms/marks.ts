import type { RoomEvent } from "../../../model/room/room";
import { percent, type Span } from "./span";
import { EVENTS } from "./words";

/** An event on its lane; events that would hide it stand behind it. */
export interface Mark {
  event: RoomEvent;
  /** In percent of the width. */
  left: number;
  behind: number;
  /** Whether its word has room beside it. */
  worded: boolean;
}

/** In px: a mark, the distance below which two are shown as one, and a letter of its word. */
const WIDTH = 16;
const NEAR = 15;
const LETTER = 6.2;

/** The marks of a lane this many px wide, from its events, oldest first. */
export function marksOf(events: readonly RoomEvent[], span: Span, width: number): Mark[] {
  const marks: Mark[] = [];
  for (const event of events) {
    const left = percent(event.time, span);
    const last = marks.at(-1);
    // What comes last is how things stand; but trouble is not hidden by what follows.
    if (last && ((left - last.left) / 100) * width < NEAR) {
      last.behind++;
      if (weight(event) >= weight(last.event)) last.event = event;
    } else marks.push({ event, left, behind: 0, worded: false });
  }
  for (const [at, mark] of marks.entries()) {
    const free = (((marks[at + 1]?.left ?? 100) - mark.left) / 100) * width;
    mark.worded = free > WIDTH + 6 + wordOf(mark).length * LETTER;
  }
  return marks;
}

export function wordOf({ event, behind }: Mark): string {
  const more = behind > 0 ? ` +${behind}` : "";
  return `${EVENTS[event.kind].word}${event.beforeAuth ? ", before auth" : ""}${more}`;
}

function weight({ kind, beforeAuth }: RoomEvent): number {
  const { tone } = EVENTS[kind];
  return (tone === "bad" ? 4 : tone === "warning" ? 2 : 0) + (beforeAuth ? 1 : 0);
}
