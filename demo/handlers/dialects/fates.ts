import type { IncomingMessage } from "node:http";
import type { Connection } from "../../server";

/**
 * What becomes of a connection by itself:
 * - `cut`: the line is cut without a closing handshake; the page sees 1006
 * - `refuse`: the handshake is answered with 503; the page sees an error and 1006
 * - `restart`: closed with 1012
 * - `unanswered`: closed with 1000 "No pong received", as if protocol pings had gone unanswered
 * - `silence`: the server says nothing any more
 */
export type Fate = "cut" | "refuse" | "restart" | "unanswered" | "silence";

const MOST_VISITS = 1000;

/**
 * Gives the connections of a visit (one load of a page) their fates in turn; those beyond the list stay. Who names no
 * visit has none.
 */
export function createFates(fates: readonly Fate[]) {
  const visits = new Map<string, number>();
  const allotted = new WeakMap<IncomingMessage, Fate>();

  return {
    /** To be asked once per upgrade: its fate begins there. */
    refuse(req: IncomingMessage): number | undefined {
      const visit = visitOf(req);
      if (visit === undefined) return undefined;
      const count = visits.get(visit) ?? 0;
      if (visits.size >= MOST_VISITS) visits.clear();
      visits.set(visit, count + 1);
      const fate = fates[count];
      if (fate === "refuse") return 503;
      if (fate) allotted.set(req, fate);
      return undefined;
    },

    of: (conn: Connection): Fate | undefined => allotted.get(conn.req),
  };
}

/** `?visit=k3f9`, or the part before the dot of `?token=k3f9.2`, which is another one with each connection. */
function visitOf(req: IncomingMessage): string | undefined {
  const query = new URL(req.url ?? "/", "ws://localhost").searchParams;
  const token = query.get("token")?.split(".") ?? [];
  return query.get("visit") ?? (token.length > 1 ? token[0] : undefined);
}
