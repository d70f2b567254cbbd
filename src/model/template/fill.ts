import type { Place } from "./hole";
import { piecesOf } from "./pieces";
import { type TemplateWorld, type Value, valueFor } from "./value";

/** A hole that was not filled. */
interface FillProblem {
  /** Where it stands in the text that was to be filled, and its length, in characters. */
  at: number;
  length: number;
  /** The hole as it stands. */
  text: string;
  /** Why, in a sentence. */
  message: string;
}

/** A text with its holes filled. What could not be filled stands in it as before, and is a problem. */
export interface Filled {
  text: string;
  problems: FillProblem[];
}

/**
 * Fills `{{now}}` (ms since 1970), `{{now iso}}`, `{{uuid}}`, `{{random 1 100}}`, `{{counter}}` and
 * `{{last "name" "path"}}`; quotes may be `'` or `\"` too, and `\{{` stands for `{{`. In a string of JSON a value is
 * escaped, elsewhere in JSON it is JSON (a text gets quotes), in plain text it is plain. A text without holes comes back
 * as it is. Never throws.
 */
export function fill(text: string, world: TemplateWorld): Filled {
  if (!text.includes("{{")) return { text, problems: [] };
  const once = sameCount(world);
  const problems: FillProblem[] = [];
  const parts = piecesOf(text).map((piece) => {
    if (typeof piece === "string") return piece;
    const { ask, at, length, text: hole, problem } = piece.hole;
    const value = ask ? valueFor(ask, once) : problem;
    if (typeof value !== "string") return put(value, piece.place);
    problems.push({ at, length, text: hole, message: value });
    return hole;
  });
  return { text: parts.join(""), problems };
}

function put({ plain, json }: Value, place: Place): string {
  if (place === "text") return plain;
  return place === "json" ? json : JSON.stringify(plain).slice(1, -1);
}

function sameCount(world: TemplateWorld): TemplateWorld {
  let count: number | null = null;
  let now: number | null = null;
  return {
    uuid: () => world.uuid(),
    random: () => world.random(),
    last: (name) => world.last(name),
    now: () => {
      now ??= world.now();
      return now;
    },
    counter: () => {
      count ??= world.counter();
      return count;
    },
  };
}
