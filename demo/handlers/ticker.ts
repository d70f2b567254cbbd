import type { Connection } from "../server";

interface Ticker {
  add(conn: Connection): void;
  delete(conn: Connection): void;
}

/** Calls `tick` with the connections it holds every `interval` milliseconds, for as long as it holds any. */
export function createTicker(interval: number, tick: (members: ReadonlySet<Connection>) => void): Ticker {
  const members = new Set<Connection>();
  let timer: NodeJS.Timeout | undefined;

  return {
    add(conn) {
      members.add(conn);
      timer ??= setInterval(() => tick(members), interval);
    },
    delete(conn) {
      members.delete(conn);
      if (members.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
