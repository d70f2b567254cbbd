import type { FrameFacts, OutageFacts, SessionFacts, SocketFacts } from "../../../src/model/outage/facts";

/** The outage of these tests: from 10 s to 20 s. */
export const BEGAN = 10_000;
export const ENDED = 20_000;

export function anOutage(sessions: SessionFacts[], facts: Partial<OutageFacts> = {}): OutageFacts {
  return { began: BEGAN, ended: ENDED, kind: "dropped", told: true, sessions, ...facts };
}

export function aSession(
  sockets: SocketFacts[],
  frames: FrameFacts[] = [],
  facts: Partial<SessionFacts> = {},
): SessionFacts {
  return { label: "wss://app.test/ws", url: "wss://app.test/ws", sockets, frames, losses: [], ...facts };
}

/** A socket that was made and opened at once, and closed where that is given. */
export function opened(number: number, createdAt: number, closedAt?: number): SocketFacts {
  const code = closedAt === undefined ? undefined : 1006;
  return {
    number,
    createdAt,
    openedAt: createdAt,
    closedAt,
    code,
    pretended: false,
    failed: false,
    gone: false,
  };
}

/** A socket that never opened. */
export function failedAt(number: number, createdAt: number, closedAt = createdAt): SocketFacts {
  return { number, createdAt, closedAt, code: 1006, pretended: false, failed: true, gone: false };
}

/** A message that the page sent; its digest is its name. */
export function said(
  socket: number,
  time: number,
  name: string,
  facts: Partial<FrameFacts> = {},
): FrameFacts {
  return {
    socket,
    time,
    sent: true,
    injected: false,
    withheld: false,
    late: false,
    unsent: false,
    digest: name,
    name,
    rooms: [],
    kind: "message",
    ...facts,
  };
}

export function heard(socket: number, time: number, facts: Partial<FrameFacts> = {}): FrameFacts {
  return said(socket, time, "heard", { sent: false, digest: null, ...facts });
}

export function joined(
  socket: number,
  time: number,
  room: string,
  facts: Partial<FrameFacts> = {},
): FrameFacts {
  return said(socket, time, "join", { kind: "join", rooms: [room], ...facts });
}
