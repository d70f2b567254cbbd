import { PortEvent } from "../link/hand-over";
import { BATCH_NOTICES, BATCH_UNITS, type Batch, META_UNITS } from "../protocol";

const MOST_HEAD = 100;

function isText(value: unknown, most: number): value is string {
  return typeof value === "string" && value.length <= most;
}

function isBytes(value: unknown): value is ArrayBuffer {
  // Not `instanceof`: in Firefox the object belongs to the page's realm.
  const tag = Object.prototype.toString.call(value);
  return tag === "[object ArrayBuffer]" && (value as ArrayBuffer).byteLength <= BATCH_UNITS;
}

/** These parts as a batch, if they are of the right type and size. */
export function acceptable(head: unknown, meta: unknown, text: unknown, bytes: unknown): Batch | null {
  if (!isText(head, MOST_HEAD) || !isText(meta, BATCH_NOTICES * META_UNITS) || !isText(text, BATCH_UNITS))
    return null;
  return bytes === null || isBytes(bytes) ? [head, meta, text, bytes] : null;
}

/**
 * Puts a batch together from the events of the shared port. The page is not trusted: what is not of the right
 * type and size is refused, whole.
 */
export class BatchAssembler {
  #head: unknown;
  #meta: unknown;
  #bytes: unknown = null;

  constructor(private readonly done: (batch: Batch) => void) {}

  take(type: string, detail: unknown): void {
    if (type === PortEvent.Head) {
      this.#head = detail;
      this.#meta = undefined;
      this.#bytes = null;
    } else if (type === PortEvent.Meta) {
      this.#meta = detail;
    } else if (type === PortEvent.Bytes) {
      this.#bytes = detail;
    } else {
      this.#finish(detail);
    }
  }

  #finish(text: unknown): void {
    const batch = acceptable(this.#head, this.#meta, text, this.#bytes);
    this.#head = undefined;
    if (batch) this.done(batch);
  }
}
