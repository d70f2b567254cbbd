import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { menuMove } from "./menu-keys";

export interface MenuItem {
  id: string;
  label: string;
  /** What it does; or why it cannot be done. */
  hint: string;
  possible: boolean;
}

interface Props {
  /** Accessible name of the button and of its menu. */
  name: string;
  /** What the button shows. */
  face: ComponentChildren;
  items: readonly MenuItem[];
  disabled?: boolean;
  onChoose: (id: string) => void;
}

/** Between the menu and the panel's edge. */
const MARGIN = 6;

/** Puts a menu where it has room: over its button, or further to the left. */
function place(menu: HTMLElement): void {
  const panel = menu.closest(".panel")?.getBoundingClientRect();
  const { right, bottom } = menu.getBoundingClientRect();
  if (bottom > (panel?.bottom ?? innerHeight) - MARGIN) menu.classList.add("above");
  const over = right - ((panel?.right ?? innerWidth) - MARGIN);
  if (over > 0) menu.style.left = `${-over}px`;
}

/** A button that opens a menu, whose items say what they do. */
export function MenuButton({ name, face, items, disabled = false, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const entries = () => [...(sheet.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);

  useLayoutEffect(() => {
    if (!open || !sheet.current) return;
    place(sheet.current);
    entries()[0]?.focus();
  }, [open]);

  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
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
      const all = entries();
      const to = menuMove(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
      if (to === null) return;
      all[to]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the keys of the button and its menu
    <div class="popover" ref={root} onKeyDown={press}>
      <button
        type="button"
        class="icon-button menu-button"
        ref={button}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div class="menu-sheet hinted" role="menu" id={id} aria-label={name} ref={sheet}>
          {items.map(({ id: item, label, hint, possible }) => (
            <button
              key={item}
              type="button"
              role="menuitem"
              class="menu-item hinted"
              aria-label={label}
              aria-describedby={`${id}-${item}`}
              aria-disabled={!possible}
              tabIndex={-1}
              onClick={() => {
                if (!possible) return;
                close();
                onChoose(item);
              }}
            >
              <span class="menu-label">{label}</span>
              <span class="menu-hint" id={`${id}-${item}`}>
                {hint}
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
