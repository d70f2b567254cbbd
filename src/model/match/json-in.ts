/** A longer text is not parsed, as in Frame: it would hold the panel up. In UTF-16 units. */
const LONGEST_PARSED = 5_000_000;
const OPENING = /[{[]/;

/** The JSON of a text. */
interface FoundJson {
  /** Where it begins in the text. */
  at: number;
  /** Its source. */
  source: string;
  /** What JSON.parse makes of it. */
  value: unknown;
}

/**
 * The JSON that a text is, or that stands in it behind something else, from its first bracket on (Socket.IO's numbers,
 * STOMP's headers); null where there is none, or the text is longer than 5 million characters.
 */
export function jsonIn(text: string): FoundJson | null {
  if (text.length > LONGEST_PARSED) return null;
  const whole = withoutEnding(text);
  const at = whole.search(OPENING);
  return parsed(whole, 0) ?? (at > 0 ? parsed(whole.slice(at), at) : null);
}

function parsed(source: string, at: number): FoundJson | null {
  try {
    return { at, source, value: JSON.parse(source) };
  } catch {
    return null;
  }
}

/** Without what some dialects put behind a message: STOMP a NUL, SignalR a record separator. */
function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(0, end);
}
