import type { Envelope } from "../dialect/envelope";

/** Ids that nobody else comes up with by chance: UUIDs, snowflakes, nanoids. */
const UNMISTAKABLE = 16;
/** Fields that a server may set anew when it passes a message on. */
const TIMES = /time|date|^ts$|^at$|At$/i;
/** More fields than this are not compared. */
const MOST_FIELDS = 32;

type Fields = { readonly [key: string]: unknown };

/** A message's payload where it has fields. */
export function fieldsOf({ payload }: Envelope): Fields | undefined {
  return typeof payload === "object" && payload !== null && !Array.isArray(payload)
    ? (payload as Fields)
    : undefined;
}

/** The id that a sender gave its message (P37): `payload.id`, else the envelope's where nothing is to answer it. */
export function ownId(envelope: Envelope): string | undefined {
  if (envelope.asks || envelope.answers !== undefined) return undefined;
  const payload = fieldsOf(envelope);
  const id = payload !== undefined && Object.hasOwn(payload, "id") ? payload.id : envelope.id;
  if (typeof id === "number") return Number.isFinite(id) ? String(id) : undefined;
  return typeof id === "string" && id !== "" && id.length <= 200 ? id : undefined;
}

/**
 * Whether a message that came is one that was sent, given that their ids are the same. Servers add to a message and
 * stamp it, they don't change it: no field of both may differ. And a short id (1, 2, 3) is not enough: something else
 * must be the same too.
 */
export function sameMessage(sent: Fields | undefined, came: Fields | undefined, id: string): boolean {
  let same = 0;
  let seen = 0;
  for (const key in sent) {
    if (++seen > MOST_FIELDS) break;
    if (key === "id" || TIMES.test(key) || came === undefined || !Object.hasOwn(came, key)) continue;
    const value = sent[key];
    if (typeof value === "object" && value !== null) continue;
    if (value !== came[key]) return false;
    same++;
  }
  return same > 0 || id.length >= UNMISTAKABLE;
}
