import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useRemembered } from "../../parts/remembered";
import { Splitter } from "../../parts/splitter";
import { useBox } from "../../parts/use-box";
import type { Store } from "../../store/store";
import { Details } from "../details/details";
import type { Going } from "../going";
import type { Landmarks } from "../landmarks";
import { Grid } from "./grid";

/** Below this height there is no room for details under the list; from this width on there is room beside it. */
const LOW = 300;
const WIDE = 560;
const LEAST = { width: 180, height: 72 };
const FIRST = { width: 420, height: 220 };

/** The list of frames, and the details of the selected one. */
export function Frames({ store, landmarks, going }: { store: Store; landmarks: Landmarks; going: Going }) {
  const detailed = useSignal(false);
  const area = useRef<HTMLDivElement>(null);
  const box = useBox(area);
  const [width, setWidth] = useRemembered("details.width", FIRST.width);
  const [height, setHeight] = useRemembered("details.height", FIRST.height);
  const open = detailed.value && store.selected.value !== null;
  const beside = box.height < LOW && box.width >= WIDE;
  const most = beside ? box.width - LEAST.width : box.height - LEAST.height;
  const least = Math.min(beside ? LEAST.width : LEAST.height, most);
  const size = Math.max(least, Math.min(most, beside ? width : height));
  const close = () => {
    detailed.value = false;
    landmarks.grid.current?.focus();
  };

  return (
    <div class={`frames-area ${beside ? "beside" : "below"}`} ref={area}>
      <Grid store={store} landmarks={landmarks} detailed={detailed} />
      {open && (
        <>
          <Splitter
            name="Resize details"
            orientation={beside ? "vertical" : "horizontal"}
            behind
            size={size}
            min={least}
            max={most}
            initial={beside ? FIRST.width : FIRST.height}
            onSize={beside ? setWidth : setHeight}
          />
          <div class="details-pane" style={beside ? { width: `${size}px` } : { height: `${size}px` }}>
            <Details store={store} going={going} onClose={close} />
          </div>
        </>
      )}
    </div>
  );
}
