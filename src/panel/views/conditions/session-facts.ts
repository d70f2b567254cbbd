import type { Attempt } from "../../../model/outage/course";
import type { BothWays } from "../../../model/outage/fates";
import type { OutageReport, SessionReport } from "../../../model/outage/outage-report";
import { counted, grouped } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import { duration } from "../../parts/words/time";

/** Rooms and attempts beyond these are only counted. */
const MOST_NAMED = 12;
const LONGEST_NAME = 60;

type Term = readonly [term: string, value: string];

/** What a report tells of a session, as terms and what they are. */
export function factsOfSession(session: SessionReport, report: OutageReport): Term[] {
  const { rooms, fates, recovered } = session;
  const facts: Term[] = [
    ["Noticed", noticed(session, report)],
    ["Open again", open(session)],
    ["Attempts", session.attempts.length === 0 ? "none" : grouped(session.attempts.length)],
  ];
  if (rooms.before.length === 0) facts.push(["Rooms", "in none"]);
  else if (recovered === null) facts.push(["Rooms", `was in ${named(rooms.before)}`]);
  else {
    facts.push(
      ["Rooms rejoined", named([...rooms.rejoined, ...rooms.twice])],
      ["Rooms not rejoined", named(rooms.missing)],
    );
    if (rooms.twice.length > 0) facts.push(["Of those twice", named(rooms.twice)]);
    if (rooms.served.length > 0) facts.push(["Served unasked", named(rooms.served)]);
  }
  facts.push(
    ["Frames lost", bothWays(fates.lost)],
    ["Frames late", bothWays(fates.late)],
    ["Sends refused", fates.refused === 0 ? "none" : `${grouped(fates.refused)} on a closed socket`],
  );
  if (fates.buffered !== null)
    facts.push(["Sends buffered", fates.buffered === 0 ? "none seen" : `about ${grouped(fates.buffered)}`]);
  facts.push(
    ["Sent again", fates.resent === 0 ? "none" : `${grouped(fates.resent)} that had not gone out`],
    ["Doubled", fates.doubled === 0 ? "none" : `${grouped(fates.doubled)} sent before and after`],
    ["Reordered", fates.reordered === 0 ? "none" : grouped(fates.reordered)],
  );
  return facts;
}

/** An attempt to connect: when it was made, and what became of it. */
export function attemptText({ socket, afterClose, afterAttempt, opened, code }: Attempt): string {
  const outcome = opened ? "opened" : code === null ? "not open so far" : `failed with ${code}`;
  const since: string[] = [];
  if (afterClose !== null) since.push(`${duration(afterClose)} after a close`);
  if (afterAttempt !== null) since.push(`${duration(afterAttempt)} after the attempt before`);
  return [`#${socket}`, ...since, outcome].join(", ");
}

/** The attempts to tell one by one, and how many more there were. */
export function fewOf(attempts: readonly Attempt[]): { told: readonly Attempt[]; more: number } {
  return { told: attempts.slice(0, MOST_NAMED), more: Math.max(0, attempts.length - MOST_NAMED) };
}

function noticed({ connected, detected }: SessionReport, { began, ended }: OutageReport): string {
  if (!connected) return "was not connected when it began";
  if (detected === null) return "no sign of it";
  const late = began + detected - ended;
  return `after ${duration(detected)}${late > 0 ? `, ${duration(late)} after the end` : ""}`;
}

function open({ recovered, stayed, left }: SessionReport): string {
  if (recovered === null) {
    if (left) return "its page was left";
    return stayed ? "was never closed" : "not so far";
  }
  return recovered < 0 ? `${duration(-recovered)} before the end` : `${duration(recovered)} after the end`;
}

function named(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const told = names.slice(0, MOST_NAMED).map((name) => oneLine(name, LONGEST_NAME));
  const more = names.length - told.length;
  return told.join(", ") + (more > 0 ? `, and ${counted(more, "other")}` : "");
}

function bothWays({ sent, received }: BothWays): string {
  return sent + received === 0 ? "none" : `${grouped(sent)} sent, ${grouped(received)} received`;
}
