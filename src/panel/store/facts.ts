import type {
  Closed,
  Closing,
  Created,
  Delivered,
  Known,
  LossReason,
  Opened,
  SocketState,
} from "../../protocol";

/**
 * Reads the facts of a notice. They come from the page, so nothing is taken on trust: what is missing or of the
 * wrong type becomes empty, and only the fields named here are read.
 */

type Fields = Record<string, unknown>;

const STATES: readonly SocketState[] = ["connecting", "open", "closing", "closed"];
const REASONS: readonly LossReason[] = ["backlog", "slow", "away", "paused", "refused", "ended"];

function fields(json: string): Fields {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function optionalNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function number(value: unknown): number {
  return optionalNumber(value) ?? 0;
}

export function readCreated(json: string): Created {
  const { transport, url, asked, replay } = fields(json);
  const known = transport === "EventSource" ? transport : "WebSocket";
  const created: Created = { transport: known, url: text(url), asked: text(asked) };
  if (typeof replay === "string") created.replay = replay;
  return created;
}

export function readOpened(json: string): Opened {
  const { protocol, extensions } = fields(json);
  return { protocol: text(protocol), extensions: text(extensions) };
}

export function readClosing(json: string): Required<Pick<Closing, "reason">> & { code: number | undefined } {
  const { code, reason } = fields(json);
  return { code: optionalNumber(code), reason: text(reason) };
}

export function readClosed(json: string): Closed {
  const { code, reason, clean, pretended } = fields(json);
  const closed: Closed = { code: number(code), reason: text(reason), clean: clean === true };
  if (pretended === true) closed.pretended = true;
  return closed;
}

export function readKnown(json: string): Known {
  const read = fields(json);
  const known: Known = {
    ...readCreated(json),
    ...readOpened(json),
    state: STATES.find((state) => state === read.state) ?? "connecting",
    createdAt: number(read.createdAt),
    failed: read.failed === true,
    clean: read.clean === true,
    reason: text(read.reason),
    before: Math.max(0, Math.floor(number(read.before))),
    why: REASONS.find((why) => why === read.why) ?? "away",
  };
  const openedAt = optionalNumber(read.openedAt);
  const closedAt = optionalNumber(read.closedAt);
  const code = optionalNumber(read.code);
  if (openedAt !== undefined) known.openedAt = openedAt;
  if (closedAt !== undefined) known.closedAt = closedAt;
  if (code !== undefined) known.code = code;
  if (read.pretended === true) known.pretended = true;
  return known;
}

/** Reads the order of the frame that was delivered after all; -1 where it is none. */
export function readDelivered(json: string): Delivered {
  return { order: optionalNumber(fields(json).order) ?? -1 };
}

/** Reads the content of a server-sent event: its type, the last event id, and its data. */
export function readEvent(content: string): { type: string; id: string; data: string } {
  const typeEnd = content.indexOf("\n");
  const idEnd = content.indexOf("\n", typeEnd + 1);
  return {
    type: content.slice(0, typeEnd),
    id: content.slice(typeEnd + 1, idEnd),
    data: content.slice(idEnd + 1),
  };
}
