import { lasting, lastingBetween } from "../amounts";
import { placeOf } from "../place";
import type { Socket } from "../socket";
import { gapBetween, LONGEST_BACKOFF } from "./gap";
import type { Reconnect, Session } from "./session";

/** A session that grows. What depends on the facts of its sockets is worked out when it is asked for. */
export class Chain implements Session {
  readonly place: string;
  readonly sockets: Socket[];

  constructor(
    readonly id: number,
    first: Socket,
  ) {
    this.place = placeOf(first);
    this.sockets = [first];
  }

  get last(): Socket {
    return this.sockets[this.sockets.length - 1] as Socket;
  }

  /**
   * One for each socket but the first. Attempts count from the last socket that opened, or from the first of all: a
   * client whose very first connection fails waits its first delay after it.
   */
  get reconnects(): readonly Reconnect[] {
    const reconnects: Reconnect[] = [];
    let attempt = 0;
    for (const [at, after] of this.sockets.entries()) {
      const before = this.sockets[at - 1];
      if (!before) continue;
      attempt = before.openedAt === undefined ? attempt + 1 : 1;
      // The end of a socket is taken back when its page returns from the back/forward cache.
      const delay = gapBetween(before, after);
      if (delay === null || delay < 0) continue;
      reconnects.push({ from: before.number, to: after.number, delay, attempt });
    }
    return reconnects;
  }

  get reason(): string {
    const first = this.sockets[0] as Socket;
    const delays = this.reconnects.map(({ delay }) => delay);
    if (this.sockets.length === 1 || delays.length === 0) return "";
    const alike = this.sockets.every(({ url }) => url === first.url);
    const parts = [alike ? "same address" : "same address without its query"];
    if (first.asked.length > 0) parts.push("same subprotocols asked for");
    const short = delays.filter((delay) => delay <= LONGEST_BACKOFF);
    const long = delays.filter((delay) => delay > LONGEST_BACKOFF);
    if (short.length > 0) {
      const which = long.length > 0 ? "some begin" : "each begins";
      parts.push(`${which} ${spread(short)} after the one before ended`);
    }
    if (long.length > 0) {
      const what = short.length > 0 ? "others" : "each begins";
      parts.push(`${what} ${spread(long)} after one that was cut off, as when a page is offline or hidden`);
    }
    return parts.join(", ");
  }
}

function spread(delays: readonly number[]): string {
  const low = delays.reduce((a, b) => Math.min(a, b));
  const high = delays.reduce((a, b) => Math.max(a, b));
  return delays.length === 1 ? lasting(low) : lastingBetween(low, high);
}
