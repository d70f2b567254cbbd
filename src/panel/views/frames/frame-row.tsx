import { type Capture, RowFlag } from "../../../model/capture";
import { Mark } from "../../../model/meaning/mark";
import type { Meanings } from "../../../model/meaning/meanings";
import { memo } from "../../parts/memo";
import { cell, row as rowAttributes } from "../../parts/roles";
import { sized } from "../../parts/words/bytes";
import { clockTime, fullDate } from "../../parts/words/time";
import { previewOf, UNSENT } from "./content";

interface Props {
  capture: Capture;
  meanings: Meanings;
  row: number;
  /** Place in the list. */
  index: number;
  /** Of the row: they change when a Blob has been read. */
  flags: number;
  /** Of its meaning; -1 as long as it has none. They change when a reply comes. */
  marks: number;
  /** Moves when frames were read again by another dialect. */
  reading: number;
  selected: boolean;
}

export function rowId(row: number): string {
  return `frame-${row}`;
}

const BADGES: readonly (readonly [bits: number, without: number, text: string, title: string])[] = [
  [Mark.Reply, 0, "Reply", "It answers an earlier frame"],
  [Mark.Request, Mark.Answered, "No reply", "It asks for a reply, and none has come"],
  [Mark.Echo, 0, "Echo", "A frame of the page's own that came back"],
  [Mark.Unfamiliar, 0, "Unknown", "Its dialect does not know this name"],
  [Mark.Invalid, 0, "Not JSON", "The socket speaks JSON, and this is none"],
  [Mark.Poisonous, 0, "__proto__", "It has keys that poison objects it is merged into"],
];

/** What is so of a frame, as badges. */
function Marks({ marks }: { marks: number }) {
  return BADGES.filter(([bits, without]) => marks & bits && !(marks & without)).map(
    ([bits, , text, title]) => (
      <span key={bits} class="badge" title={title}>
        {text}
      </span>
    ),
  );
}

/** A row never changes but by its props, so it is rendered once however often the list is. */
export const FrameRow = memo(({ capture, meanings, row, index, flags, marks, selected }: Props) => {
  const sent = (flags & RowFlag.Sent) !== 0;
  const unsent = (flags & RowFlag.Unsent) !== 0;
  const time = capture.time(row);
  const { text, ours } = previewOf(capture, row);
  const kind = meanings.kind(row);
  const name = meanings.name(row);
  const rooms = meanings.rooms(row).join(", ");
  return (
    <div
      id={rowId(row)}
      class={`frame-row ${sent ? "sent" : "received"}${unsent ? " unsent" : ""} kind-${kind}`}
      {...rowAttributes(index, selected)}
      data-row={row}
    >
      <span {...cell} class="cell-time" title={fullDate(time)}>
        {clockTime(time)}
      </span>
      <span {...cell} class="cell-direction" title={sent ? "sent" : "received"}>
        <span aria-hidden="true">{sent ? "\u2191" : "\u2193"}</span>
        <span class="unseen">{sent ? "sent" : "received"}</span>
      </span>
      <span {...cell} class="cell-name" title={name === "" ? undefined : `${name} (${kind})`}>
        {name}
      </span>
      <span {...cell} class="cell-room" title={rooms || undefined}>
        {rooms}
      </span>
      <span {...cell} class="cell-size">
        {sized(capture.size(row))}
      </span>
      <span {...cell} class="cell-preview">
        {unsent && <span class="badge">{UNSENT}</span>}
        {(flags & RowFlag.Binary) !== 0 && <span class="badge">Binary</span>}
        {marks > 0 && <Marks marks={marks} />}
        <span class={ours ? "ours" : "payload"}>{text}</span>
      </span>
    </div>
  );
});
