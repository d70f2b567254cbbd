import * as v from "valibot";
import { type Payload, RowFlag } from "../capture";
import { fromBase64 } from "../capture-file/base64";
import { issueText } from "../capture-file/issue";
import { naturalSize } from "../capture-file/snapshot";
import { message } from "./schema";
import { readTime } from "./time";

/** A message as a row. */
export interface ReadMessage {
  /** Place in the entry's list. */
  index: number;
  /** Null where the writer left it out. */
  time: number | null;
  flags: number;
  size: number;
  payload: Payload;
}

interface Messages {
  read: ReadMessage[];
  /** Messages there are, with those that could not be read. */
  named: number;
  /** What is wrong with the first that could not be read; else empty. */
  problem: string;
  /** The text of Chrome's error row, which is no message. */
  failure: string;
}

const TEXT = 1;
const BYTES = 2;

function isTimed(value: unknown): boolean {
  return typeof value === "object" && value !== null && "time" in value && typeof value.time === "number";
}

function read(value: unknown, index: number, timed: boolean): ReadMessage | { failure: string } | string {
  const parsed = v.safeParse(message, value);
  if (!parsed.success) return issueText(parsed.issues);
  const { type, time, opcode, data } = parsed.output;
  if (type === "error" || opcode < 0) return { failure: data };
  if (opcode !== TEXT && opcode !== BYTES) return `opcode ${opcode} is no message's`;
  if (time === undefined && timed) return "time is missing";
  const at = time === undefined ? null : readTime(time);
  if (typeof at === "string") return at;
  const payload = opcode === BYTES ? fromBase64(data) : data;
  if (payload === null) return "data is no base64";
  const flags = (type === "send" ? RowFlag.Sent : 0) | (opcode === BYTES ? RowFlag.Binary : 0);
  return { index, time: at, flags, size: naturalSize(payload), payload };
}

/**
 * Reads an entry's messages. In a list made by hand none may have a time; where others have one, one without is
 * broken: nobody could say when it was.
 */
export function readMessages(values: readonly unknown[]): Messages {
  const timed = values.some(isTimed);
  const messages: Messages = { read: [], named: 0, problem: "", failure: "" };
  for (const [index, value] of values.entries()) {
    const one = read(value, index, timed);
    if (typeof one === "object" && "failure" in one) {
      messages.failure ||= one.failure || "failed";
      continue;
    }
    messages.named++;
    if (typeof one === "string") messages.problem ||= one;
    else messages.read.push(one);
  }
  return messages;
}
