import * as v from "valibot";
import type { DocumentId } from "../../protocol";
import { flagsByPlace } from "../capture-file/deeds";
import type { ImportedSocket } from "../capture-file/imported";
import { issueText } from "../capture-file/issue";
import { readRow } from "../capture-file/read-row";
import { harRow } from "../capture-file/schema";
import { foreignSocket } from "./foreign-socket";
import type { HarRow } from "./merge";
import { type ReadMessage, readMessages } from "./messages";
import { type Entry, type Extras, extras } from "./schema";

/** What an entry holds: its socket, its rows, and what was wrong. */
interface ReadEntry {
  socket: ImportedSocket;
  rows: Omit<HarRow, "place">[];
  /** Frames that it names. */
  named: number;
  /** The first thing that was wrong with its frames; else empty. */
  problem: string;
  /** What is to be said beside that. */
  notes: string[];
}

function readExtras(entry: Entry, messages: number, notes: string[]): Extras | null {
  if (entry._sockeye === undefined) return null;
  const read = v.safeParse(extras, entry._sockeye);
  if (!read.success) {
    notes.push(`_sockeye was left out: ${issueText(read.issues)}`);
    return null;
  }
  const { orders, times } = read.output;
  if (orders.length === messages && times.length === messages) return read.output;
  notes.push("_sockeye was left out: it does not fit the messages");
  return null;
}

/** What of it is the socket's own. */
function factsOf(ours: Extras) {
  const { version, orders, times, sizes, injected, withheld, late, others, ...facts } = ours;
  return facts;
}

/** Messages without a time take that of the one in front. */
function messageRows(messages: readonly ReadMessage[], ours: Extras | null, start: number) {
  const sizes = new Map(ours?.sizes);
  const deeds = flagsByPlace(ours ?? {});
  let time = start;
  return messages.map(({ index, time: own, flags, size, payload }) => {
    time = ours?.times[index] ?? own ?? time;
    return {
      time,
      order: ours?.orders[index] ?? null,
      flags: flags | (deeds.get(index) ?? 0),
      size: sizes.get(index) ?? size,
      payload,
    };
  });
}

function otherRows(ours: Extras, problems: string[]) {
  const rows = [];
  let named = 0;
  for (const other of ours.others) {
    const facts = v.safeParse(harRow, other);
    if (!facts.success || facts.output.type === "frame") named++;
    const row = facts.success ? readRow(facts.output) : issueText(facts.issues);
    if (typeof row === "string" || !facts.success) problems.push(`_sockeye.others: ${row}`);
    else rows.push({ ...row, time: facts.output.time, order: facts.output.order });
  }
  return { rows, named };
}

/** Reads an entry that is a socket. `list` are its messages, from wherever they stand. */
export function readEntry(entry: Entry, list: readonly unknown[], page: string): ReadEntry {
  const notes: string[] = [];
  const { read, named, problem, failure } = readMessages(list);
  const firstTime = read.find(({ time }) => time !== null)?.time ?? null;
  const ours = readExtras(entry, list.length, notes);
  const foreign = foreignSocket(entry, page, failure, firstTime);
  if (!ours) {
    return { socket: foreign, rows: messageRows(read, null, foreign.createdAt), named, problem, notes };
  }
  const problems = problem === "" ? [] : [problem];
  const others = otherRows(ours, problems);
  return {
    socket: {
      ...factsOf(ours),
      document: ours.document as DocumentId,
      url: ours.transport === "EventSource" ? entry.request.url : foreign.url,
    },
    rows: [...messageRows(read, ours, ours.createdAt), ...others.rows],
    named: named + others.named,
    problem: problems[0] ?? "",
    notes,
  };
}
