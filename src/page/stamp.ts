import type { SocketRecord } from "./record";

class Returning {
  constructor(socket: object) {
    // biome-ignore lint/correctness/noConstructorReturn: it is what puts the private field on the socket
    return socket;
  }
}

/** Ties a record to its socket by a private field: no property, no WeakMap look-up, nothing a page could see. */
export class Stamp extends Returning {
  #record: SocketRecord;

  constructor(socket: WebSocket | EventSource, record: SocketRecord) {
    super(socket);
    this.#record = record;
  }

  /** The record of a socket that is known to be stamped: where every frame asks, the check would be felt. */
  static of(stamped: object): SocketRecord {
    return (stamped as Stamp).#record;
  }

  /** The record of a socket, null for anything that was never stamped. */
  static read(socket: unknown): SocketRecord | null {
    return typeof socket === "object" && socket !== null && #record in socket
      ? (socket as Stamp).#record
      : null;
  }
}
