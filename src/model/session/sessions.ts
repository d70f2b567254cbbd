import { placeOf } from "../place";
import type { Socket } from "../socket";
import { Chain } from "./chain";
import { follows, LONGEST_PAUSE } from "./gap";
import type { Session } from "./session";

/**
 * Groups sockets into sessions ("Requirements that only the real traffic shows" 6): same document, same place (the
 * query is left out: a token in it is new at each attempt, R-W1), same transport and subprotocols asked for, and one
 * after the other in time, as {@link follows} says. Which session a socket belongs to is decided once, when it is
 * added, and never changes.
 */
export class Sessions {
  #all: Chain[] = [];
  #bySocket = new Map<number, Chain>();
  /** Sessions that may still go on, by what their sockets have in common. */
  #open = new Map<string, Chain[]>();

  /** Oldest first, by their first sockets. */
  get all(): readonly Session[] {
    return this.#all;
  }

  of(socketNumber: number): Session | undefined {
    return this.#bySocket.get(socketNumber);
  }

  /** To be called once for each socket, in the order in which the panel heard of them. */
  add(socket: Socket): Session {
    const known = this.#bySocket.get(socket.number);
    if (known) return known;
    const key = likeness(socket);
    const open = (this.#open.get(key) ?? []).filter((chain) => !isOver(chain, socket));
    let chain = bestOf(open, socket);
    if (chain) chain.sockets.push(socket);
    else {
      chain = new Chain(this.#all.length + 1, socket);
      this.#all.push(chain);
      // Of a socket whose handshake is all that was seen the end is never known, so nothing can follow it.
      if (!socket.unseen) open.push(chain);
    }
    this.#open.set(key, open);
    this.#bySocket.set(socket.number, chain);
    return chain;
  }
}

/** Sockets that differ in this are never of one session. */
function likeness(socket: Socket): string {
  const { document, imported, transport, asked, replay = "" } = socket;
  return JSON.stringify([document, imported?.id ?? 0, transport, placeOf(socket), asked, replay]);
}

/** Time goes on: what ended this long before a newer socket began is never continued. */
function isOver({ last }: Chain, socket: Socket): boolean {
  return last.closedAt !== undefined && socket.createdAt - last.closedAt > LONGEST_PAUSE;
}

/**
 * The session that a socket continues. Where several clients of a page lost their sockets to the same place, the one
 * with the very same address is taken, then the one that ended last.
 */
function bestOf(chains: readonly Chain[], socket: Socket): Chain | undefined {
  if (socket.unseen) return undefined;
  let best: Chain | undefined;
  for (const chain of chains) {
    if (!follows(chain.last, socket)) continue;
    if (!best || isNearer(chain.last, best.last, socket)) best = chain;
  }
  return best;
}

function isNearer(one: Socket, other: Socket, socket: Socket): boolean {
  if ((one.url === socket.url) !== (other.url === socket.url)) return one.url === socket.url;
  return (one.closedAt ?? 0) > (other.closedAt ?? 0);
}
