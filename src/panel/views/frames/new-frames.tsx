import { ArrowDown } from "lucide";
import { useRef } from "preact/hooks";
import { Icon } from "../../parts/icon";
import type { VirtualRows } from "../../parts/use-virtual-rows";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";

interface Props {
  store: Store;
  list: VirtualRows;
}

/** While one looks at older rows: how many came since, and the way back to the end. */
export function NewFrames({ store, list }: Props) {
  const { length: count, behind } = store.rows;
  const matcher = store.filtering.matcher.value;
  const seen = useRef({ count, matcher, behind });
  const same = seen.current.matcher === matcher && count >= seen.current.count;
  // A new filter makes another list: what it finds among the frames that are there is not new.
  if (list.stuck || !same || behind || seen.current.behind) seen.current = { count, matcher, behind };
  const fresh = count - seen.current.count;
  if (fresh === 0) return null;
  return (
    <button type="button" class="new-frames" onClick={list.scrollToEnd}>
      <Icon of={ArrowDown} size={12} />
      {counted(fresh, "new frame")}
    </button>
  );
}
