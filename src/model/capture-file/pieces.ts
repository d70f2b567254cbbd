import { base64Pieces } from "./base64";

/** Characters that are handed over as one string. */
const PART = 1 << 18;
/** Code units stringified at once; a text is cut between any two of them, escapes put halves together again. */
const SLICE = 1 << 20;

/** A text as a JSON string, in pieces: as one, a large text could outgrow what a string can be. */
export function* jsonString(text: string): Generator<string> {
  yield '"';
  for (let at = 0; at < text.length; at += SLICE) {
    yield JSON.stringify(text.slice(at, at + SLICE)).slice(1, -1);
  }
  yield '"';
}

/** A payload as JSON string: text as it is, bytes as base64. */
export function* jsonPayload(payload: string | Uint8Array): Generator<string> {
  if (typeof payload === "string") {
    yield* jsonString(payload);
  } else {
    yield '"';
    yield* base64Pieces(payload);
    yield '"';
  }
}

/** Pieces put together to parts of a size that is cheap to hand over, one by one. */
export function* inParts(pieces: Iterable<string>): Generator<string> {
  let part: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    part.push(piece);
    length += piece.length;
    if (length < PART) continue;
    yield part.join("");
    part = [];
    length = 0;
  }
  if (length > 0) yield part.join("");
}
