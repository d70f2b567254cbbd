import { Aliases } from "./aliases";
import type { Envelope, EnvelopeKind } from "./envelope";
import { label } from "./labels";
import { cut, type JsonObject, objectOf, own } from "./own-keys";
import { isPerson, membershipOf, namesSomebody, personOf } from "./people";
import { Places } from "./places";
import { isRooms, roomsOf } from "./room-names";
import { isTime, timeOf } from "./times";
import { type Meaning, meaningOf } from "./vocabulary";

/** How a dialect lays out a JSON object that has a name. */
export interface Layout {
  /** The key of the message's own content; without it the object itself is the content. */
  readonly payload: string;
  readonly places: Places;
}

const SENDERS = ["from", "userId", "user", "username", "playerId"];

/**
 * A layout: the key of the name, the key of the payload, where its rooms are told, best first,
 * and what else is always found where.
 */
export function layout(
  name: string,
  payload: string,
  rooms: readonly string[],
  also: Envelope["found"] = {},
): Layout {
  const senders = [...SENDERS, ...SENDERS.map((key) => `${payload}.${key}`)];
  const times = ["timestamp", `${payload}.timestamp`];
  return {
    payload,
    places: new Places(name, new Aliases(rooms), new Aliases(senders), new Aliases(times), also),
  };
}

/** Kinds that speak of somebody who is not their sender. */
function isAbout(kind: EnvelopeKind): boolean {
  return kind === "member-joined" || kind === "member-left" || kind === "join-confirmed";
}

function verdict(content: JsonObject | undefined): boolean | undefined {
  if (!content) return undefined;
  const said = own(content, "success") ?? own(content, "ok");
  return typeof said === "boolean" ? said : undefined;
}

function kindOf(meaning: Meaning | undefined, sent: boolean, content: JsonObject | undefined): EnvelopeKind {
  if (!meaning) return "message";
  // A server that says "left" and whom speaks of somebody else.
  if (meaning.kind === "left" && content && namesSomebody(content)) return "member-left";
  if (meaning.kind === "auth" && !sent && verdict(content) !== undefined) return "auth-result";
  return meaning.kind;
}

function takeMeaning(
  envelope: Envelope,
  meaning: Meaning,
  top: JsonObject,
  content: JsonObject | undefined,
): void {
  if (meaning.beat) envelope.beat = meaning.beat;
  if (meaning.good !== undefined) envelope.good = meaning.good;
  else if (envelope.kind === "auth-result") envelope.good = verdict(content);
  if (envelope.kind === "ack") envelope.answers = label(own(top, "id"));
}

/** Reads a JSON object that has a name, by what its name means and where its layout keeps things. */
export function readNamed(
  sent: boolean,
  top: JsonObject,
  name: string,
  { payload, places }: Layout,
): Envelope {
  const meaning = meaningOf(name);
  const held = own(top, payload);
  const body = held === undefined ? top : held;
  const inner = held === undefined ? undefined : objectOf(held);
  const content = held === undefined ? top : inner;
  const kind = kindOf(meaning, sent, content);
  const envelope: Envelope = { kind, name: cut(name), payload: body };
  if (meaning) takeMeaning(envelope, meaning, top, content);

  const room = places.rooms.find(top, inner, isRooms);
  if (room >= 0) {
    envelope.rooms = roomsOf(places.rooms.at(room, top, inner));
    // Who subscribes to rooms joins them (C02), as in every dialect.
    if (kind === "subscribe") envelope.kind = "join";
    else if (kind === "unsubscribe") envelope.kind = "leave";
  } else if (meaning?.room) envelope.rooms = [meaning.room];

  const sender = isAbout(kind) ? -1 : places.senders.find(top, inner, isPerson);
  if (sender >= 0) envelope.sender = personOf(places.senders.at(sender, top, inner));

  const time = places.times.find(top, inner, isTime);
  if (time >= 0) envelope.time = timeOf(places.times.at(time, top, inner));

  if (meaning?.change && kind !== "left") {
    // "joined" with one user instead of all is of that user's joining.
    const one = meaning.change === "set" && content !== undefined && namesSomebody(content);
    const membership = membershipOf(meaning.change, body) ?? (one ? membershipOf("add", body) : undefined);
    if (membership) envelope.membership = membership;
  }
  envelope.found = places.of(room, sender, time, held === undefined ? undefined : payload);
  return envelope;
}
