import { bytesOf, type Format, notationOf, textOf } from "./format";
import type { MessageContent } from "./types";

/** The content as a format writes it, or why it cannot be written so without loss; null is what stands for no bytes. */
export function switched(
  content: MessageContent | null,
  format: Format,
): MessageContent | { refused: string } {
  if (content === null) return { refused: "what is typed stands for no bytes" };
  if (notationOf(format) === null) {
    return (
      (typeof content === "string" ? content : textOf(content)) ?? { refused: "the bytes are no UTF-8 text" }
    );
  }
  if (typeof content !== "string") return content;
  return bytesOf(content) ?? { refused: "the text has an unpaired surrogate, which no bytes stand for" };
}
