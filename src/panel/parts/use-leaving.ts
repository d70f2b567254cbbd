import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Calls `leave` when, while open, something else than the element is pressed or gets the focus. */
export function useLeaving(element: RefObject<HTMLElement | null>, open: boolean, leave: () => void): void {
  useEffect(() => {
    if (!open) return;
    const look = (event: Event) => {
      if (!element.current?.contains(event.target as Node)) leave();
    };
    document.addEventListener("pointerdown", look);
    document.addEventListener("focusin", look);
    return () => {
      document.removeEventListener("pointerdown", look);
      document.removeEventListener("focusin", look);
    };
  }, [open]);
}
