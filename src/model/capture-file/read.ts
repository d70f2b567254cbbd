import * as v from "valibot";
import type { DocumentId } from "../../protocol";
import { Gathering, type Outcome } from "./imported";
import { issueText } from "./issue";
import { readRow } from "./read-row";
import { captureRow, headLine, socketLine } from "./schema";
import { CAPTURE_VERSION } from "./write";

/** Reads a capture file line by line. What is wrong with a line is said, and the rest is kept. Never throws. */
export class CaptureReader {
  #gathering = new Gathering();
  #line = 0;
  #begun = false;
  #refused: string | null = null;
  /** Places of the sockets, by their number in the file. */
  #places = new Map<number, number>();

  /** True when nothing more needs to be read. */
  get over(): boolean {
    return this.#refused !== null;
  }

  line(text: string): void {
    this.#line++;
    if (this.over || text.trim() === "") return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      if (this.#begun) this.#problem("it is no JSON, perhaps it was cut off");
      else this.#refused = "This is no capture of Sockeye: its first line is no JSON.";
      return;
    }
    if (!this.#begun) this.#head(value);
    else if (typeof value !== "object" || value === null) this.#problem("it is no object");
    else if ("type" in value && value.type === "socket") this.#socket(value);
    else this.#row(value);
  }

  /** A line that was too long to be read. */
  tooLong(): void {
    this.#line++;
    this.#gathering.imported.named++;
    this.#problem("it is longer than can be read");
  }

  end(): Outcome {
    if (this.#refused !== null) return { refused: this.#refused };
    if (!this.#begun) return { refused: "This file is empty." };
    return this.#gathering.imported;
  }

  #head(value: unknown): void {
    const head = v.safeParse(headLine, value);
    this.#begun = true;
    if (head.success && head.output.sockeye === "notices") {
      this.#refused = "This is a recording for the playground, no capture.";
    } else if (!head.success || head.output.sockeye !== "capture") {
      this.#refused = "This is no capture of Sockeye.";
    } else if (head.output.version !== CAPTURE_VERSION) {
      this.#refused = `Captures of version ${head.output.version ?? "?"} cannot be read: this Sockeye knows version ${CAPTURE_VERSION}.`;
    }
  }

  #socket(value: unknown): void {
    const read = v.safeParse(socketLine, value);
    if (!read.success) {
      this.#problem(issueText(read.issues));
      return;
    }
    const { type: _, socket: number, document, ...facts } = read.output;
    if (this.#places.has(number)) {
      this.#problem(`socket ${number} is there twice`);
      return;
    }
    const place = this.#gathering.addSocket({ ...facts, document: document as DocumentId });
    if (place === null) this.#problem("there are too many sockets");
    else this.#places.set(number, place);
  }

  #row(value: object): void {
    const { imported } = this.#gathering;
    const frame = "type" in value && value.type === "frame";
    if (frame) imported.named++;
    const facts = v.safeParse(captureRow, value);
    if (!facts.success) {
      this.#problem(issueText(facts.issues));
      return;
    }
    const place = this.#places.get(facts.output.socket);
    const row = readRow(facts.output);
    if (place === undefined) this.#problem(`nothing is known of socket ${facts.output.socket}`);
    else if (typeof row === "string") this.#problem(row);
    else if (this.#gathering.hasRoom(row.payload)) {
      if (row.event) imported.events.set(imported.rows.length, row.event);
      imported.rows.push(facts.output.time, place, row.flags, row.size, row.payload);
      if (frame) imported.frames++;
    }
  }

  #problem(what: string): void {
    this.#gathering.problem(`Line ${this.#line}: ${what}.`);
  }
}
