import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useBox } from "./use-box";
import { revealing, scrollTopFor, type VirtualWindow, virtualTop, windowAt } from "./virtual-window";

const SPARE = 10;

interface Options {
  count: number;
  rowHeight: number;
  /** Stay at the end while there, however much is appended. */
  sticky?: boolean;
}

export interface VirtualRows extends VirtualWindow {
  /** For the element that scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  onWheel: (event: WheelEvent) => void;
  /** Whether it follows the end. */
  stuck: boolean;
  /** All rows are in sight: there is nothing to scroll. */
  fits: boolean;
  /** Whole rows that fit into sight. */
  fitting: number;
  /** The first row in sight. */
  top: number;
  reveal: (index: number) => void;
  /** Stops following the end. */
  stay: () => void;
  /** Puts this row at the top. */
  scrollTo: (index: number) => void;
  scrollToEnd: () => void;
}

/** Rows of equal height, of which only those in sight are rendered. */
export function useVirtualRows({ count, rowHeight, sticky = false }: Options): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null);
  const viewHeight = useBox(scroller).height;
  const [scrollTop, setScrollTop] = useState(0);
  const [stuck, setStuck] = useState(sticky);
  const measures = { count, rowHeight, viewHeight };
  const end = scrollTopFor(measures, count * rowHeight);
  const at = Math.min(end, stuck ? end : scrollTop);

  useLayoutEffect(() => {
    if (stuck && scroller.current) scroller.current.scrollTop = end;
  }, [stuck, end]);

  const go = (next: number) => {
    if (scroller.current) scroller.current.scrollTop = next;
    setScrollTop(next);
  };
  return {
    ...windowAt(measures, at, SPARE),
    scroller,
    stuck,
    fits: end === 0,
    fitting: Math.max(1, Math.floor(viewHeight / rowHeight)),
    top: Math.floor(virtualTop(measures, at) / rowHeight),
    onScroll: () => {
      const element = scroller.current;
      if (!element) return;
      const next = element.scrollTop;
      const atEnd = next >= element.scrollHeight - element.clientHeight - 1;
      if (stuck && atEnd) return;
      setScrollTop(next);
      if (!sticky) return;
      // Only a move down may catch the end again: the first pixels of a smooth scroll upwards are still near it.
      if (atEnd && next > at) setStuck(true);
      else if (next < at - 1) setStuck(false);
    },
    onWheel: ({ deltaY }) => {
      if (!stuck || deltaY >= 0 || end === 0) return;
      setScrollTop(end);
      setStuck(false);
    },
    stay: () => {
      setScrollTop(at);
      setStuck(false);
    },
    reveal: (index) => {
      const next = revealing(measures, at, index);
      if (next === null) return;
      setStuck(sticky && next >= end);
      go(next);
    },
    scrollTo: (index) => {
      setStuck(false);
      go(scrollTopFor(measures, index * rowHeight));
    },
    scrollToEnd: () => {
      setStuck(sticky);
      go(end);
    },
  };
}
