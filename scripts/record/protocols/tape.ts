/** A frame of a made capture: milliseconds since the socket was made, the direction, and what it holds. */
export type Line = readonly [at: number, direction: "sent" | "received", content: string | Uint8Array];

/** One socket of a made capture. */
export interface Tape {
  url: string;
  asked?: readonly string[];
  protocol?: string;
  lines: readonly Line[];
  /** Its end; without one it is still open. */
  closed?: { at: number; code: number; reason?: string };
}

/** When the sockets of made captures were made. */
const START = Date.UTC(2026, 0, 5, 9);
const OPENED = 40;

export const sent = (at: number, content: string | Uint8Array): Line => [at, "sent", content];
export const received = (at: number, content: string | Uint8Array): Line => [at, "received", content];

/** The text of a capture file with one socket. */
export function writeTape({ url, asked = [], protocol = "", lines, closed }: Tape): string {
  const end = closed && {
    closedAt: START + closed.at,
    code: closed.code,
    reason: closed.reason ?? "",
    clean: closed.code !== 1006,
  };
  const head = {
    sockeye: "capture",
    version: 1,
    creator: "Sockeye, by hand",
    exported: new Date(START + 3_600_000).toISOString(),
    sockets: 1,
    rows: lines.length,
    masked: false,
  };
  const socket = {
    type: "socket",
    socket: 1,
    documentUrl: "https://app.example.com/",
    url,
    asked,
    protocol,
    state: closed ? "closed" : "open",
    createdAt: START,
    openedAt: START + OPENED,
    ...end,
  };
  const frames = lines.map(([at, direction, content]) => ({
    type: "frame",
    socket: 1,
    time: START + at,
    direction,
    ...(typeof content === "string"
      ? { text: content }
      : { base64: Buffer.from(content).toString("base64") }),
  }));
  return [head, socket, ...frames].map((line) => `${JSON.stringify(line)}\n`).join("");
}
