import { oneLine } from "../words/one-line";
import type { Fault } from "./fault";
import { endOfString } from "./json-string";

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const WORD = /[\w.+$-]+/y;
const LONGEST_WORD = 30;

/** What may come next. */
type Next = "value" | "value or end" | "key" | "key or end" | "colon" | "comma";

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** What stands at a place, for a message. */
function wordAt(text: string, at: number): string {
  const word = text.slice(at, behind(WORD, text, at)) || String.fromCodePoint(text.codePointAt(at) ?? 0);
  return oneLine(word, LONGEST_WORD);
}

function atEnd(text: string, next: Next, closer: string | undefined): Fault {
  const at = text.length;
  if (next.startsWith("value") && closer === undefined) return { at, message: "A value is missing" };
  if (next === "colon") return { at, message: "The text ends where : and a value are missing" };
  return { at, message: `The text ends where ${closer} is missing` };
}

function unexpected(text: string, at: number, next: Next, closer: string | undefined): Fault {
  const word = wordAt(text, at);
  if (word === "'") return { at, message: "Strings take double quotes: \" instead of '" };
  if (text.startsWith("//", at) || text.startsWith("/*", at)) {
    return { at, message: "JSON has no comments" };
  }
  const surplus = word === closer && (next === "value" || next === "key");
  if (surplus) return { at, message: `A comma is too many before ${word}, or something is missing` };
  switch (next) {
    case "colon":
      return { at, message: `Expected : after the key, not ${word}` };
    case "comma":
      return closer === undefined
        ? { at, message: `Nothing may follow the value, as ${word} does` }
        : { at, message: `Expected , or ${closer}, not ${word}` };
    case "key":
    case "key or end":
      return { at, message: `Expected a key in double quotes, not ${word}` };
    default:
      return { at, message: `Expected a value, not ${word}` };
  }
}

/** Walks a text that is known to be no JSON, without recursion, to the first place where it stops being JSON. */
function find(text: string): Fault {
  const closers: string[] = [];
  let next: Next = "value";
  let at = 0;
  for (;;) {
    at = behind(SPACE, text, at);
    const char = text.charAt(at);
    const closer = closers.at(-1);
    if (char === "") return atEnd(text, next, closer);
    if (char === closer && (next === "comma" || next.endsWith("end"))) {
      closers.pop();
      at++;
      next = "comma";
    } else if (next === "comma" || next === "colon") {
      if (char !== (next === "colon" ? ":" : ",") || closer === undefined) {
        return unexpected(text, at, next, closer);
      }
      next = next === "comma" && closer === "}" ? "key" : "value";
      at++;
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (typeof end !== "number") return end;
      next = next.startsWith("key") ? "colon" : "comma";
      at = end;
    } else if (next.startsWith("key")) {
      return unexpected(text, at, next, closer);
    } else if (char === "{" || char === "[") {
      closers.push(char === "{" ? "}" : "]");
      next = char === "{" ? "key or end" : "value or end";
      at++;
    } else {
      const end = behind(SCALAR, text, at);
      if (end === at) return unexpected(text, at, next, closer);
      next = "comma";
      at = end;
    }
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where and why a text is no JSON; null when it is. JSON.parse decides, natively; but what it says of the place is
 * different in each browser, and in Chromium often missing.
 */
export function jsonFault(text: string): Fault | null {
  return isJson(text) ? null : find(text);
}
