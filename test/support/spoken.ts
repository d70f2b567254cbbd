import { Capture, RowFlag } from "../../src/model/capture";
import { Understanding } from "../../src/model/meaning/understanding";
import type { Socket } from "../../src/model/socket";
import { utf8Bytes } from "../../src/model/utf8";
import { aSocket } from "./a-socket";

/** A capture that a test speaks into: `>` frames are sent by the page, `<` frames received. */
export class Spoken {
  readonly capture = new Capture();
  readonly understanding = new Understanding(this.capture);
  /** Ms since 1970; each frame is 10 ms later. */
  clock = 1_700_000_000_000;

  socket(facts: Partial<Socket> = {}): Socket {
    return this.capture.addSocket(aSocket({ createdAt: this.clock, openedAt: this.clock, ...facts }));
  }

  /** Appends frames and returns the row of the last one. */
  say(socket: Socket, ...lines: (`>${string}` | `<${string}` | Uint8Array)[]): number {
    let row = -1;
    for (const line of lines) {
      const binary = typeof line !== "string";
      const payload = binary ? line : line.slice(1);
      const sent = !binary && line.startsWith(">");
      this.clock += 10;
      row = this.capture.append({
        time: this.clock,
        socket,
        flags: (sent ? RowFlag.Sent : 0) | (binary ? RowFlag.Binary : 0),
        size: typeof payload === "string" ? utf8Bytes(payload) : payload.length,
        payload,
      });
    }
    return row;
  }

  /** Reads all that was said. */
  read(): this {
    while (this.understanding.behind) this.understanding.advance();
    return this;
  }

  /** "kind name [room, ...]" of each row. */
  meanings(): string[] {
    const { meanings } = this.understanding;
    return Array.from({ length: this.capture.end - this.capture.start }, (_, i) => {
      const { kind, name, rooms } = meanings.at(this.capture.start + i);
      return `${kind} ${name}${rooms.length > 0 ? ` [${rooms.join(", ")}]` : ""}`;
    });
  }
}
