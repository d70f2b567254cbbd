import { type Signal, signal } from "@preact/signals";
import { RowFlag } from "../../../model/capture";
import type { Socket } from "../../../model/socket";
import { clockTime } from "../../parts/words/time";
import { contentOf } from "../../store/replay/ways";
import type { Store } from "../../store/store";
import type { ComposerDraft } from "../composer/types";
import type { Landmarks } from "../landmarks";

/** A captured frame that is being edited. */
export interface FrameDraft {
  readonly row: number;
  readonly draft: ComposerDraft;
  readonly socket: Socket;
  readonly sent: boolean;
  readonly chosenWay: Signal<string>;
}

/** Composers that are kept when they are closed, with what was written in them. */
const KEPT = 3;

/** The frames that were edited last: who closes the composer by accident finds what was written again. */
export class Drafts {
  #kept: readonly FrameDraft[] = [];

  constructor(private readonly store: Store) {}

  /** In the order in which they were first opened. */
  get kept(): readonly FrameDraft[] {
    return this.#kept;
  }

  /** Has a draft of this frame, if it has a content. */
  open(row: number): void {
    if (this.#kept.some((draft) => draft.row === row)) return;
    const draft = this.#draftOf(row);
    if (draft) this.#kept = [...this.#kept, draft].slice(-KEPT);
  }

  #draftOf(row: number): FrameDraft | null {
    const { capture, replay } = this.store;
    const found = contentOf(capture, row);
    if ("why" in found) return null;
    const { content } = found;
    const ways = replay.frames.waysOf(row);
    const label = `the captured frame of ${clockTime(capture.time(row))}`;
    return {
      row,
      draft: { content, captured: { content, label } },
      socket: capture.socket(row),
      sent: (capture.flags(row) & RowFlag.Sent) !== 0,
      chosenWay: signal(ways.find(({ possible }) => possible)?.id ?? "client"),
    };
  }
}

/** Opens the composer on a captured frame, or says why it cannot be. */
export function editFrame(store: Store, { editing }: Landmarks, row: number): void {
  const found = contentOf(store.capture, row);
  if ("why" in found) store.replay.frames.tell({ text: found.why, failed: true });
  else editing.value = row;
}
