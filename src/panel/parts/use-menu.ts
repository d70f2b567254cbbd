import type { RefObject, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { menuMove } from "./menu-keys";
import { useLeaving } from "./use-leaving";

/** Between a menu and the panel's edge. */
export const MARGIN = 6;

/** A menu that a button opens: its state, its keys, and what they need of the elements. */
export interface Menu {
  open: boolean;
  /** For `aria-controls`. */
  id: string;
  /** For the element around button and menu. */
  root: RefObject<HTMLDivElement | null>;
  /** For the element that holds the items. */
  sheet: RefObject<HTMLDivElement | null>;
  button: RefObject<HTMLButtonElement | null>;
  toggle: () => void;
  /** Gives the focus back to the button. */
  close: () => void;
  /** For the root. */
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
}

/** Moves a menu to the left by as much as it would stand over the panel's right edge. */
export function keepInside(menu: HTMLElement): void {
  const edge = menu.closest(".panel")?.getBoundingClientRect().right ?? innerWidth;
  const over = menu.getBoundingClientRect().right - (edge - MARGIN);
  if (over > 0) menu.style.left = `${-over}px`;
}

/** @param place puts the sheet, which has just opened, where it has room */
export function useMenu(place: (sheet: HTMLElement) => void, disabled = false): Menu {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const items = () => [...(sheet.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useLeaving(root, open, () => setOpen(false));

  useLayoutEffect(() => {
    if (!open || !sheet.current) return;
    place(sheet.current);
    items()[0]?.focus();
  }, [open]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!open) {
      if (disabled || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      setOpen(true);
    } else if (event.key === "Escape") close();
    else if (event.key === "Tab") {
      // The focus moves on from the button, as if the menu had not been there.
      close();
      return;
    } else {
      const all = items();
      const to = menuMove(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
      if (to === null) return;
      all[to]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { open, id, root, sheet, button, toggle: () => setOpen(!open), close, onKeyDown };
}
