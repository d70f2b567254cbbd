import { byteLength } from "../../../../client/bytes";
import { sized } from "../../../parts/words/bytes";
import { counted } from "../../../parts/words/count";
import { oneLine } from "../../../parts/words/one-line";

const MOST = 50;

/** The beginning of a message; bytes as a count. */
export function previewOf(data: string | Uint8Array, length = 200): string {
  return typeof data === "string" ? oneLine(data, length) : `${counted(data.length, "byte")} of binary`;
}

/** What waits for the connection. */
export function BufferFact({ messages }: { messages: readonly (string | Uint8Array)[] }) {
  if (messages.length === 0) return "empty";
  return (
    <>
      {counted(messages.length, "message")} waiting
      <ol class="buffer" aria-label="Buffered messages">
        {messages.slice(0, MOST).map((data, at) => (
          <li key={at}>
            <span class="data">{previewOf(data)}</span> <span class="muted">{sized(byteLength(data))}</span>
          </li>
        ))}
      </ol>
      {messages.length > MOST && `and ${counted(messages.length - MOST, "message")} more`}
    </>
  );
}
