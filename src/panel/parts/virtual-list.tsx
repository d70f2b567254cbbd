import type { ComponentChildren } from "preact";
import type { VirtualRows } from "./use-virtual-rows";

interface Props {
  list: VirtualRows;
  /** Class of the element that scrolls. */
  class: string;
  /** The rows in sight. */
  children: ComponentChildren;
}

/** What scrolls in a grid, as high as all rows would be, with those in sight in their place. */
export function VirtualList({ list, class: scroller, children }: Props) {
  return (
    <div
      class={scroller}
      role="presentation"
      tabIndex={-1}
      ref={list.scroller}
      onScroll={list.onScroll}
      onWheel={list.onWheel}
    >
      <div class="virtual" role="presentation" style={{ height: `${list.height}px` }}>
        <div class="virtual-rows" role="presentation" style={{ transform: `translateY(${list.offset}px)` }}>
          {children}
        </div>
      </div>
    </div>
  );
}
