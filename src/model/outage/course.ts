import { AFTERMATH, type Outage, type SessionFacts, type SocketFacts } from "./facts";

/** A socket that the page opened after the outage began. */
export interface Attempt {
  socket: number;
  /** Ms since the socket before it closed; null where that is not known, or it had not. */
  afterClose: number | null;
  /** Ms since the attempt before it; null for the first. */
  afterAttempt: number | null;
  /** Whether it opened, and the code that it closed with otherwise. */
  opened: boolean;
  code: number | null;
}

/** What became of a session's sockets. */
export interface Course {
  /** Open when the outage began. */
  alive: SocketFacts[];
  /** Ms from the beginning to the first sign that the page noticed; null where there is none. */
  detected: number | null;
  /** Up to the one that brought it back. */
  attempts: Attempt[];
  /** The first socket that was open after the end, of those that opened since the beginning. */
  recovery: (SocketFacts & { openedAt: number }) | null;
  /** A socket that was open at the beginning was not closed. */
  stayed: boolean;
  /** The page was left meanwhile, with a socket that was open at the beginning. */
  left: boolean;
}

/** How a session's sockets went through an outage. */
export function courseOf({ sockets }: SessionFacts, { began, ended }: Outage): Course {
  const alive = sockets.filter(({ createdAt, openedAt, closedAt = Infinity }) => {
    return createdAt < began && openedAt !== undefined && openedAt < began && closedAt >= began;
  });
  const later = sockets.filter(({ createdAt }) => createdAt >= began);
  const limit = ended + AFTERMATH;
  const left = alive.some(({ gone, closedAt = Infinity }) => gone && closedAt <= limit);
  const closed = alive.filter(({ gone }) => !gone);
  const signs = [...closed.map(({ closedAt }) => closedAt), ...later.map(({ createdAt }) => createdAt)];
  const told = signs.filter((time) => time !== undefined && time <= limit) as number[];
  // What happens to it long after is of another cause.
  if (alive.length > 0 && told.length === 0) {
    return { alive, detected: null, attempts: [], recovery: null, stayed: !left, left };
  }
  const recovery = recoveryOf(sockets, began, ended);
  const last = recovery?.createdAt ?? Infinity;
  return {
    alive,
    detected: alive.length > 0 ? told.reduce((a, b) => Math.min(a, b)) - began : null,
    attempts: attemptsOf(
      sockets,
      later.filter(({ createdAt }) => createdAt <= last),
    ),
    recovery,
    stayed: recovery === null && alive.some(({ closedAt = Infinity }) => closedAt > limit),
    left,
  };
}

function recoveryOf(sockets: readonly SocketFacts[], began: number, ended: number): Course["recovery"] {
  let first: Course["recovery"] = null;
  for (const socket of sockets) {
    const { openedAt, closedAt = Infinity } = socket;
    if (openedAt === undefined || openedAt < began || closedAt <= ended) continue;
    if (!first || openedAt < first.openedAt) first = { ...socket, openedAt };
  }
  return first;
}

function attemptsOf(sockets: readonly SocketFacts[], tries: readonly SocketFacts[]): Attempt[] {
  return tries.map((socket, index) => {
    const { number, createdAt, openedAt, code = null } = socket;
    const closedAt = sockets[sockets.indexOf(socket) - 1]?.closedAt ?? Infinity;
    const before = tries[index - 1];
    return {
      socket: number,
      afterClose: closedAt <= createdAt ? createdAt - closedAt : null,
      afterAttempt: before ? createdAt - before.createdAt : null,
      opened: openedAt !== undefined,
      code: openedAt === undefined ? code : null,
    };
  });
}
