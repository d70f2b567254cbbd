import { RowFlag } from "../capture";
import { deedsOf } from "./deeds";
import { withPayload } from "./pieces";
import { isContent, lossOf, naturalSize, type SnapshotRow } from "./snapshot";

/**
 * A frame or loss as JSON, in pieces. What goes without saying is left out: `size` where it is that of the content,
 * flags that are not set. `place` names it in its file: the socket's number in a capture, the order in a HAR.
 */
export function* frameLine(row: SnapshotRow, place: Record<string, number>): Generator<string> {
  const { time, flags, size, payload, event, masked } = row;
  const loss = lossOf(row);
  if (loss) {
    yield JSON.stringify({ type: "loss", ...place, time, count: loss.count, why: loss.why });
    return;
  }
  const facts: Record<string, unknown> = {
    type: "frame",
    ...place,
    time,
    direction: flags & RowFlag.Sent ? "sent" : "received",
    ...deedsOf(flags),
  };
  if (flags & RowFlag.Unsent) facts.unsent = true;
  if (event) facts.event = { type: event.type, id: event.id };
  if (masked) facts.masked = true;
  if (!isContent(payload)) {
    const absent = flags & RowFlag.Pending ? "pending" : "unkept";
    yield JSON.stringify({ ...facts, kind: flags & RowFlag.Binary ? "binary" : "text", size, absent });
    return;
  }
  if (size !== naturalSize(payload)) facts.size = size;
  const head = `${JSON.stringify(facts).slice(0, -1)},"${typeof payload === "string" ? "text" : "base64"}":`;
  yield* withPayload(head, payload);
}
