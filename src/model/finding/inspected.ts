import type { HeartbeatSummary } from "../heartbeat/summary";
import type { Room, RoomEvent } from "../room/room";
import type { PolicyFit } from "../session/policy";
import type { Reconnect, Session } from "../session/session";
import type { Finding, FindingId } from "./finding";
import type { Suspicions } from "./suspicions";

/** All that is known of a session when its findings are asked for. */
export interface FindingInput {
  session: Session;
  rooms: { rooms: ReadonlyMap<string, Room>; events: readonly RoomEvent[] };
  /** By the number of the socket. */
  heartbeats: ReadonlyMap<number, HeartbeatSummary>;
  suspicions: Suspicions;
  /** Ms since 1970. */
  now: number;
}

/** The same, with what several families of findings look at. */
export interface Inspected extends FindingInput {
  reconnects: readonly Reconnect[];
  fit: PolicyFit | null;
}

/** Frames and sockets that show something. */
interface Shown {
  rows: readonly number[];
  count: number;
  oldest: number;
  newest: number;
  sockets: ReadonlySet<number>;
}

/** A finding that says what its evidence shows; none where there is no evidence. */
export function finding(
  id: FindingId,
  severity: Finding["severity"],
  title: string,
  advice: string,
  { rows, sockets, ...figures }: Shown,
): Finding[] {
  if (sockets.size === 0) return [];
  return [{ id, severity, title, advice, rows: rows.slice(), sockets: [...sockets], ...figures }];
}
