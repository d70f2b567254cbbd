import { X } from "lucide";
import { useMemo } from "preact/hooks";
import { RowFlag } from "../../../model/capture";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";

/** How many frames are selected together, and what can be done with them. */
export function RangeBar({ store, onScript }: { store: Store; onScript: () => void }) {
  store.version.value;
  const { rows, capture } = store;
  const range = store.replay.range.value;
  const matcher = store.filtering.matcher.value;
  const [from, to] = range ? [rows.indexOf(range[0]), rows.indexOf(range[1] + 1)] : [0, 0];
  const count = useMemo(() => {
    let frames = 0;
    for (let at = from; at < to; at++) if (!(capture.flags(rows.at(at)) & RowFlag.Loss)) frames++;
    return frames;
  }, [from, to, range, matcher]);
  return (
    <div class={range ? "range-bar" : "range-bar unseen"}>
      <span role="status" aria-label="Selection">
        {range && `${counted(count, "frame")} selected`}
      </span>
      {range && (
        <button
          type="button"
          class="link-button"
          title="Makes a script of them, to be replayed in Replay, Script"
          onClick={onScript}
        >
          Make a script
        </button>
      )}
      {range && (
        <IconButton
          name="End selection"
          tip="End selection (Esc)"
          onClick={() => {
            store.replay.range.value = null;
          }}
        >
          <Icon of={X} size={12} />
        </IconButton>
      )}
    </div>
  );
}
