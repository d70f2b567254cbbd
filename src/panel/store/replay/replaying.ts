import { type ReadonlySignal, signal } from "@preact/signals";
import { type Capture, RowFlag } from "../../../model/capture";
import type { Socket } from "../../../model/socket";
import type { DocumentId, ReplayCommand } from "../../../protocol";
import { contentOf, type Way, type WayId, waysFor } from "./ways";

/** What became of the last replay. */
export interface Told {
  readonly text: string;
  readonly failed: boolean;
  /** It waits for a connection. */
  readonly kept?: boolean;
}

/** What replaying a frame takes. */
export interface Reach {
  present(document: DocumentId): boolean;
  tell(document: DocumentId, command: ReplayCommand): void;
  /** Sends through the replay client, on a connection like that of this socket; says what becomes of it. */
  throughClient(content: string | Uint8Array, like: Socket | null): Told;
}

/** A port takes 64 MiB at most. */
const MOST_UNITS = 60_000_000;

/** Puts captured or composed frames into sockets. What then happens is captured like all else, marked. */
export class Replaying {
  #told = signal<Told | null>(null);

  constructor(
    private readonly capture: Capture,
    private readonly reach: Reach,
  ) {}

  /** What became of the last replay. */
  get told(): ReadonlySignal<Told | null> {
    return this.#told;
  }

  /** The ways a frame can go, the likeliest first. */
  waysOf(row: number): Way[] {
    return this.waysOn(this.capture.socket(row), (this.capture.flags(row) & RowFlag.Sent) !== 0);
  }

  /** The ways for content that belongs to a socket. */
  waysOn(socket: Socket, sent: boolean): Way[] {
    return waysFor(socket, sent, ({ document }) => this.reach.present(document));
  }

  /** The way that a frame goes where none is chosen; what was received never goes to the server by itself. */
  likeliest(row: number): Way | undefined {
    const ways = this.waysOf(row);
    const sent = (this.capture.flags(row) & RowFlag.Sent) !== 0;
    return (sent && ways.find(({ possible }) => possible)) || ways[0];
  }

  /** Replays a frame as it is; without a way by the likeliest. */
  replay(row: number, id?: WayId): Told {
    const found = contentOf(this.capture, row);
    if ("why" in found) return this.#say(found.why, true);
    return this.send(found.content, id ?? this.likeliest(row)?.id ?? "client", this.capture.socket(row));
  }

  /** Sends content; `socket` is the one it belongs to, null for none. */
  send(content: string | Uint8Array, id: WayId, socket: Socket | null): Told {
    if (content.length > MOST_UNITS) return this.#say("It is over 60 MB: too large to be replayed.", true);
    if (id === "client" || !socket) return this.tell(this.reach.throughClient(content, socket));
    const why = this.waysOn(socket, true).find((way) => way.id === id)?.why;
    if (why) return this.#say(why, true);
    const { document, ordinal, number } = socket;
    if (ordinal === undefined) return this.#say(`#${number} can't be reached. Use a new connection.`, true);
    const type = id === "same" ? "send" : "receive";
    this.reach.tell(document, { type, socket: ordinal, data: content });
    return this.#say(id === "same" ? `Sent again on #${number}` : `Given to the page on #${number}`, false);
  }

  #say(text: string, failed: boolean): Told {
    return this.tell({ text, failed });
  }

  /** Says what became of a replay. */
  tell(told: Told): Told {
    this.#told.value = told;
    return told;
  }
}
