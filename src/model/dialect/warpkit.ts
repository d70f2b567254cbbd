import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import { flatType, readFlat } from "./flat-json";
import type { Frame } from "./frame";
import { layout, readNamed } from "./named-json";
import { own } from "./own-keys";

const LAYOUT = layout("name", "data", ["room", "roomId", "data.room", "data.roomId"]);

const EMITTED: Evidence = { weight: 3, reason: "it has string `name`, `data` and a number `timestamp`" };
const DIGIT: Evidence = { weight: 3, reason: "it is the heartbeat `2` going out or `3` coming in" };
const ROOM: Evidence = { weight: 3, reason: "its `type` is `room.join` or `room.leave`" };
const STALE: Evidence = { weight: 2, reason: "its `type` is `__ping__`, `__pong__` or `__ack__`" };
const FLAT: Evidence = { weight: 1, reason: "it has a string `type` and its fields beside it" };

const ROOM_TYPES = new Set(["room.join", "room.leave", "joinRoom", "leaveRoom"]);
const STALE_TYPES = new Set(["__ping__", "__pong__", "__ack__"]);

// Socket.IO uses the same digits the other way round.
function isDigit(frame: Frame): boolean {
  return frame.bytes === null && frame.text === (frame.sent ? "2" : "3");
}

function typed(type: string | undefined, sent: boolean): Evidence | null {
  if (type === undefined) return null;
  if (STALE_TYPES.has(type)) return STALE;
  if (!sent) return null;
  return ROOM_TYPES.has(type) ? ROOM : FLAT;
}

function isEmitted(frame: Frame): boolean {
  const fields = frame.object;
  if (frame.sent || !fields || typeof own(fields, "name") !== "string") return false;
  return own(fields, "data") !== undefined && typeof own(fields, "timestamp") === "number";
}

function fits(frame: Frame): Evidence | null {
  if (isDigit(frame)) return DIGIT;
  if (isEmitted(frame)) return EMITTED;
  return typed(flatType(frame.object), frame.sent);
}

function read(frame: Frame): Envelope | null {
  if (isDigit(frame)) {
    return { kind: "heartbeat", name: frame.text, beat: frame.sent ? "ask" : "answer" };
  }
  const fields = frame.object;
  if (!fields) return null;
  if (isEmitted(frame)) return readNamed(false, fields, own(fields, "name") as string, LAYOUT);
  return typed(flatType(fields), frame.sent) ? readFlat(frame) : null;
}

/** WarpKit's socket client: flat `{type, ...}` out, `{name, data, timestamp}` in, digits as heartbeat. */
export const warpkit: Dialect = { id: "warpkit", title: "WarpKit", fits, open: () => read };
