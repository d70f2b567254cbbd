import type { IncomingMessage } from "node:http";
import type { Connection } from "../../server";
import { createFates, type Fate } from "./fates";
import { type HostileWords, hostileFrames } from "./hostile";

/** How a dialect's server behaves by itself. */
export interface Manner extends HostileWords {
  /** Milliseconds from step to step of its story. */
  pace: number;
  /** What each connection is told, over and over. */
  story: readonly ((conn: Connection) => void)[];
  fates: readonly Fate[];
  /** A word to everybody. */
  announcement: () => unknown;
}

/** The server's side of a dialect, but for what it answers. */
export interface Course {
  refuse(req: IncomingMessage): number | undefined;
  start(conn: Connection): void;
  stop(conn: Connection): void;
  /** Whether the server plays dead for this connection. */
  silent(conn: Connection): boolean;
  /** Does what a frame named "demo:drop" (or demo.drop, demo-drop) asks for; false when it asks for nothing. */
  obey(conn: Connection, name: unknown, fields?: Readonly<Record<string, unknown>>): boolean;
}

/** Milliseconds that a connection lives whose fate is to end. */
const LIFE = 5000;

export function createCourse({ pace, story, fates, announcement, ...words }: Manner): Course {
  const timers = new Map<Connection, NodeJS.Timeout[]>();
  const silent = new WeakSet<Connection>();
  const { refuse, of } = createFates(fates);

  function tellAll(): void {
    for (const conn of timers.keys()) if (!silent.has(conn)) conn.send(announcement());
  }

  const orders: Record<string, (conn: Connection, fields: Readonly<Record<string, unknown>>) => void> = {
    // Without a closing handshake, as a network does it.
    cut: (conn) => conn.req.socket.destroy(),
    restart: (conn) => conn.close(1012, "Service restart"),
    unanswered: (conn) => conn.close(1000, "No pong received"),
    silence: (conn) => void silent.add(conn),
    announce: tellAll,
    hostile: (conn, { large }) => {
      for (const frame of hostileFrames(words, large !== false)) conn.send(frame);
    },
  };

  return {
    refuse,
    start(conn) {
      let at = 0;
      const step = () => {
        if (!silent.has(conn)) story[at++ % story.length]?.(conn);
      };
      const fate = of(conn);
      const end = fate && setTimeout(() => orders[fate]?.(conn, {}), LIFE);
      timers.set(conn, [setInterval(step, pace), ...(end ? [end] : [])]);
    },
    stop(conn) {
      for (const timer of timers.get(conn) ?? []) clearTimeout(timer);
      timers.delete(conn);
    },
    silent: (conn) => silent.has(conn),
    obey(conn, name, fields = {}) {
      const word = typeof name === "string" ? /^demo[:.-](\w+)$/.exec(name)?.[1] : undefined;
      if (word === undefined || !Object.hasOwn(orders, word)) return false;
      orders[word]?.(conn, fields);
      return true;
    },
  };
}
