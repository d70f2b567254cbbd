import { base64Pieces } from "../capture-file/base64";
import type { Expectation } from "../match/expectation";
import { jsonIn } from "../match/json-in";
import { lastingJson } from "./lasting-json";
import { MOST, type Script, type SendStep, type Step } from "./script";

/** A captured frame. `text` or `bytes`: one of them is there. */
export interface CapturedFrame {
  /** Ms since 1970. */
  time: number;
  /** Seen from the page. */
  sent: boolean;
  text?: string | undefined;
  bytes?: Uint8Array | undefined;
  name: string;
  rooms: readonly string[];
  /** It belongs to a heartbeat. */
  heartbeat?: boolean | undefined;
}

/** What a script is made of. */
interface ScriptOptions {
  name: string;
  /** What is expected of what was received: nothing, its name and room, or what of its content is likely to last. */
  expectations: "none" | "names" | "content";
  /** Whether the time between frames is kept. */
  pauses: boolean;
  /** Whether frames of heartbeats are in it: a client that beats by itself would do so twice. */
  heartbeats: boolean;
}

/** Ms that a frame is waited for, and so many times what it took. */
const PATIENCE = 5_000;
const PATIENCE_TIMES = 3;
/** A longer text is not expected word by word. */
const LONGEST_TEXT = 10_000;

/**
 * A script that does what was captured: what was sent is sent, unchanged, what was received is expected, and what
 * passed in between is a pause before the next send. At most 100,000 steps: what goes beyond is left out.
 */
export function scriptOf(frames: readonly CapturedFrame[], how: ScriptOptions): Script {
  const steps: Step[] = [];
  let before: number | null = null;
  let sentAt: number | null = null;
  for (const frame of frames) {
    if (frame.heartbeat && !how.heartbeats) continue;
    if (!frame.sent && how.expectations === "none") continue;
    if (steps.length > MOST.steps - 2) break;
    if (frame.sent) {
      const ms = before === null || !how.pauses ? 0 : waitOf(frame.time - before);
      if (ms > 0) steps.push({ kind: "pause", ms });
      steps.push(sendOf(frame));
      sentAt = frame.time;
    } else {
      const took = waitOf(frame.time - (sentAt ?? before ?? frame.time));
      const timeout = Math.min(MOST.wait, Math.max(PATIENCE, took * PATIENCE_TIMES));
      steps.push({
        kind: "expect",
        expectation: expectationOf(frame, how.expectations === "content"),
        timeout,
      });
    }
    before = frame.time;
  }
  return { version: 1, name: how.name.slice(0, MOST.name), steps };
}

function waitOf(ms: number): number {
  return Number.isFinite(ms) ? Math.min(MOST.wait, Math.max(0, Math.round(ms))) : 0;
}

function sendOf({ text, bytes }: CapturedFrame): SendStep {
  if (text === undefined && bytes) {
    return { kind: "send", base64: [...base64Pieces(bytes)].join(""), template: false };
  }
  // What was captured is sent as it was, braces and all.
  return { kind: "send", text: text ?? "", template: false };
}

function expectationOf({ name, rooms, text }: CapturedFrame, content: boolean): Expectation {
  const expectation: Expectation = { direction: "received" };
  if (name !== "") expectation.name = name;
  if (rooms[0] !== undefined) expectation.room = rooms[0];
  if (!content || text === undefined) return expectation;
  const json = jsonIn(text);
  if (json) expectation.json = lastingJson(json.value);
  else if (text !== "" && text.length <= LONGEST_TEXT) expectation.text = text;
  return expectation;
}
