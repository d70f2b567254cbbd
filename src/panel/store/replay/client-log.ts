import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";
import { describe as inWords } from "../../../client/describe";
import type { ClientEvent, ClientState, EventName } from "../../../client/events";
import { Attempts } from "./attempts";

/** A line of the log. It holds no message: what is long lives in the capture. */
export interface LogLine {
  readonly number: number;
  readonly time: number;
  readonly type: EventName;
  /** What was decided or happened, and why. */
  readonly text: string;
  /** The beginning of the message that it is about. */
  readonly preview: string;
  /** How many more of its kind followed at once, which get no line each. */
  readonly more: number;
}

/** From when on the client was in a state. */
export interface StateSince {
  readonly state: ClientState;
  readonly since: number;
}

const MOST_LINES = 1000;
const MOST_STATES = 500;
/** So many messages in a row get a line each: a flood shall not push out the decisions. */
const MOST_IN_A_ROW = 20;
const PREVIEW = 300;

function previewOf(event: ClientEvent): string {
  if (event.type !== "message" && event.type !== "buffered" && event.type !== "dropped") return "";
  return typeof event.data === "string" ? event.data.slice(0, PREVIEW) : "";
}

/** What the client did and why, line by line; bounded, and what was dropped is counted. */
export class ClientLog {
  readonly attempts = new Attempts();
  #version = signal(0);
  #lines: LogLine[] = [];
  #count = 0;
  #dropped = 0;
  #inARow = 0;
  #states: readonly StateSince[] = [];
  #over = "";

  /** Moves with every line. */
  get version(): ReadonlySignal<number> {
    return this.#version;
  }

  get lines(): readonly LogLine[] {
    return this.#lines.slice(-MOST_LINES);
  }

  /** How many older lines are gone. */
  get dropped(): number {
    return this.#dropped + Math.max(0, this.#lines.length - MOST_LINES);
  }

  /** The states it was in, the newest last. */
  get states(): readonly StateSince[] {
    return this.#states;
  }

  /** Why it stopped trying, as long as it does not try again. */
  get over(): string {
    return this.#over;
  }

  add(event: ClientEvent): void {
    this.attempts.hear(event);
    if (event.type === "state") {
      const { state, time: since } = event;
      this.#states = [...this.#states.slice(1 - MOST_STATES), { state, since }];
      if (state !== "disconnected") this.#over = "";
    } else if (event.type === "gave-up") this.#over = event.why;
    this.#write(event);
    this.#version.value++;
  }

  clear(): void {
    this.#lines = [];
    this.#dropped = 0;
    this.attempts.clear();
    this.#version.value++;
  }

  #write(event: ClientEvent): void {
    const { time, type } = event;
    this.#inARow = type === "message" ? this.#inARow + 1 : 0;
    const last = this.#lines[this.#lines.length - 1];
    const folds = this.#inARow > MOST_IN_A_ROW && last?.type === "message";
    const [text, preview] = [inWords(event), previewOf(event)];
    if (folds) {
      this.#lines[this.#lines.length - 1] = { ...last, time, text, preview, more: last.more + 1 };
      return;
    }
    this.#lines.push({ number: ++this.#count, time, type, text, preview, more: 0 });
    if (this.#lines.length < 2 * MOST_LINES) return;
    this.#dropped += this.#lines.length - MOST_LINES;
    this.#lines = this.#lines.slice(-MOST_LINES);
  }
}
