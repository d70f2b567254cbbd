import { type Payload, RowFlag, type ServerEvent } from "../capture";
import { fromBase64 } from "./base64";
import { deedFlags } from "./deeds";
import type { RowFacts } from "./schema";
import { naturalSize } from "./snapshot";

/** A row as it is appended, but for its time and socket. */
export interface ReadRow {
  flags: number;
  size: number;
  payload: Payload;
  event?: ServerEvent | undefined;
}

type Facts = RowFacts extends infer Row ? Omit<Row, "socket"> : never;

/** What a validated line means, or what is wrong with it. */
export function readRow(facts: Facts): ReadRow | string {
  if (facts.type === "loss") {
    const { count, why } = facts as Extract<RowFacts, { type: "loss" }>;
    return { flags: RowFlag.Loss, size: 0, payload: { count, why } };
  }
  const frame = facts as Extract<RowFacts, { type: "frame" }>;
  const { direction, unsent, size, text, base64, kind, absent, event } = frame;
  const flags = (direction === "sent" ? RowFlag.Sent : 0) | (unsent ? RowFlag.Unsent : 0) | deedFlags(frame);
  if (text !== undefined) return { flags, size: size ?? naturalSize(text), payload: text, event };
  if (base64 !== undefined) {
    const bytes = fromBase64(base64);
    if (!bytes) return "base64 is none";
    return { flags: flags | RowFlag.Binary, size: size ?? bytes.length, payload: bytes };
  }
  if (!absent) return "text or base64 is missing";
  const binary = kind === "binary" ? RowFlag.Binary : 0;
  const why = absent === "pending" ? RowFlag.Pending : RowFlag.Unkept;
  return { flags: flags | binary | why, size: size ?? 0, payload: null };
}
