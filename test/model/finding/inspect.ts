import type { Envelope } from "../../../src/model/dialect/envelope";
import { findingsOf } from "../../../src/model/finding/findings";
import type { FindingInput } from "../../../src/model/finding/inspected";
import { Suspicions } from "../../../src/model/finding/suspicions";
import type { BeatPoint, HeartbeatSummary } from "../../../src/model/heartbeat/summary";
import type { Said } from "../../../src/model/meaning/said";
import type { RoomEvent } from "../../../src/model/room/room";
import { Sessions } from "../../../src/model/session/sessions";
import type { Socket } from "../../../src/model/socket";
import { aSocket } from "../../support/a-socket";

/** The findings of the session of these sockets, with nothing else known than what is given. */
export function inspect(
  sockets: readonly Socket[],
  known: Partial<FindingInput> & { events?: RoomEvent[] } = {},
) {
  const sessions = new Sessions();
  for (const socket of sockets) sessions.add(socket);
  const session = sessions.all[0];
  if (!session) throw new Error("a session needs a socket");
  return findingsOf({
    session,
    rooms: { rooms: new Map(), events: known.events ?? [] },
    heartbeats: new Map(),
    suspicions: new Suspicions(),
    now: 1_000_000,
    ...known,
  });
}

/** A frame as the folds see it. */
export function said(facts: Partial<Said> = {}, envelope?: Partial<Envelope>): Said {
  return {
    row: 0,
    socket: aSocket(),
    time: 0,
    sent: true,
    unsent: false,
    size: 10,
    dialect: "flat",
    envelope: envelope ? { kind: "message", name: "x", ...envelope } : null,
    text: null,
    ...facts,
  };
}

/** Sockets that each wait so long after the one before, which lasted `lasting` ms and ended with 1006. */
export function reconnecting(delays: readonly number[], lasting = 5, opened = false): Socket[] {
  let time = 0;
  return [0, ...delays].map((delay, index) => {
    time += delay;
    const createdAt = time;
    time += lasting;
    const openedAt = opened || index === 0 ? createdAt : undefined;
    return aSocket({
      number: index + 1,
      createdAt,
      openedAt,
      closedAt: time,
      state: "closed",
      code: 1006,
      clean: false,
    });
  });
}

/** A heartbeat of which nothing is known but this. */
export function beats(facts: Partial<HeartbeatSummary>): HeartbeatSummary {
  return {
    style: "JSON ping/pong",
    direction: "page",
    interval: 30_000,
    jitter: null,
    drift: null,
    rtt: null,
    gaps: null,
    beats: facts.points?.length ?? 0,
    missed: 0,
    late: 0,
    frames: 0,
    bytes: 0,
    points: [],
    verdict: ["a verdict"],
    ...facts,
  };
}

export function beat(row: number, time: number, rtt: number | null): BeatPoint {
  return { row, time, rtt, gap: null, missed: rtt === null, late: false };
}
