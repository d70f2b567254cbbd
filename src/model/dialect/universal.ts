import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import { flatType, readFlat } from "./flat-json";
import type { Frame } from "./frame";
import { own } from "./own-keys";
import { meaningOf } from "./vocabulary";

const KNOWN: Evidence = { weight: 3, reason: "its `type` is one of the mock server's samples" };
const HYPHENED: Evidence = { weight: 2, reason: "its `type` is hyphenated" };
const NAMED: Evidence = { weight: 2, reason: "it has a `username` beside its `type`" };
const GREETING: Evidence = { weight: 1, reason: "it is a greeting of the mock server's samples" };
const GREETINGS = new Set(["welcome", "connected", "authenticated"]);

function fits(frame: Frame): Evidence | null {
  const fields = frame.object;
  const type = flatType(fields);
  if (!fields || type === undefined) return null;
  if (type.indexOf("-") > 0) return meaningOf(type) ? KNOWN : HYPHENED;
  if (typeof own(fields, "username") === "string") return NAMED;
  return GREETINGS.has(type) ? GREETING : null;
}

function read(frame: Frame): Envelope | null {
  const envelope = readFlat(frame);
  if (envelope && !meaningOf(envelope.name)) envelope.unfamiliar = true;
  return envelope;
}

/** What vite-plugin-universal-api's mock servers speak: flat JSON whose types are hyphenated. */
export const universal: Dialect = { id: "universal", title: "Universal API mock", fits, open: () => read };
