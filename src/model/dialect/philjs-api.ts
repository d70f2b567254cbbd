import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { label } from "./labels";
import { layout, readNamed } from "./named-json";
import { own } from "./own-keys";

/** Frames of the connection itself: no room. */
const SYSTEM = "__system__";
const LAYOUT = layout("type", "data", ["channel"], { id: "id" });
const SYSTEM_LAYOUT = layout("type", "data", [], { id: "id" });

const TIMED: Evidence = {
  weight: 3,
  reason: "it has string `type`, `channel` and `id`, and a number `timestamp`",
};
const SHAPED: Evidence = { weight: 2, reason: "it has string `type`, `channel` and `id`" };

function isShaped(frame: Frame): boolean {
  const fields = frame.object;
  if (!fields || typeof own(fields, "type") !== "string" || typeof own(fields, "channel") !== "string")
    return false;
  return label(own(fields, "id")) !== undefined;
}

function fits(frame: Frame): Evidence | null {
  if (!isShaped(frame)) return null;
  return typeof own(frame.object ?? {}, "timestamp") === "number" ? TIMED : SHAPED;
}

function read(frame: Frame): Envelope | null {
  const fields = frame.object;
  if (!fields || !isShaped(frame)) return null;
  const type = own(fields, "type") as string;
  const envelope = readNamed(
    frame.sent,
    fields,
    type,
    own(fields, "channel") === SYSTEM ? SYSTEM_LAYOUT : LAYOUT,
  );
  // The client takes it as the channel's end.
  if (type === "complete") envelope.kind = "left";
  // Its client gives every frame an id of its own and looks for no id in what comes back: nothing asks by it.
  envelope.id = label(own(fields, "id"));
  return envelope;
}

/** PhilJS's `@philjs/api`: `{type, channel, id, timestamp, data?}` both ways. */
export const philjsApi: Dialect = {
  id: "philjs-api",
  title: "PhilJS API",
  words: { room: "channel" },
  fits,
  open: () => read,
};
