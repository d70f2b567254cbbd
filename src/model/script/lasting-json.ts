import { ANY, REST } from "../match/compare";

/** Fields whose values are another's at the next time: times, ids, counts, tokens. */
const CHANGING =
  /^(?:_?id|uuid|guid|ts|time|date|timestamp|now|iat|exp|nonce|ref|seq|sequence|cursor|offset|latency|rtt|uptime|token|sid)$|(?:Id|At|Time|Timestamp|Date|Token|Seq)$|_(?:id|at|time|ts|date|token|ref|seq)$/;
/** Ids that pages give themselves: those of rooms. */
const KEPT = /^(?:room|channel|topic|game|document|doc)_?id$/i;
const DEEPEST = 50;
const MOST_ELEMENTS = 100;

/** What of a JSON value is likely to be the same when it is all played again, to be expected then. */
export function lastingJson(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return isPacked(value) ? ANY : value;
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return ANY;
  if (Array.isArray(value)) {
    const elements = value.slice(0, MOST_ELEMENTS).map((element) => lastingJson(element, depth + 1));
    return value.length > MOST_ELEMENTS ? [...elements, REST] : elements;
  }
  const entries = Object.entries(value).filter(([key]) => KEPT.test(key) || !CHANGING.test(key));
  // Makes own keys of whatever the frame says, `__proto__` too.
  return Object.fromEntries(entries.map(([key, field]) => [key, lastingJson(field, depth + 1)]));
}

/** JSON in a string (SockJS, Pusher) is compared as text, so nothing of it may change. */
function isPacked(text: string): boolean {
  return /^\s*[{[]/.test(text);
}
