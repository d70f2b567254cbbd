import type { DialectId } from "../dialect/dialect";
import type { Frame } from "../dialect/frame";
import { SocketReading } from "../dialect/socket-reading";
import { Suspicions } from "../finding/suspicions";
import { Heartbeat } from "../heartbeat/heartbeat";
import { Replies } from "../reply/replies";
import { Rooms } from "../room/rooms";
import type { Socket } from "../socket";
import type { Said } from "./said";

/** What is remembered of one socket while its frames are read. */
export class SocketMind {
  readonly heartbeat = new Heartbeat();
  readonly replies = new Replies();
  readonly reading: SocketReading;
  /** The dialect that the user chose. */
  chosen: DialectId | null = null;
  #protocol: string;

  constructor(private readonly socket: Socket) {
    this.#protocol = socket.protocol;
    this.reading = new SocketReading({ url: socket.url, protocol: socket.protocol });
  }

  read(frame: Frame): ReturnType<SocketReading["read"]> {
    // It is negotiated only when the socket opens.
    if (this.#protocol !== this.socket.protocol) {
      this.#protocol = this.socket.protocol;
      this.reading.setProtocol(this.#protocol);
    }
    return this.reading.read(frame);
  }

  choose(dialect: DialectId | null): void {
    this.chosen = dialect;
    this.reading.choose(dialect);
  }
}

/** What the sockets of one session said together. */
export class SessionFolds {
  readonly rooms = new Rooms();
  readonly suspicions = new Suspicions();

  /** @param answered the row of the frame that this one answers; -1 for none */
  frame(said: Said, marks: number, answered: number): void {
    if (answered >= 0) this.suspicions.answered(answered);
    this.rooms.frame(said);
    this.suspicions.frame(said, marks);
  }
}
