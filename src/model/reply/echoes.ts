import type { EnvelopeKind } from "../dialect/envelope";
import type { Said } from "../meaning/said";
import { digest } from "./digest";
import { fieldsOf, type Kept, keptOf, ownId, sameMessage } from "./own-id";
import { type Waiter, Waiting } from "./waiting";

const SAME_ID_WITHIN = 60_000;
const SAME_TEXT_WITHIN = 10_000;
/** Sent frames remembered for each of the two ways. */
const MOST_REMEMBERED = 2_000;
/** Texts shorter than this are the same by chance. In characters, as is the other bound: longer ones cost too much. */
const SHORTEST = 8;
const LONGEST = 16_384;

const PASSED_ON = new Set<EnvelopeKind>(["message", "typing", "presence"]);

/** What is kept of a sent frame; texts as digests. */
interface SentFrame extends Waiter {
  readonly sender: string | undefined;
  readonly name: string;
  readonly payload: Kept;
  echoed: boolean;
}

/** Finds the frames by which a server gives a page back what it sent (P39). */
export class Echoes {
  readonly #byId = new Waiting<SentFrame>(MOST_REMEMBERED);
  readonly #byText = new Waiting<SentFrame>(MOST_REMEMBERED);

  /** Takes in a frame. For a received one: the frame that it gives back, if it surely is one. */
  frame(said: Said): Waiter | undefined {
    const { envelope, time } = said;
    this.#byId.dropBefore(time - SAME_ID_WITHIN);
    this.#byText.dropBefore(time - SAME_TEXT_WITHIN);
    if (envelope === null || !PASSED_ON.has(envelope.kind)) return undefined;
    const id = ownId(envelope);
    const text = comparable(said.text);
    if (said.sent) {
      if (id === undefined && text === undefined) return undefined;
      const { row } = said;
      const sender = envelope.sender === undefined ? undefined : digest(envelope.sender);
      const name = digest(envelope.name);
      // Only what has an id is compared by its fields.
      const payload = id === undefined ? [] : keptOf(fieldsOf(envelope));
      const frame: SentFrame = { row, time, sender, name, payload, echoed: false };
      if (id !== undefined) this.#byId.add(digest(id), frame);
      if (text !== undefined) this.#byText.add(digest(text), frame);
      return undefined;
    }
    if (this.#byId.size === 0 && this.#byText.size === 0) return undefined;
    return (id === undefined ? undefined : this.#sameId(id, said)) ?? this.#sameText(text, time);
  }

  #sameId(id: string, { envelope, time }: Said): Waiter | undefined {
    // An id that was sent twice is the id of a thing, not of a message.
    const key = digest(id);
    const frame = this.#byId.count(key) === 1 ? this.#byId.first(key) : undefined;
    if (
      frame === undefined ||
      envelope === null ||
      frame.echoed ||
      !within(time - frame.time, SAME_ID_WITHIN)
    ) {
      return undefined;
    }
    const { sender } = envelope;
    if (sender !== undefined && frame.sender !== undefined && digest(sender) !== frame.sender)
      return undefined;
    if (id.length < 16 && digest(envelope.name) !== frame.name) return undefined;
    if (!sameMessage(frame.payload, fieldsOf(envelope), id)) return undefined;
    frame.echoed = true;
    return frame;
  }

  #sameText(text: string | undefined, time: number): Waiter | undefined {
    if (text === undefined || this.#byText.size === 0) return undefined;
    const key = digest(text);
    for (;;) {
      const frame = this.#byText.first(key);
      if (frame === undefined || time < frame.time) return undefined;
      this.#byText.take(key);
      if (frame.echoed || !within(time - frame.time, SAME_TEXT_WITHIN)) continue;
      frame.echoed = true;
      return frame;
    }
  }
}

function within(wait: number, limit: number): boolean {
  return wait >= 0 && wait <= limit;
}

function comparable(text: string | null): string | undefined {
  return text !== null && text.length >= SHORTEST && text.length <= LONGEST ? text : undefined;
}
