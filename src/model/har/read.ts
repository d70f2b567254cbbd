import * as v from "valibot";
import { RowFlag } from "../capture";
import { Gathering, type Outcome } from "../capture-file/imported";
import { issueText } from "../capture-file/issue";
import { type HarRow, merged } from "./merge";
import { readEntry } from "./read-entry";
import { type Entry, entry, har, page } from "./schema";

/** Gives the text of a file that stands beside the HAR in its zip; null when it is not there. */
export type Attached = (name: string) => string | null;

const FRAMELESS = /firefox|webkit|safari/i;

/** Not all writers say `websocket`; other requests are no matter of ours, however broken they are. */
function isSocket(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const one = value as { _resourceType?: unknown; request?: { url?: unknown } };
  if (one._resourceType === "websocket" || "_webSocketMessages" in value || "_sockeye" in value) return true;
  const url = one.request?.url;
  return typeof url === "string" && /^wss?:/i.test(url);
}

function readPages(values: readonly unknown[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const value of values) {
    const read = v.safeParse(page, value);
    if (read.success && URL.canParse(read.output.title)) titles.set(read.output.id, read.output.title);
  }
  return titles;
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

/** The messages stand in the entry, or, with Playwright's `content: "attach"`, in a file beside it. */
function listOf({ _webSocketMessages: list, response }: Entry, attached: Attached): unknown[] | string {
  if (Array.isArray(list)) return list;
  if (list !== undefined && list !== null) return "_webSocketMessages is no list";
  const file = response?.content?._file;
  if (!file?.endsWith(".jsonl")) return [];
  const text = attached(file);
  if (text === null) return `its messages stand in ${file.slice(0, 80)}: import the zip that the HAR came in`;
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parsedLine);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a HAR of any writer. What is wrong with an entry is said, and the rest is kept. Never throws. */
export function readHar(text: string, attached: Attached = () => null): Outcome {
  const value = parse(text);
  if (value === undefined) {
    return { refused: text.trim() === "" ? "This file is empty." : "This is no JSON, or it was cut off." };
  }
  const read = v.safeParse(har, value);
  if (!read.success) return { refused: `This is no HAR: ${issueText(read.issues)}.` };
  const { creator, pages, entries } = read.output.log;
  const titles = readPages(pages);
  const gathering = new Gathering();
  const { imported } = gathering;
  const rows: HarRow[] = [];
  let others = 0;
  for (const [index, raw] of entries.entries()) {
    const say = (what: string) => gathering.problem(`Entry ${index + 1}: ${what}`);
    if (!isSocket(raw)) {
      others++;
      continue;
    }
    const parsed = v.safeParse(entry, raw);
    if (!parsed.success) {
      say(`${issueText(parsed.issues)}.`);
      continue;
    }
    const list = listOf(parsed.output, attached);
    if (typeof list === "string") say(`${list}.`);
    const title = titles.get(parsed.output.pageref ?? "") ?? "";
    const one = readEntry(parsed.output, typeof list === "string" ? [] : list, title);
    const place = gathering.addSocket(one.socket);
    if (place === null) {
      say("there are too many sockets.");
      continue;
    }
    const kept = one.rows.filter(({ payload }) => gathering.hasRoom(payload));
    const frames = kept.filter(({ flags }) => !(flags & RowFlag.Loss)).length;
    for (const row of kept) rows.push({ ...row, place });
    for (const note of one.notes) say(`${note}.`);
    if (one.problem !== "") say(`${one.problem}. ${frames} of ${one.named} frames were imported.`);
    imported.frames += frames;
    imported.named += one.named;
  }
  if (imported.sockets.length === 0 && imported.problems.length === 0) {
    return { refused: `This HAR holds no WebSocket, only ${others} other requests.` };
  }
  if (imported.named === 0 && FRAMELESS.test(creator?.name ?? "")) {
    gathering.problem("Firefox and Safari write a socket's handshake, but none of its messages.");
  }
  for (const { time, place, flags, size, payload, event } of merged(rows)) {
    if (event) imported.events.set(imported.rows.length, event);
    imported.rows.push(time, place, flags, size, payload);
  }
  return imported;
}
