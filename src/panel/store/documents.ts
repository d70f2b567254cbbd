import type { Capture } from "../../model/capture";
import type { DocumentId, DocumentInfo, Order } from "../../protocol";
import { Intake } from "./intake";
import type { Ear } from "./replay/ear";

interface Entry {
  intake: Intake;
  firstRow: number;
  /** Units taken and not yet acknowledged. */
  unacknowledged: number;
  departed: boolean;
  /** Whether it arrived since the link was last cut. */
  confirmed: boolean;
}

/** The documents of the tab that the panel has heard of, each with its intake. */
export class Documents {
  #entries = new Map<DocumentId, Entry>();

  constructor(
    private readonly capture: Capture,
    private readonly ear: Ear,
  ) {}

  /** A document announced itself, perhaps again (after a break, or from the back/forward cache). */
  arrive(document: DocumentInfo): Intake {
    const known = this.#entries.get(document.id);
    if (known) {
      known.departed = false;
      known.confirmed = true;
      known.unacknowledged = 0;
      known.intake.restart();
      return known.intake;
    }
    const intake = new Intake(document, this.capture, this.ear);
    this.#entries.set(document.id, {
      intake,
      firstRow: this.capture.end,
      unacknowledged: 0,
      departed: false,
      confirmed: true,
    });
    return intake;
  }

  get(id: DocumentId): Entry | undefined {
    return this.#entries.get(id);
  }

  /** @param abrupt whether it could not tell of its last moments */
  depart(id: DocumentId, at: number, abrupt = false): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.departed) return;
    entry.departed = true;
    entry.intake.depart(at, abrupt);
  }

  /** The tab's top document, where it is there and has told of itself. */
  top(): DocumentInfo | undefined {
    for (const { departed, confirmed, intake } of this.#entries.values()) {
      const { document } = intake;
      if (!departed && confirmed && document.frameId === 0 && document.worker === undefined) return document;
    }
    return undefined;
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

  /** The link was cut: who is still there will arrive again. */
  doubt(): void {
    for (const entry of this.#entries.values()) entry.confirmed = false;
  }

  /** Whoever has not arrived again by now is gone. */
  settle(at: number): void {
    for (const [id, entry] of this.#entries) if (!entry.confirmed) this.depart(id, at);
  }

  /**
   * The tab shows another page: forgets the documents of the one before, and returns the first row of those that are
   * part of the new one.
   * @param page time origin of the new page's top document, null when nothing of it can be seen
   * @param before the same of the page before
   */
  turnPage(page: number | null, before: number, at: number): number {
    let floor = this.capture.end;
    for (const [id, entry] of this.#entries) {
      if (!entry.departed && belongs(entry.intake.document.timeOrigin, page, before)) {
        floor = Math.min(floor, entry.firstRow);
      } else {
        this.depart(id, at);
        this.#entries.delete(id);
      }
    }
    return floor;
  }
}

/** A page's documents begin after it did. One from the back/forward cache began before the page that it follows. */
function belongs(timeOrigin: number, page: number | null, before: number): boolean {
  if (page === null || timeOrigin < page) return false;
  return page > before || timeOrigin < before;
}
