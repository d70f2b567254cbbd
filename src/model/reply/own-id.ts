import type { Envelope } from "../dialect/envelope";
import { digest } from "./digest";

/** Ids that nobody else comes up with by chance: UUIDs, snowflakes, nanoids. */
const UNMISTAKABLE = 16;
/** Fields that a server may set anew when it passes a message on. */
const TIMES = /time|date|^ts$|^at$|At$/i;
/** More fields than this are not compared. */
const MOST_FIELDS = 32;
/** A longer key is none that a program wrote. */
const LONGEST_KEY = 100;

type Fields = { readonly [key: string]: unknown };

/** What is kept of a sent payload: its plain fields, texts as digests. */
export type Kept = readonly (readonly [key: string, value: unknown])[];

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

/** A plain value, or what stands for it; undefined for what has parts. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return digest(value);
  return typeof value === "object" && value !== null ? undefined : value;
}

/** What it takes to know a message again: nothing of it stays in memory but this. */
export function keptOf(payload: Fields | undefined): Kept {
  const kept: [string, unknown][] = [];
  let seen = 0;
  for (const key in payload) {
    if (++seen > MOST_FIELDS) break;
    if (key === "id" || key.length > LONGEST_KEY || TIMES.test(key)) continue;
    const value = plain(payload[key]);
    if (value !== undefined) kept.push([key, value]);
  }
  return kept;
}

/**
 * Whether a message that came is one that was sent, given that their ids are the same. Servers add to a message and
 * stamp it, they don't change it: no field of both may differ. And a short id (1, 2, 3) is not enough: something else
 * must be the same too.
 */
export function sameMessage(sent: Kept, came: Fields | undefined, id: string): boolean {
  let same = 0;
  for (const [key, value] of sent) {
    if (came === undefined || !Object.hasOwn(came, key)) continue;
    if (value !== plain(came[key])) return false;
    same++;
  }
  return same > 0 || id.length >= UNMISTAKABLE;
}
