import type { Capture } from "../../model/capture";
import type { DocumentId, DocumentInfo, Order } from "../../protocol";
import { Intake } from "./intake";

interface Entry {
  intake: Intake;
  firstRow: number;
  /** Units taken and not yet acknowledged. */
  unacknowledged: number;
  departed: boolean;
}

/** The documents of the tab that the panel has heard of, each with its intake. */
export class Documents {
  #entries = new Map<DocumentId, Entry>();

  constructor(private readonly capture: Capture) {}

  /** A document announced itself, perhaps again (after a break, or from the back/forward cache). */
  arrive(document: DocumentInfo): Intake {
    const known = this.#entries.get(document.id);
    if (known) {
      known.departed = false;
      known.unacknowledged = 0;
      known.intake.restart();
      return known.intake;
    }
    const intake = new Intake(document, this.capture);
    this.#entries.set(document.id, {
      intake,
      firstRow: this.capture.end,
      unacknowledged: 0,
      departed: false,
    });
    return intake;
  }

  get(id: DocumentId): Entry | undefined {
    return this.#entries.get(id);
  }

  depart(id: DocumentId, at: number): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.departed = true;
    entry.intake.depart(at);
  }

  /** Ids of the documents that are there. */
  present(): DocumentId[] {
    return [...this.#entries].filter(([, entry]) => !entry.departed).map(([id]) => id);
  }

  /** What is to be acknowledged, by document; counts from zero again. */
  takeAcknowledgements(): { id: DocumentId; next: Order; units: number }[] {
    const acknowledgements = [];
    for (const [id, entry] of this.#entries) {
      if (entry.unacknowledged === 0) continue;
      acknowledgements.push({ id, next: entry.intake.next, units: entry.unacknowledged });
      entry.unacknowledged = 0;
    }
    return acknowledgements;
  }

  /**
   * A new page was loaded: forgets the departed documents and returns the first row that belongs to what is there.
   */
  turnPage(arrived: DocumentId | null): number {
    let floor = this.capture.end;
    for (const [id, entry] of this.#entries) {
      const over =
        entry.departed || (arrived !== null && id !== arrived && entry.intake.document.frameId === 0);
      if (over) this.#entries.delete(id);
      else floor = Math.min(floor, entry.firstRow);
    }
    return floor;
  }
}
