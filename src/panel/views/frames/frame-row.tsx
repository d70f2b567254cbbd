import { type Capture, RowFlag } from "../../../model/capture";
import { memo } from "../../parts/memo";
import { cell, row as rowAttributes } from "../../parts/roles";
import { sized } from "../../parts/words/bytes";
import { clockTime, fullDate } from "../../parts/words/time";
import { previewOf, UNSENT } from "./content";

interface Props {
  capture: Capture;
  row: number;
  /** Place in the list. */
  index: number;
  /** Of the row: they change when a Blob has been read. */
  flags: number;
  selected: boolean;
}

export function rowId(row: number): string {
  return `frame-${row}`;
}

/** A row never changes but by its props, so it is rendered once however often the list is. */
export const FrameRow = memo(({ capture, row, index, flags, selected }: Props) => {
  const sent = (flags & RowFlag.Sent) !== 0;
  const unsent = (flags & RowFlag.Unsent) !== 0;
  const time = capture.time(row);
  const { text, ours } = previewOf(capture, row);
  return (
    <div
      id={rowId(row)}
      class={`frame-row ${sent ? "sent" : "received"}${unsent ? " unsent" : ""}`}
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
      <span {...cell} class="cell-name">
        {capture.event(row)?.type}
      </span>
      <span {...cell} class="cell-room" />
      <span {...cell} class="cell-size">
        {sized(capture.size(row))}
      </span>
      <span {...cell} class="cell-preview">
        {unsent && <span class="badge">{UNSENT}</span>}
        {(flags & RowFlag.Binary) !== 0 && <span class="badge">Binary</span>}
        <span class={ours ? "ours" : "payload"}>{text}</span>
      </span>
    </div>
  );
});
