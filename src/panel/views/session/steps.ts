import type { RoomEvent } from "../../../model/room/room";
import { explainClose } from "../../../model/session/close-codes";
import type { Range } from "../../../model/session/policies";
import type { PolicyFit } from "../../../model/session/policy";
import { isWithin } from "../../../model/session/policy-search";
import type { Reconnect, Session } from "../../../model/session/session";
import type { Socket } from "../../../model/socket";
import type { Entry, Ledger } from "./ledger";

/** A room that was joined again, and the frame that says so. */
interface Rejoined {
  readonly room: string;
  readonly row: number;
}

/** A socket of a session, and how it came about. */
export interface Step {
  readonly socket: Socket;
  /** Ms since 1970; of a socket that goes on: the last that is known of it. */
  readonly end: number;
  /** Undefined for the first socket, and where the end of the one before is not known. */
  readonly reconnect: Reconnect | undefined;
  /** What the policy that fits best would have waited, and whether that explains the delay. */
  readonly expected: { readonly range: Range; readonly met: boolean } | undefined;
  readonly close: ReturnType<typeof explainClose> | undefined;
  /** Whether the same close was explained at an earlier step already. */
  readonly repeated: boolean;
  readonly missing: Entry | undefined;
  /** Memberships at the beginning of this socket. */
  readonly rejoined: readonly Rejoined[];
  readonly forgotten: readonly string[];
}

interface Known {
  readonly session: Session;
  /** The newest so many sockets are told of. */
  readonly most: number;
  readonly events: readonly RoomEvent[];
  readonly ledger: Ledger;
  readonly fit: PolicyFit | null;
  /** Ms since 1970: what is not over goes on until then. */
  readonly now: number;
}

/** The sockets of a session with what lies between them, oldest first. */
export function stepsOf({ session, most, events, ledger, fit, now }: Known): Step[] {
  const reconnects = new Map(session.reconnects.map((reconnect) => [reconnect.to, reconnect]));
  const explained = new Set<string>();
  return session.sockets.slice(-most).map((socket) => {
    const own = events.filter((event) => event.socket === socket.number);
    const missing = ledger.of(socket.number);
    const reconnect = reconnects.get(socket.number);
    const range = reconnect && fit?.expected(reconnect.attempt);
    const key = `${socket.code} ${socket.reason ?? ""}`;
    const repeated = explained.has(key);
    explained.add(key);
    const rejoined = own.filter(({ kind }) => kind === "rejoined");
    return {
      socket,
      end: socket.closedAt ?? Math.max(now, socket.openedAt ?? socket.createdAt),
      reconnect,
      expected: reconnect && range && { range, met: isWithin(range, reconnect.delay) },
      close: socket.code === undefined ? undefined : explainClose(socket.code, socket.reason),
      repeated,
      missing,
      rejoined: rejoined.map(({ room, row }) => ({ room, row })),
      forgotten: own.filter(({ kind }) => kind === "forgotten").map(({ room }) => room),
    };
  });
}
