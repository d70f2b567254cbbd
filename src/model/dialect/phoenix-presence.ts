import type { Member, Membership } from "./envelope";
import type { Json } from "./frame";
import { REMEMBERED } from "./memory";
import { cut, type JsonObject, objectOf, own, textOf } from "./own-keys";

/** One who is there, and from where (browser tabs), by the `phx_ref` of each place. */
interface Present {
  member: Member;
  places: Set<string>;
}

function metasOf(presence: Json | undefined): JsonObject[] {
  const object = objectOf(presence);
  const metas = object && own(object, "metas");
  return Array.isArray(metas) ? metas.map(objectOf).filter((meta) => meta !== undefined) : [];
}

function presentOf(key: string, presence: Json | undefined): Present {
  const metas = metasOf(presence);
  const [first] = metas;
  const name = first && (textOf(own(first, "name")) ?? textOf(own(first, "username")));
  const places = new Set(metas.map((meta) => textOf(own(meta, "phx_ref")) ?? ""));
  return { member: name === undefined ? { id: cut(key) } : { id: cut(key), name }, places };
}

function listOf(presences: Json | undefined): Present[] {
  return Object.entries(objectOf(presences) ?? {}).map(([key, presence]) => presentOf(key, presence));
}

/**
 * Follows Phoenix.Presence on one socket. A key is gone only when its last place is: a `leaves` of one tab of two
 * removes nobody. As assets/js/phoenix/presence.js does (syncState, syncDiff).
 */
export class PhoenixPresence {
  #topics = new Map<string, Map<string, Present>>();
  /** Places in all topics, and one for each who is there. */
  #size = 0;

  /** presence_state: these and no others. */
  state(topic: string, payload: Json | undefined): Membership {
    for (const old of this.#topics.get(topic)?.values() ?? []) this.#size -= 1 + old.places.size;
    const present = new Map<string, Present>();
    for (const one of listOf(payload)) {
      present.set(one.member.id, one);
      this.#size += 1 + one.places.size;
    }
    this.#topics.set(topic, present);
    this.#bound();
    return { change: "set", members: [...present.values()].map(({ member }) => member) };
  }

  /** presence_diff: who came or went by it; undefined where nobody did (a place more, a status changed). */
  diff(topic: string, payload: Json | undefined): Membership | undefined {
    const object = objectOf(payload) ?? {};
    const joins = listOf(own(object, "joins"));
    const leaves = listOf(own(object, "leaves"));
    const present = this.#topics.get(topic);
    if (!present) {
      // Nobody said who was there before: what one can tell is who comes, and who goes without coming again.
      const ids = new Set(joins.map(({ member }) => member.id));
      return change(
        joins,
        leaves.filter(({ member }) => !ids.has(member.id)),
      );
    }
    const came = joins.filter((one) => this.#join(present, one));
    const gone = leaves.filter((one) => this.#leave(present, one));
    this.#bound();
    if (came.length === 0 || gone.length === 0) return change(came, gone);
    return { change: "set", members: [...present.values()].map(({ member }) => member) };
  }

  /** Whether who joins was not there. */
  #join(present: Map<string, Present>, one: Present): boolean {
    const known = present.get(one.member.id);
    const before = known ? known.places.size : -1;
    if (known) for (const place of one.places) known.places.add(place);
    else present.set(one.member.id, { ...one, places: new Set(one.places) });
    this.#size += (known ?? one).places.size - before;
    return !known;
  }

  /** Whether who leaves is gone from everywhere. */
  #leave(present: Map<string, Present>, one: Present): boolean {
    const known = present.get(one.member.id);
    if (!known) return false;
    for (const place of one.places) if (known.places.delete(place)) this.#size--;
    if (known.places.size > 0) return false;
    present.delete(one.member.id);
    this.#size--;
    return true;
  }

  #bound(): void {
    if (this.#size <= REMEMBERED && this.#topics.size <= REMEMBERED) return;
    // Who was there is not known any more, so what follows can only add and remove.
    this.#topics = new Map();
    this.#size = 0;
  }
}

function change(came: readonly Present[], gone: readonly Present[]): Membership | undefined {
  const [kind, some] = came.length > 0 ? (["add", came] as const) : (["remove", gone] as const);
  return some.length > 0 ? { change: kind, members: some.map(({ member }) => member) } : undefined;
}
