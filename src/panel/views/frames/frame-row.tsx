import type { ReadonlySignal } from "@preact/signals";
import { type Capture, RowFlag } from "../../../model/capture";
import type { Meanings } from "../../../model/meaning/meanings";
import { memo } from "../../parts/memo";
import { cell, row as rowAttributes } from "../../parts/roles";
import { sized } from "../../parts/words/bytes";
import { clockTime, fullDate } from "../../parts/words/time";
import { previewOf } from "./content";
import { deedClasses } from "./deeds";
import { rowBadges } from "./row-badges";
import { RowReplay } from "./row-replay";

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
  /** Whether it is of several that are selected together. */
  ranged: boolean;
  /** The row under the pointer; the same signal for all. */
  pointed: ReadonlySignal<number | null>;
}

export function rowId(row: number): string {
  return `frame-${row}`;
}

/** A row never changes but by its props, so it is rendered once however often the list is. */
export const FrameRow = memo(
  ({ capture, meanings, row, index, flags, marks, selected, ranged, pointed }: Props) => {
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
        class={`frame-row ${sent ? "sent" : "received"}${unsent ? " unsent" : ""}${deedClasses(flags)} kind-${kind}`}
        {...rowAttributes(index, selected || ranged)}
        data-active={selected}
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
          {rowBadges(flags, marks)}
          <span class={ours ? "ours" : "payload"}>{text}</span>
          <RowReplay row={row} pointed={pointed} selected={selected} />
        </span>
      </div>
    );
  },
);
