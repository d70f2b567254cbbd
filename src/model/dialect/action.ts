import type { Dialect, Evidence } from "./dialect";
import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { layout, readNamed } from "./named-json";
import { own } from "./own-keys";

const LAYOUT = layout("action", "data", ["topics", "channels", "topic", "channel", "room", "roomId"]);

const KNOWN: Evidence = { weight: 3, reason: "its `action` is `subscribe`, `unsubscribe` or `authenticate`" };
const SHAPED: Evidence = { weight: 1, reason: "it has a string `action` and no `type`" };
const NAMES = new Set(["subscribe", "unsubscribe", "authenticate"]);

function actionOf(frame: Frame): string | undefined {
  const fields = frame.object;
  const action = fields && own(fields, "action");
  return typeof action === "string" && own(fields ?? {}, "type") === undefined ? action : undefined;
}

function fits(frame: Frame): Evidence | null {
  const action = actionOf(frame);
  if (action === undefined) return null;
  return frame.sent && NAMES.has(action) ? KNOWN : SHAPED;
}

function read(frame: Frame): Envelope | null {
  const fields = frame.object;
  const action = actionOf(frame);
  return fields && action !== undefined ? readNamed(frame.sent, fields, action, LAYOUT) : null;
}

/** `{action, ...}`, as in Recker's guide: topics or channels count as rooms. */
export const action: Dialect = {
  id: "action",
  title: "Action JSON",
  words: { room: "topic", name: "action" },
  fits,
  open: () => read,
};
