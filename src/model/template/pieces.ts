import { askOf } from "./ask";
import type { Hole, Piece, Place } from "./hole";
import { isJson } from "./is-json";

const LONGEST = 500;
const HOLE = /^\{\{((?:\\"(?:[^\\\n]|\\(?!"))*\\"|"[^"\n]*"|'[^'\n]*'|[^"'\\\n{}])*)\}\}/;

/**
 * A text cut at its holes. `\{{` is no hole, and loses its backslash. Where it is JSON, or JSON behind something
 * else, once its holes are filled, each hole knows whether it stands in a string.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let place: Place = text.trimStart().startsWith('"') ? "json" : "text";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") {
      const literal = text.startsWith("{{", at + 1);
      if (literal) {
        pieces.push(text.slice(from, at));
        from = at + 1;
      }
      at += literal ? 2 : 1;
    } else if (char === "{" && text[at + 1] === "{" && text[at + 2] !== "{") {
      const hole = holeAt(text, at);
      pieces.push(text.slice(from, at), { hole, place });
      from = at + hole.length;
      at = from - 1;
    } else place = placeBehind(place, char);
  }
  pieces.push(text.slice(from));
  return isJson(pieces)
    ? pieces
    : pieces.map((piece) => (typeof piece === "string" ? piece : { ...piece, place: "text" }));
}

function placeBehind(place: Place, char: string | undefined): Place {
  if (place === "text") return char === "{" || char === "[" ? "json" : "text";
  if (char === '"') return place === "json" ? "literal" : "json";
  return place;
}

function holeAt(text: string, at: number): Hole {
  const found = HOLE.exec(text.slice(at, at + LONGEST));
  if (!found) return { at, length: 2, text: "{{", ask: null, problem: "It is not closed: }} is missing." };
  const ask = askOf(found[1] ?? "");
  const hole = { at, length: found[0].length, text: found[0] };
  return typeof ask === "string" ? { ...hole, ask: null, problem: ask } : { ...hole, ask, problem: "" };
}
