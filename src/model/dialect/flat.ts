import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import { flatType, readFlat } from "./flat-json";
import type { Frame } from "./frame";
import { own } from "./own-keys";
import { meaningOf } from "./vocabulary";

const SHAPED: Evidence = { weight: 1, reason: "it has a string `type` and its fields beside it" };
const JOINED: Evidence = { weight: 2, reason: "it is `joined` with `users`, or `left` with `userId`" };

function fits(frame: Frame): Evidence | null {
  const fields = frame.object;
  const type = flatType(fields);
  if (!fields || type === undefined) return null;
  const telling =
    (type === "joined" && Array.isArray(own(fields, "users"))) ||
    (type === "left" && own(fields, "userId") !== undefined);
  return telling ? JOINED : SHAPED;
}

function read(frame: Frame): Envelope | null {
  const envelope = readFlat(frame);
  if (envelope && !meaningOf(envelope.name)) envelope.unfamiliar = true;
  return envelope;
}

/** The guides' flat JSON: `{type, ...}` both ways. */
export const flat: Dialect = { id: "flat", title: "Flat JSON", fits, open: () => read };
