import { jsonIn } from "../match/json-in";
import { type Child, children } from "./json-source";
import { inFormOf } from "./time-form";

const TIMES = new Set(["timestamp", "ts", "time", "sentAt", "createdAt", "date"]);
/** The fields in which envelopes keep their payload. */
const PAYLOADS = new Set(["payload", "data"]);
/** A list around the message (Socket.IO, Phoenix), the message, its payload. */
const DEEPEST = 3;

/**
 * The text with the times of its message and of its payload set to now (ms since 1970), each in its own form: ms, seconds,
 * ISO 8601. Every other character stays. `changed`: how many there were; a text that is no JSON has none. Never throws.
 */
export function refreshed(text: string, now: number): { text: string; changed: number } {
  const json = jsonIn(text);
  if (!json) return { text, changed: 0 };
  const { source, at } = json;
  const parts: string[] = [];
  let from = 0;
  let changed = 0;
  for (const { from: start, to: end } of timesIn(source, source.search(/\S/), 1)) {
    const quoted = source[start] === '"';
    const inner = quoted ? 1 : 0;
    const time = inFormOf(source.slice(start + inner, end - inner), now);
    if (time === null) continue;
    parts.push(text.slice(from, at + start + inner), time);
    from = at + end - inner;
    changed++;
  }
  return changed === 0 ? { text, changed } : { text: parts.join("") + text.slice(from), changed };
}

function* timesIn(source: string, at: number, depth: number): Generator<Child> {
  const list = source[at] === "[";
  for (const child of children(source, at)) {
    if (!list && TIMES.has(child.key)) yield child;
    else if (depth < DEEPEST && (list ? depth === 1 : PAYLOADS.has(child.key))) {
      yield* timesIn(source, child.from, depth + 1);
    }
  }
}
