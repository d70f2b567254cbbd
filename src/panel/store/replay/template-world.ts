import { type Capture, RowFlag } from "../../../model/capture";
import type { Meanings } from "../../../model/meaning/meanings";
import { type Filled, fill } from "../../../model/template/fill";
import type { TemplateWorld } from "../../../model/template/value";

/** How far back a frame is looked for by its name. */
const MOST_ROWS = 20_000;

/** What templates are filled with: what time it is, chance, what came last. */
interface Around {
  readonly capture: Capture;
  readonly meanings: Meanings;
  /** Ms since 1970. */
  now(): number;
}

/** What of a panel's store is asked. */
interface Panel {
  readonly capture: Capture;
  readonly understanding: { readonly meanings: Meanings };
}

/** The text of the newest received frame of this name, of the last 20,000 rows; null where none came or it was no text. */
export function lastNamed({ capture, meanings }: Omit<Around, "now">, name: string): string | null {
  const oldest = Math.max(capture.start, capture.end - MOST_ROWS);
  for (let row = capture.end - 1; row >= oldest; row--) {
    if (capture.flags(row) & (RowFlag.Sent | RowFlag.Loss) || meanings.name(row) !== name) continue;
    const payload = capture.payload(row);
    return typeof payload === "string" ? payload : null;
  }
  return null;
}

/** Templates that are filled with what a panel knows, and a counter of their own. */
export function templatesOf({ capture, understanding }: Panel): Templates {
  return new Templates({ capture, meanings: understanding.meanings, now: () => Date.now() });
}

/** Fills templates. Its counter counts what was sent, not how often somebody looked at what would be. */
export class Templates {
  #count = 1;
  #filled: string | null = null;
  #counted = false;
  #world: TemplateWorld;

  constructor(around: Around) {
    this.#world = {
      now: () => around.now(),
      uuid: () => crypto.randomUUID(),
      random: Math.random,
      counter: () => {
        this.#counted = true;
        return this.#count;
      },
      last: (name) => lastNamed(around, name),
    };
  }

  fill(text: string): Filled {
    this.#counted = false;
    const filled = fill(text, this.#world);
    this.#filled = filled.text;
    return filled;
  }

  /** This was sent. */
  sent(content: string | Uint8Array): void {
    if (this.#counted && content === this.#filled) this.#count++;
    this.#counted = false;
  }
}
