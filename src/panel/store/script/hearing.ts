import { effect, untracked } from "@preact/signals";
import { RowFlag } from "../../../model/capture";
import type { MatchedFrame } from "../../../model/match/expectation";
import type { Store } from "../store";
import { isHeard, type TargetId } from "./targets";

/** A received frame, and where it stands. */
interface HeardFrame extends MatchedFrame {
  readonly row: number;
}

/** The row of a frame that was heard; null for any other. */
export function rowOf(frame: MatchedFrame): number | null {
  return "row" in frame ? (frame as HeardFrame).row : null;
}

/**
 * Hears the frames that come to a target, each once, in order, as soon as it is known what they mean. What the panel
 * itself gave to the page is no answer of the server's, and what was withheld never came.
 */
export class Hearing {
  #next: number;
  #leave: () => void;

  /** @param changed called whenever something may have come, behind what came */
  constructor(
    private readonly store: Store,
    private readonly target: TargetId,
    private readonly received: (frame: MatchedFrame) => void,
    changed: () => void,
  ) {
    this.#next = store.capture.end;
    this.#leave = effect(() => {
      store.version.value;
      // What is done with what came reads and writes signals of its own.
      untracked(() => {
        this.listen();
        changed();
      });
    });
  }

  /** Hears what has come since. A panel out of sight is told of nothing: whoever is about to give up asks before. */
  listen(): void {
    const { capture, understanding } = this.store;
    const { meanings } = understanding;
    if (understanding.waitsFor === null && understanding.next < capture.end) understanding.advance();
    this.#next = Math.max(this.#next, capture.start);
    while (this.#next < understanding.next) {
      const row = this.#next++;
      const flags = capture.flags(row);
      if (flags & (RowFlag.Sent | RowFlag.Loss | RowFlag.Injected | RowFlag.Withheld)) continue;
      if (!isHeard(this.store, this.target, capture.socket(row))) continue;
      const payload = capture.payload(row);
      const text = typeof payload === "string" ? payload : null;
      const frame: HeardFrame = { row, name: meanings.name(row), rooms: meanings.rooms(row), text };
      this.received(frame);
    }
  }

  end(): void {
    this.#leave();
  }
}
