import type { DocumentId, PageCommand } from "../../protocol";
import type { Documents } from "./documents";
import type { Scheduler } from "./scheduler";

/** Units taken from a document before it is told so at once, instead of at the next tick. */
const UNITS = 500_000;
const MS = 100;

/** Tells documents how far the panel has come, so that they send more. */
export class Acknowledgements {
  #asked = false;

  constructor(
    private readonly documents: Documents,
    private readonly scheduler: Scheduler,
    private readonly tell: (document: DocumentId, command: PageCommand) => void,
  ) {}

  /** A document's units were taken: so many of them are not acknowledged. */
  taken(units: number): void {
    if (units >= UNITS) {
      this.#send();
      return;
    }
    if (this.#asked) return;
    this.#asked = true;
    this.scheduler.after(MS, () => {
      this.#asked = false;
      this.#send();
    });
  }

  #send(): void {
    for (const { id, next, units } of this.documents.takeAcknowledgements()) {
      this.tell(id, { type: "ack", next, units });
    }
  }
}
