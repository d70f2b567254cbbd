import type { Signal } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { RowFlag } from "../../../model/capture";
import { grid } from "../../parts/roles";
import { useVirtualRows } from "../../parts/use-virtual-rows";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";
import { useColumns } from "./columns";
import { Empty } from "./empty";
import { FrameRow, rowId } from "./frame-row";
import { listMove } from "./grid-keys";
import { LossRow } from "./loss-row";
import { NewFrames } from "./new-frames";
import { useAnchor } from "./use-anchor";

const ROW_HEIGHT = 21;

interface Props {
  store: Store;
  landmarks: Landmarks;
  /** Whether the details are open. */
  detailed: Signal<boolean>;
}

export function Grid({ store, landmarks, detailed }: Props) {
  store.version.value;
  const { rows, capture } = store;
  const { meanings, rereads: reading } = store.understanding;
  const selected = store.selected.value;
  const list = useVirtualRows({ count: rows.length, rowHeight: ROW_HEIGHT, sticky: true });
  const { style, header } = useColumns();
  useAnchor(store, list);
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

  const select = (index: number) => {
    store.selected.value = rows.at(index);
    list.reveal(index);
  };
  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = listMove(event.key, activeIndex, rows.length, list.fitting - 1);
    if (move !== null) select(move);
    else if (event.key === "Enter" && selected !== null) detailed.value = true;
    else if (event.key === "Escape" && detailed.value) detailed.value = false;
    else return;
    event.preventDefault();
  };
  const click = (event: TargetedMouseEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]")?.dataset.row;
    if (row === undefined) return;
    store.selected.value = Number(row);
    detailed.value = true;
    // Who reads a frame does not want it carried away by those that follow.
    if (rows.at(rows.length - 1) !== Number(row)) list.stay();
  };

  return (
    <div class="frames">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is in the attributes below */}
      <div
        class="frame-grid"
        style={style}
        {...grid("Frames", rows.length, active && selected !== null ? rowId(selected) : undefined)}
        ref={landmarks.grid}
        onKeyDown={press}
        onClick={click}
      >
        {header}
        <div
          class="frame-scroller"
          role="presentation"
          tabIndex={-1}
          ref={list.scroller}
          onScroll={list.onScroll}
          onWheel={list.onWheel}
        >
          <div class="virtual" role="presentation" style={{ height: `${list.height}px` }}>
            <div
              class="virtual-rows"
              role="presentation"
              style={{ transform: `translateY(${list.offset}px)` }}
            >
              {shown.map((index) => {
                const row = rows.at(index);
                const flags = capture.flags(row);
                const props = { capture, meanings, row, index, reading, selected: row === selected };
                const marks = meanings.has(row) ? meanings.marks(row) : -1;
                if (flags & RowFlag.Loss) return <LossRow key={row} {...props} />;
                return <FrameRow key={row} {...props} flags={flags} marks={marks} />;
              })}
            </div>
          </div>
        </div>
      </div>
      {rows.length === 0 && <Empty store={store} />}
      <NewFrames store={store} list={list} />
    </div>
  );
}
