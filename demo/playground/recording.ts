import type { Batch, PanelNotice } from "../../src/protocol";

/**
 * A recording: JSON Lines, a head and then what the panel was told, each with its time since the start. It is not the
 * capture file that the panel exports, which holds what the panel made of that.
 */
export interface Recorded {
  at: number;
  notice: PanelNotice;
}

const HEAD = { sockeye: "notices", version: 1 } as const;
/** Characters per call: fromCharCode takes its input as arguments, whose number is limited. */
const CHUNK = 8192;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

/** JSON has no place for lone surrogates (the batch's numbers are code units), but JSON.stringify escapes them. */
function packed(notice: PanelNotice): unknown {
  if (notice.type !== "batch") return notice;
  const [head, meta, text, bytes] = notice.batch;
  return { ...notice, batch: [head, meta, text, bytes && { base64: toBase64(new Uint8Array(bytes)) }] };
}

function unpacked(notice: PanelNotice): PanelNotice {
  if (notice.type !== "batch") return notice;
  const [head, meta, text, bytes] = notice.batch as [string, string, string, { base64: string } | null];
  const batch: Batch = [head, meta, text, bytes && fromBase64(bytes.base64)];
  return { ...notice, batch };
}

export function writeRecording(recorded: readonly Recorded[]): string {
  const lines = recorded.map(({ at, notice }) => JSON.stringify({ at, notice: packed(notice) }));
  return [JSON.stringify(HEAD), ...lines, ""].join("\n");
}

/** @throws Error where the text is no recording of this version */
export function readRecording(text: string): Recorded[] {
  const [head = "", ...lines] = text.split("\n").filter((line) => line.trim() !== "");
  let found: Partial<typeof HEAD>;
  try {
    found = JSON.parse(head) as Partial<typeof HEAD>;
  } catch {
    throw new Error("This is no recording of notices: its first line is no JSON.");
  }
  if (found.sockeye !== HEAD.sockeye) throw new Error("This is no recording of notices.");
  if (found.version !== HEAD.version)
    throw new Error(`Recordings of version ${found.version} cannot be read.`);
  return lines.map((line) => {
    const { at, notice } = JSON.parse(line) as Recorded;
    return { at, notice: unpacked(notice) };
  });
}
