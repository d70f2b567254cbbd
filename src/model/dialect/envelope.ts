/** What a frame is for, whatever its dialect calls it. Order matters: a row's kind is kept as its place here. */
export const ENVELOPE_KINDS = [
  "message",
  "heartbeat",
  "join",
  "join-confirmed",
  "join-refused",
  "leave",
  "left",
  "member-joined",
  "member-left",
  "presence",
  "typing",
  "history",
  "auth",
  "auth-result",
  "subscribe",
  "unsubscribe",
  "ack",
  "error",
  "system",
  "connect",
  "unknown",
] as const;
export type EnvelopeKind = (typeof ENVELOPE_KINDS)[number];

/**
 * What a heartbeat frame is: it asks for an answer, it answers, or it is a sign of life that wants none. `any`: it asks,
 * and whatever comes next answers (Recker's `__heartbeat__`).
 */
export type Beat = "ask" | "answer" | "sign" | "ask-any";

/** Who is in a room: an id, and a name where one is told. */
export interface Member {
  id: string;
  name?: string;
}

/** What a frame says of who is in its rooms. `set`: these and no others. */
export interface Membership {
  change: "set" | "add" | "remove";
  members: readonly Member[];
}

/** The fields of an {@link Envelope} whose place in the frame can be told. */
export type EnvelopeField = "name" | "rooms" | "sender" | "id" | "answers" | "time" | "payload";

/**
 * What a dialect finds around a payload. Everything but kind and name may be missing. Nothing in it is trusted: texts
 * are whatever the frame said, cut to {@link LONGEST} characters.
 */
export interface Envelope {
  kind: EnvelopeKind;
  /** The message's own name: type, event, action, destination ... For untyped JSON its keys. */
  name: string;
  /** The rooms it is addressed to, by the dialect's own word (topic, channel, namespace): never guessed. */
  rooms?: readonly string[];
  sender?: string;
  /** What a reply would name. */
  id?: string;
  /** Whether the sender waits for a reply that names `id`. */
  asks?: boolean;
  /** The id of the frame that this one answers. */
  answers?: string;
  /** Of a reply, a confirmation or an auth-result: whether it went well. */
  good?: boolean;
  /** When the message says it was sent: ms since 1970. */
  time?: number;
  beat?: Beat;
  membership?: Membership;
  payload?: unknown;
  /** Where in the frame a field was found ("payload.roomId", "[3]", "header destination"). */
  found?: Partial<Record<EnvelopeField, string>>;
  /** What is wrong with the frame although it could be read, in words. */
  problem?: string;
  /** The dialect fits, the name is none that it knows. */
  unfamiliar?: boolean;
  /** Where a frame holds several messages: those after the first, at most 1,000. */
  further?: readonly Envelope[];
}

/** Longest text taken over from a frame into an envelope. */
export const LONGEST = 200;
