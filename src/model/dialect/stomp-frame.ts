import type { Frame } from "./frame";

/** A STOMP frame. Header names and values are unescaped where the command has them escaped. */
export interface StompFrame {
  command: string;
  /** The first of each name, as the specification asks. */
  headers: ReadonlyMap<string, string>;
  body: string;
}

const COMMANDS = new Set(
  (
    "CONNECT STOMP CONNECTED SEND SUBSCRIBE UNSUBSCRIBE ACK NACK BEGIN COMMIT ABORT DISCONNECT " +
    "MESSAGE RECEIPT ERROR"
  ).split(" "),
);
const MOST_HEADERS = 200;
/** Of a binary frame so many bytes are looked at. */
const MOST_BYTES = 1_000_000;
const utf8 = new TextDecoder();
const ESCAPED: { [letter: string]: string } = { r: "\r", n: "\n", c: ":", "\\": "\\" };

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\([rnc\\])/g, (_, letter: string) => ESCAPED[letter] ?? "");
}

/** The frame's text; STOMP in a binary frame is UTF-8, and starts with a capital or a line feed. */
export function stompText({ text, bytes }: Frame): string | null {
  if (!bytes) return text;
  const first = bytes[0] ?? 0;
  const starts = (first >= 0x41 && first <= 0x5a) || first === 0x0a || first === 0x0d;
  return starts && bytes.length <= MOST_BYTES ? utf8.decode(bytes) : null;
}

/** Whether this is an end of line alone: a sign of life. */
export function isStompBeat(text: string): boolean {
  return text === "\n" || text === "\r\n";
}

/** Reads one STOMP frame (1.0 to 1.2); null where it is none. Of several in one text the first. */
export function readStompFrame(text: string): StompFrame | null {
  const first = text.charCodeAt(0);
  if (!(first >= 0x41 && first <= 0x5a)) return null;
  let end = text.indexOf("\n");
  if (end < 0 || end > 16) return null;
  const command = text.slice(0, text[end - 1] === "\r" ? end - 1 : end);
  if (!COMMANDS.has(command)) return null;
  // These two are left unescaped, for the sake of STOMP 1.0.
  const plain = command === "CONNECT" || command === "CONNECTED";
  const headers = new Map<string, string>();
  let at = end + 1;
  for (;;) {
    end = text.indexOf("\n", at);
    if (end < 0) return null;
    const line = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
    at = end + 1;
    if (line === "") break;
    const colon = line.indexOf(":");
    if (colon < 0 || headers.size >= MOST_HEADERS) continue;
    const name = plain ? line.slice(0, colon) : unescaped(line.slice(0, colon));
    if (!headers.has(name))
      headers.set(name, plain ? line.slice(colon + 1) : unescaped(line.slice(colon + 1)));
  }
  // Only content-length lets a body hold a NUL, and it counts bytes: the last one is as good.
  const last = headers.has("content-length") ? text.lastIndexOf("\0") : text.indexOf("\0", at);
  return { command, headers, body: text.slice(at, last < at ? text.length : last) };
}
