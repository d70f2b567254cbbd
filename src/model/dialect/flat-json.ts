import type { Envelope } from "./envelope";
import type { Frame } from "./frame";
import { layout, readNamed } from "./named-json";
import { type JsonObject, own } from "./own-keys";

const LAYOUT = layout("type", "data", [
  "room",
  "roomId",
  "gameId",
  "topics",
  "channels",
  "data.room",
  "data.roomId",
]);

/** The `type` of a JSON object that keeps its fields beside it; undefined where it is a text of another make. */
export function flatType(fields: JsonObject | undefined): string | undefined {
  const type = fields && own(fields, "type");
  return typeof type === "string" && own(fields as JsonObject, "payload") === undefined ? type : undefined;
}

/** Reads `{type, ...}`, whose fields stand beside the type. */
export function readFlat(frame: Frame): Envelope | null {
  const fields = frame.object;
  const type = flatType(fields);
  return fields && type !== undefined ? readNamed(frame.sent, fields, type, LAYOUT) : null;
}
