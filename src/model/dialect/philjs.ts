import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { layout, readNamed } from "./named-json";
import { type JsonObject, own } from "./own-keys";
import { meaningOf } from "./vocabulary";

const ROOMS = ["room", "roomId", "payload.roomId", "payload.room"];
const LAYOUT = layout("type", "payload", ROOMS);
/** The confirmation's payload is the room itself. */
const JOINED = layout("type", "payload", [...ROOMS, "payload.id"]);

const TIMED: Evidence = { weight: 3, reason: "it has string `type`, `payload` and a number `timestamp`" };
const KNOWN: Evidence = { weight: 2, reason: "it has string `type` and `payload`, and a name of PhilJS's" };
const SHAPED: Evidence = { weight: 1, reason: "it has string `type` and `payload`" };
const BARE: Evidence = { weight: 1, reason: "it is `ping` or `pong` without more" };

/** Names that GraphQL over WebSocket uses with `payload` as well: with an `id`, or always. */
const WITH_ID = new Set(["subscribe", "next", "error", "complete", "start", "data", "stop"]);
const CONNECTION = /^(connection_|GQL_)/;

function isGraphql(fields: JsonObject, type: string): boolean {
  return CONNECTION.test(type) || (WITH_ID.has(type) && own(fields, "id") !== undefined);
}

function fits(frame: Frame): Evidence | null {
  const fields = frame.object;
  const type = fields && own(fields, "type");
  if (!fields || typeof type !== "string" || own(fields, "channel") !== undefined) return null;
  const timed = typeof own(fields, "timestamp") === "number";
  if (own(fields, "payload") === undefined) return type === "ping" || type === "pong" ? BARE : null;
  if (isGraphql(fields, type)) return null;
  if (timed) return TIMED;
  return type.includes(":") && meaningOf(type) ? KNOWN : SHAPED;
}

function read(frame: Frame): Envelope | null {
  const fields = frame.object;
  const type = fields && own(fields, "type");
  if (!fields || typeof type !== "string") return null;
  if (own(fields, "payload") === undefined) {
    // JSON.stringify leaves an undefined payload out; a heartbeat's answer never had one.
    const kept = meaningOf(type)?.kind === "heartbeat" || type.includes(":");
    if (!kept) return null;
  }
  return readNamed(frame.sent, fields, type, type === "room:joined" ? JOINED : LAYOUT);
}

/** PhilJS's `@philjs/realtime`: `{type, payload, room?, from?, timestamp?}` both ways. */
export const philjs: Dialect = { id: "philjs", title: "PhilJS realtime", fits, open: () => read };
