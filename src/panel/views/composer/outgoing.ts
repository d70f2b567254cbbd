import type { Filled } from "../../../model/template/fill";
import { utf8Bytes } from "../../../model/utf8";
import { isJson } from "../../parts/editor/json-fault";
import { MOST_RICH } from "../../parts/editor/message-editor";
import { counted } from "../../parts/words/count";
import type { Format } from "./format";
import { loneSurrogate } from "./surrogates";
import type { MessageContent, Way } from "./types";

interface Written {
  format: Format;
  /** Null while what is typed stands for no bytes. */
  content: MessageContent | null;
  /** What the template becomes; null where none is filled. */
  filled: Filled | null;
  way: Way | undefined;
}

/** What would go out. */
export interface Outgoing {
  /** Bytes on the wire; null while nothing could go out. */
  size: number | null;
  /** Why it cannot be sent; empty when it can. */
  blocked: string;
  /** What one should know before. */
  warnings: string[];
}

function blocked({ content, filled, format, way }: Written): string {
  if (!way) return "Choose where to send it";
  if (!way.possible) return way.why.charAt(0).toUpperCase() + way.why.slice(1);
  if (content === null) return `What is typed is no ${format === "Hex" ? "hex" : "Base64"}`;
  const unfilled = filled?.problems.length ?? 0;
  return unfilled === 0 ? "" : `${counted(unfilled, "template hole")} cannot be filled`;
}

function warnings(format: Format, text: string): string[] {
  const found: string[] = [];
  if (format === "JSON" && text.length <= MOST_RICH && !isJson(text)) {
    found.push("Not valid JSON; it goes out as it is");
  }
  if (loneSurrogate(text) >= 0) found.push("Has an unpaired surrogate; the wire carries U+FFFD for it");
  return found;
}

/** Judges what is written. */
export function judge(written: Written): Outgoing {
  const { content, filled, format } = written;
  const goes = typeof content === "string" ? (filled?.text ?? content) : content;
  return {
    size: goes === null ? null : typeof goes === "string" ? utf8Bytes(goes) : goes.length,
    blocked: blocked(written),
    warnings: typeof goes === "string" ? warnings(format, goes) : [],
  };
}
