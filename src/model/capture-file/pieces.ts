import type { Payload } from "../capture";
import { base64Pieces } from "./base64";

/** The payload of this row of the capture is not in memory: it is handed over with `next`, null if it is lost. */
interface Wanted {
  row: number;
}

/** What is written, piece by piece, asking for payloads in between. */
export type Pieces<T = void> = Generator<string | Wanted, T, Payload | undefined>;

/** Characters that are handed over as one string. */
const PART = 1 << 18;
/** Code units stringified at once; a text is cut between any two of them, escapes put halves together again. */
const SLICE = 1 << 20;
const SHORT = 1 << 16;

/** A text as a JSON string, in pieces: as one, a large text could outgrow what a string can be. */
function* jsonString(text: string): Generator<string> {
  yield '"';
  for (let at = 0; at < text.length; at += SLICE) {
    yield JSON.stringify(text.slice(at, at + SLICE)).slice(1, -1);
  }
  yield '"';
}

/** A payload that is short enough as one JSON string, which is quicker than pieces; else null. */
function shortJson(payload: string | Uint8Array): string | null {
  if (payload.length > SHORT) return null;
  return typeof payload === "string" ? JSON.stringify(payload) : `"${[...base64Pieces(payload)].join("")}"`;
}

/** A payload as JSON string: text as it is, bytes as base64. */
function* jsonPayload(payload: string | Uint8Array): Generator<string> {
  if (typeof payload === "string") {
    yield* jsonString(payload);
  } else {
    yield '"';
    yield* base64Pieces(payload);
    yield '"';
  }
}

/** A JSON object whose last field is the payload: `head` is its text up to that, the colon included. */
export function* withPayload(head: string, payload: string | Uint8Array): Generator<string> {
  const short = shortJson(payload);
  if (short !== null) {
    yield `${head}${short}}`;
    return;
  }
  yield head;
  yield* jsonPayload(payload);
  yield "}";
}

/** Pieces put together to parts of a size that is cheap to hand over, one by one. */
export function* inParts(pieces: Pieces): Pieces {
  let part: string[] = [];
  let length = 0;
  for (let step = pieces.next(null); !step.done; ) {
    const piece = step.value;
    if (typeof piece !== "string") {
      step = pieces.next(yield piece);
      continue;
    }
    part.push(piece);
    length += piece.length;
    if (length >= PART) {
      yield part.join("");
      part = [];
      length = 0;
    }
    step = pieces.next(null);
  }
  if (length > 0) yield part.join("");
}
