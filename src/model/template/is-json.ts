import { jsonIn } from "../match/json-in";
import type { Piece } from "./hole";

/** Stands between the messages of one frame (SignalR). */
const SEPARATOR = "\x1e";

/** Whether a text is JSON, or JSON behind something else, once its holes are filled. */
export function isJson(pieces: readonly Piece[]): boolean {
  // A digit is right as a value and in a string.
  const filled = pieces.map((piece) => (typeof piece === "string" ? piece : "0")).join("");
  const messages = filled.split(SEPARATOR).filter((message) => message.trim() !== "");
  return messages.length > 0 && messages.every((message) => jsonIn(message) !== null);
}
