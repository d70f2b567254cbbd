import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { useRemembered } from "../../parts/remembered";
import { Splitter } from "../../parts/splitter";
import { useBox } from "../../parts/use-box";
import { templatesOf } from "../../store/replay/template-world";
import type { Store } from "../../store/store";
import { Details } from "../details/details";
import type { Going } from "../going";
import type { Landmarks } from "../landmarks";
import { Drafts, editFrame } from "./drafts";
import { FrameComposer } from "./frame-composer";
import { Grid } from "./grid";
import { useTold } from "./use-told";

/** Below this height there is no room for details under the list; from this width on there is room beside it. */
const LOW = 300;
const WIDE = 560;
const LEAST = { width: 180, height: 72 };
const FIRST = { width: 420, height: 220 };

interface Props {
  store: Store;
  landmarks: Landmarks;
  going: Going;
  /** A script of the selected frames is wanted. */
  onScript: () => void;
}

/** The list of frames, and the details of the selected one, or the composer on one in their place. */
export function Frames({ store, landmarks, going, onScript }: Props) {
  const detailed = useSignal(false);
  const area = useRef<HTMLDivElement>(null);
  const box = useBox(area);
  const [width, setWidth] = useRemembered("details.width", FIRST.width);
  const [height, setHeight] = useRemembered("details.height", FIRST.height);
  const told = useTold(store);
  const [drafts, templates] = useMemo(() => [new Drafts(store), templatesOf(store)], [store]);
  const editing = landmarks.editing.value;
  if (editing !== null) drafts.open(editing);
  const selected = store.selected.value;
  const shown = editing === null && detailed.value && selected !== null;
  const open = shown || editing !== null;
  const beside = box.height < LOW && box.width >= WIDE;
  const most = beside ? box.width - LEAST.width : box.height - LEAST.height;
  const least = Math.min(beside ? LEAST.width : LEAST.height, most);
  const size = Math.max(least, Math.min(most, beside ? width : height));
  const focusList = () => landmarks.grid.current?.focus();
  const close = () => {
    detailed.value = false;
    focusList();
  };
  const closeComposer = () => {
    landmarks.editing.value = null;
    focusList();
  };

  return (
    <div class={`frames-area ${beside ? "beside" : "below"}`} ref={area}>
      <Grid
        store={store}
        landmarks={landmarks}
        detailed={detailed}
        told={open ? null : told}
        onScript={onScript}
      />
      {open && (
        <Splitter
          name={shown ? "Resize details" : "Resize composer"}
          orientation={beside ? "vertical" : "horizontal"}
          behind
          size={size}
          min={least}
          max={most}
          initial={beside ? FIRST.width : FIRST.height}
          onSize={beside ? setWidth : setHeight}
        />
      )}
      <div
        class="details-pane"
        hidden={!open}
        style={beside ? { width: `${size}px` } : { height: `${size}px` }}
      >
        {shown && (
          <Details
            store={store}
            going={going}
            told={told}
            onEdit={() => editFrame(store, landmarks, selected)}
            onClose={close}
          />
        )}
        {drafts.kept.map((draft) => (
          <FrameComposer
            key={draft.row}
            store={store}
            of={draft}
            templates={templates}
            told={told}
            hidden={draft.row !== editing}
            onClose={closeComposer}
          />
        ))}
      </div>
    </div>
  );
}
