import type { Notation } from "../../parts/editor/bytes-draft";
import { isJson } from "../../parts/editor/json-fault";
import { loneSurrogate } from "./surrogates";
import type { MessageContent } from "./types";

export const FORMATS = ["JSON", "Text", "Hex", "Base64"] as const;
export type Format = (typeof FORMATS)[number];

/** How a format writes bytes; null for those of text. */
export function notationOf(format: Format): Notation | null {
  return { JSON: null, Text: null, Hex: "hex" as const, Base64: "base64" as const }[format];
}

/** The format in which a content is shown first. */
export function formatOf(content: MessageContent): Format {
  if (typeof content !== "string") return "Hex";
  return /^\s*[[{]/.test(content) && isJson(content) ? "JSON" : "Text";
}

/** The text that bytes are as UTF-8; null where they are none. A byte order mark stays. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text as UTF-8; null where something of it would be lost. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  return loneSurrogate(text) < 0 ? new TextEncoder().encode(text) : null;
}
