import { ArrowDown } from "lucide";
import { useRef } from "preact/hooks";
import type { Matcher } from "../../../model/filter/matcher";
import { Icon } from "../../parts/icon";
import type { VirtualRows } from "../../parts/use-virtual-rows";
import { counted } from "../../parts/words/count";

interface Props {
  /** Rows in the list. */
  count: number;
  list: VirtualRows;
  matcher: Matcher | null;
}

/** While one looks at older rows: how many came since, and the way back to the end. */
export function NewFrames({ count, list, matcher }: Props) {
  const seen = useRef({ count, matcher });
  // A new filter makes another list: what it holds by then is not new.
  if (list.stuck || seen.current.matcher !== matcher || count < seen.current.count)
    seen.current = { count, matcher };
  const fresh = count - seen.current.count;
  if (fresh === 0) return null;
  return (
    <button type="button" class="new-frames" onClick={list.scrollToEnd}>
      <Icon of={ArrowDown} size={12} />
      {counted(fresh, "new frame")}
    </button>
  );
}
