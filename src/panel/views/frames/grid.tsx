import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import type { TargetedEvent, TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { RowFlag } from "../../../model/capture";
import { grid } from "../../parts/roles";
import { useVirtualRows } from "../../parts/use-virtual-rows";
import { VirtualList } from "../../parts/virtual-list";
import type { Told } from "../../store/replay/replaying";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";
import { useColumns } from "./columns";
import { Empty } from "./empty";
import { FrameRow, rowId } from "./frame-row";
import { LossRow } from "./loss-row";
import { NewFrames } from "./new-frames";
import { RangeBar } from "./range-bar";
import { ReplayTold } from "./replay-told";
import { useAnchor } from "./use-anchor";
import { useSelection } from "./use-selection";

const ROW_HEIGHT = 21;

interface Props {
  store: Store;
  landmarks: Landmarks;
  /** Whether the details are open. */
  detailed: Signal<boolean>;
  /** What became of the last replay; null where it is said elsewhere. */
  told: ReadonlySignal<Told | null> | null;
  /** A script of the selected frames is wanted. */
  onScript: () => void;
}

/** The row that an event happened on; null outside of rows. */
function rowAt(event: TargetedEvent<HTMLElement>): number | null {
  const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]")?.dataset.row;
  return row === undefined ? null : Number(row);
}

function isOnReplay(event: TargetedEvent<HTMLElement>): boolean {
  return (event.target as HTMLElement).closest(".row-replay") !== null;
}

export function Grid({ store, landmarks, detailed, told, onScript }: Props) {
  store.version.value;
  const { rows, capture } = store;
  const { meanings, rereads: reading } = store.understanding;
  const selected = store.selected.value;
  const range = store.replay.range.value;
  // Of real moves only: a row that streams by under a pointer at rest must not get what a click was not meant for.
  const pointed = useSignal<number | null>(null);
  const list = useVirtualRows({ count: rows.length, rowHeight: ROW_HEIGHT, sticky: true });
  const { style, header } = useColumns();
  useAnchor(store, list);
  const selection = useSelection(store, list, landmarks, detailed);
  const shown = Array.from({ length: list.last - list.first }, (_, i) => list.first + i);
  // Before their flags are read: what is at hand is brought back in time for this paint.
  store.attic.show(
    shown.map((index) => rows.at(index)),
    selected,
  );
  const activeIndex = selected === null ? -1 : rows.indexOf(selected);
  const active = rows.at(activeIndex) === selected && activeIndex >= list.first && activeIndex < list.last;

  // Opening the details takes room from the list: the frame they show stays in sight.
  useLayoutEffect(() => {
    if (detailed.value && active) list.reveal(activeIndex);
  }, [detailed.value, list.fitting]);

  // Asked for from elsewhere; the filter may have to be gone through first.
  const wanted = landmarks.wanted.value;
  useLayoutEffect(() => {
    if (wanted === null || (rows.behind && rows.at(rows.indexOf(wanted)) !== wanted)) return;
    landmarks.wanted.value = null;
    const index = rows.indexOf(wanted);
    if (index < list.top || index >= list.top + list.fitting) {
      list.scrollTo(index - Math.floor(list.fitting / 3));
    }
  });

  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selection.press(event, activeIndex)) event.preventDefault();
  };
  const click = (event: TargetedMouseEvent<HTMLElement>) => {
    const row = rowAt(event);
    if (row === null) return;
    // Not the scroller, nor a button that goes with the pointer: the list has the keys and names its active row.
    landmarks.grid.current?.focus({ preventScroll: true });
    if (!isOnReplay(event)) {
      selection.click(row, event);
      return;
    }
    // The whole content is fetched of the selected one only.
    if (capture.flags(row) & RowFlag.Stored) store.selected.value = row;
    store.replay.frames.replay(row);
  };

  return (
    <div class="frames">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is in the attributes below */}
      <div
        class="frame-grid"
        style={style}
        {...grid("Frames", rows.length, active && selected !== null ? rowId(selected) : undefined, true)}
        ref={landmarks.grid}
        onKeyDown={press}
        onClick={click}
        onPointerMove={(event) => {
          pointed.value = rowAt(event);
        }}
        onPointerLeave={() => {
          pointed.value = null;
        }}
      >
        {header}
        <VirtualList list={list} class="frame-scroller">
          {shown.map((index) => {
            const row = rows.at(index);
            const flags = capture.flags(row);
            const ranged = range !== null && row >= range[0] && row <= range[1];
            const props = { capture, meanings, row, index, reading, selected: row === selected, ranged };
            const marks = meanings.has(row) ? meanings.marks(row) : -1;
            if (flags & RowFlag.Loss) return <LossRow key={row} {...props} />;
            return <FrameRow key={row} {...props} flags={flags} marks={marks} pointed={pointed} />;
          })}
        </VirtualList>
      </div>
      {rows.length === 0 && <Empty store={store} />}
      <div class="over-list">
        <NewFrames store={store} list={list} />
      </div>
      <RangeBar store={store} onScript={onScript} />
      {told && <ReplayTold told={told} />}
    </div>
  );
}
