import type { Json } from "./frame";
import { type JsonObject, own } from "./own-keys";

/** The places where a dialect may keep one thing, best first: "room", "payload.roomId". */
export class Aliases {
  readonly #keys: readonly string[];
  readonly #inner: readonly boolean[];

  constructor(readonly paths: readonly string[]) {
    this.#inner = paths.map((path) => path.includes("."));
    this.#keys = paths.map((path) => path.slice(path.indexOf(".") + 1));
  }

  /**
   * Which place has a value that will do, -1 for none.
   * @param top the message
   * @param inner its payload, where that is an object of its own
   */
  find(top: JsonObject, inner: JsonObject | undefined, accepts: (value: Json) => boolean): number {
    for (let place = 0; place < this.#keys.length; place += 1) {
      const value = this.at(place, top, inner);
      if (value !== undefined && accepts(value)) return place;
    }
    return -1;
  }

  /** What is at one of the places. */
  at(place: number, top: JsonObject, inner: JsonObject | undefined): Json | undefined {
    const fields = this.#inner[place] ? inner : top;
    return fields && own(fields, this.#keys[place] ?? "");
  }
}
