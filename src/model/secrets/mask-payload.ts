import { stringContent } from "./json-tokens";
import { maskJson } from "./mask-json";
import { maskUrls } from "./mask-urls";
import { MAYBE_SECRET, type Report } from "./names";

/** JSON in a string in JSON ... : deeper than this nobody packs it. */
const DEEPEST = 8;
const OPENING = /[{[]/;

/** A text whose secrets are masked: those of the JSON in it, and those of addresses. */
export function maskText(text: string, report: Report, depth = 0): string {
  if (!MAYBE_SECRET.test(text)) return text;
  // What stands in front of the JSON (Socket.IO's numbers, STOMP's headers) is looked through for addresses only.
  const start = text.search(OPENING);
  if (start < 0) return maskUrls(text, report);
  const inString = (token: string): string => {
    if (depth < DEEPEST && token.includes("\\") && MAYBE_SECRET.test(token)) {
      const content = stringContent(token);
      if (OPENING.test(content)) {
        const masked = maskText(content, report, depth + 1);
        return masked === content ? token : JSON.stringify(masked);
      }
    }
    return maskUrls(token, report);
  };
  if (start === 0) return maskJson(text, report, inString);
  return maskUrls(text.slice(0, start), report) + maskJson(text.slice(start), report, inString);
}

/** Bytes that are JSON as UTF-8 are masked as such; any others are left alone. */
function maskBytes(bytes: Uint8Array, report: Report): Uint8Array {
  if (bytes[0] !== 0x7b && bytes[0] !== 0x5b) return bytes;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
  const masked = maskText(text, report);
  return masked === text ? bytes : new TextEncoder().encode(masked);
}

/** A payload whose secrets are masked; the same one when it holds none. */
export function maskPayload<P extends string | Uint8Array>(payload: P, report: Report): P {
  return (typeof payload === "string" ? maskText(payload, report) : maskBytes(payload, report)) as P;
}
