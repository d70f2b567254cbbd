import { isRecord } from "./parse";

/** What a message is addressed with, whichever dialect it came in (requirements C01). */
export interface Envelope {
  name: string;
  payload: unknown;
  room: string | null;
  sender: string | null;
  /** ms since 1970, as the sender says. */
  timestamp: number | null;
  /** The whole message as it was parsed. */
  message: unknown;
}

/** Which key says who speaks, first match (requirements C24). */
const SENDER_KEYS = ["from", "userId", "user", "username", "playerId"];

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function roomOf(message: Record<string, unknown>): string | null {
  const { room, roomId, gameId, topics, payload } = message;
  const inside = isRecord(payload) ? text(payload.roomId) : null;
  return (
    text(room) ??
    inside ??
    text(roomId) ??
    text(Array.isArray(topics) ? topics[0] : undefined) ??
    text(gameId)
  );
}

function fromRecord(message: Record<string, unknown>): Envelope | null {
  const name = text(message.type) ?? text(message.name) ?? text(message.action);
  if (name === null) return null;
  const key = ["payload", "data"].find((candidate) => Object.hasOwn(message, candidate));
  return {
    name,
    // Flat dialects keep their fields beside the type: the handler gets the whole message (requirements G15).
    payload: key === undefined ? message : message[key],
    room: roomOf(message),
    sender: SENDER_KEYS.map((candidate) => text(message[candidate])).find((found) => found !== null) ?? null,
    timestamp: typeof message.timestamp === "number" ? message.timestamp : null,
    message,
  };
}

/** The envelope of a parsed message; null where it has no name. Phoenix arrays are known with 4 and 5 places. */
export function envelopeOf(message: unknown): Envelope | null {
  if (isRecord(message)) return fromRecord(message);
  if (!Array.isArray(message) || message.length < 4 || message.length > 5) return null;
  const [topic, name, payload] = message.length === 5 ? message.slice(2) : message;
  if (typeof topic !== "string" || typeof name !== "string") return null;
  return { name, payload, room: topic, sender: null, timestamp: null, message };
}
