import type { Member, Membership } from "./envelope";
import type { Json } from "./frame";
import { firstLabel, label } from "./labels";
import { type JsonObject, objectOf, own } from "./own-keys";

const IDS = ["userId", "playerId", "id", "username", "user", "name"];
const NAMES = ["name", "userName", "username"];
const LISTS = ["users", "members"];

function memberOf(value: Json | undefined): Member | undefined {
  const bare = label(value);
  if (bare !== undefined) return { id: bare };
  const fields = objectOf(value);
  const id = fields && firstLabel(fields, IDS);
  if (!fields || id === undefined) return undefined;
  const name = firstLabel(fields, NAMES);
  return name === undefined || name === id ? { id } : { id, name };
}

function listOf(subject: Json | undefined): Json[] | undefined {
  if (Array.isArray(subject)) return subject;
  const fields = objectOf(subject);
  if (!fields) return undefined;
  for (const key of LISTS) {
    const list = own(fields, key);
    if (Array.isArray(list)) return list;
  }
  return undefined;
}

/**
 * What a message says of members: of one (an object with an id, the same under `user`, or a bare id), or, for `set`, of
 * all (`users`, or a list). Undefined where it names nobody.
 */
export function membershipOf(
  change: Membership["change"],
  subject: Json | undefined,
): Membership | undefined {
  if (change !== "set") {
    const member = memberOf(objectOf(own(objectOf(subject) ?? {}, "user")) ?? subject);
    return member && { change, members: [member] };
  }
  const list = listOf(subject);
  return list && { change, members: list.map(memberOf).filter((member) => member !== undefined) };
}

/** Who sent it: an id, a name, or an object with one. */
export function personOf(value: Json | undefined): string | undefined {
  return memberOf(value)?.id;
}

/** Whether a value can tell who sent something. */
export function isPerson(value: Json): boolean {
  if (typeof value === "object") return personOf(value) !== undefined;
  return label(value) !== undefined;
}

/** Whether an object names somebody beside its own name. */
export function namesSomebody(fields: JsonObject): boolean {
  return (
    firstLabel(fields, ["userId", "playerId", "username"]) !== undefined || own(fields, "user") !== undefined
  );
}
