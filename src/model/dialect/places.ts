import type { Aliases } from "./aliases";
import type { Envelope } from "./envelope";

type Found = NonNullable<Envelope["found"]>;

/** Where the fields of a dialect's envelopes were found; `also`: what is always in the same place. Each combination is made once and shared by all frames. */
export class Places {
  readonly #made: Found[] = [];

  constructor(
    readonly name: string,
    readonly rooms: Aliases,
    readonly senders: Aliases,
    readonly times: Aliases,
    private readonly also: Found,
  ) {}

  /** By the places that {@link Aliases.find} gave; `payload` is the key that holds it, if one does. */
  of(room: number, sender: number, time: number, payload: string | undefined): Found {
    const { rooms, senders, times } = this;
    let index = (room + 1) * (senders.paths.length + 1) + sender + 1;
    index = (index * (times.paths.length + 1) + time + 1) * 2 + (payload ? 1 : 0);
    const known = this.#made[index];
    if (known) return known;
    const found: Found = { name: this.name, ...this.also };
    if (payload) found.payload = payload;
    if (room >= 0) found.rooms = rooms.paths[room];
    if (sender >= 0) found.sender = senders.paths[sender];
    if (time >= 0) found.time = times.paths[time];
    this.#made[index] = Object.freeze(found);
    return found;
  }
}
