import { counted, span } from "../amounts";
import type { Attempt } from "./course";
import type { BothWays } from "./fates";
import { markdownText } from "./markdown-text";
import type { OutageReport, SessionReport } from "./outage-report";

/** Attempts and rooms beyond these are counted. */
const MOST_NAMED = 20;

/** A line of the table: what it is about, and what is known of it, as Markdown. */
type Row = readonly [what: string, value: string];

/** What a report's table says of a session. */
export function rowsOf(session: SessionReport, report: OutageReport): Row[] {
  const { fates, rooms, recovered, attempts } = session;
  const rows: Row[] = [
    ["Noticed", noticed(session, report)],
    ["Attempts", attempts.length === 0 ? "none" : named(attempts.map(attemptText))],
    ["Open again", open(session)],
    ["Rooms before", names(rooms.before)],
  ];
  if (recovered !== null && rooms.before.length > 0) {
    rows.push(
      ["Rooms joined again", names([...rooms.rejoined, ...rooms.twice])],
      ["Of those more than once", names(rooms.twice)],
      ["Rooms not joined again so far", names(rooms.missing)],
    );
    if (rooms.served.length > 0) rows.push(["Rooms not asked for, but served again", names(rooms.served)]);
  }
  rows.push(
    ["Frames lost", ways(fates.lost)],
    ["Frames late", ways(fates.late)],
    ["Sent on a closed socket", String(fates.refused)],
    ["Sent again after it had not gone out", String(fates.resent)],
    ["Sent twice (the same content before and after)", String(fates.doubled)],
    ["Of those out of order", String(fates.reordered)],
  );
  if (fates.buffered !== null)
    rows.push(["New content in the first second after", `about ${fates.buffered}`]);
  return rows;
}

function noticed({ connected, detected }: SessionReport, { began, ended }: OutageReport): string {
  if (!connected) return "it was not connected when it began";
  if (detected === null) return "no sign of it";
  const after = began + detected - ended;
  return after > 0 ? `after ${span(detected)}, ${span(after)} after the end` : `after ${span(detected)}`;
}

function open({ recovered, stayed, left }: SessionReport): string {
  if (recovered === null) {
    if (left) return "its page was left";
    return stayed ? "its socket was not closed" : "not seen";
  }
  return recovered < 0 ? `${span(-recovered)} before the end` : `${span(recovered)} after the end`;
}

function attemptText({ socket, afterClose, afterAttempt, opened, code }: Attempt): string {
  const since: string[] = [];
  if (afterClose !== null) since.push(`${span(afterClose)} after a close`);
  if (afterAttempt !== null) since.push(`${span(afterAttempt)} after the attempt before`);
  const outcome = opened ? "opened" : code === null ? "did not open so far" : `failed with ${code}`;
  return `\\#${socket}${since.length > 0 ? ` (${since.join(", ")})` : ""} ${outcome}`;
}

function names(rooms: readonly string[]): string {
  return rooms.length === 0 ? "none" : named(rooms.slice(0, MOST_NAMED).map(markdownText), rooms.length);
}

function named(texts: readonly string[], count = texts.length): string {
  const more = count - Math.min(count, MOST_NAMED);
  return texts.slice(0, MOST_NAMED).join("; ") + (more > 0 ? `; and ${counted(more, "other")}` : "");
}

function ways({ sent, received }: BothWays): string {
  return `${sent} sent, ${received} received`;
}
