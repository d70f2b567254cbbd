import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Nearer than this to its end, in px, a list counts as being there. */
const NEAR = 12;

/** Keeps an element at its bottom as long as the user left it there. What it returns belongs to `onScroll`. */
export function useBottom(element: RefObject<HTMLElement | null>, moves: unknown): () => void {
  const there = useRef(true);
  useLayoutEffect(() => {
    const target = element.current;
    if (target && there.current) target.scrollTop = target.scrollHeight;
  }, [element, moves]);
  return () => {
    const target = element.current;
    if (target) there.current = target.scrollHeight - target.scrollTop - target.clientHeight < NEAR;
  };
}
