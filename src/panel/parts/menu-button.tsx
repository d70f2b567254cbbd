import type { ComponentChildren } from "preact";
import { keepInside, MARGIN, useMenu } from "./use-menu";

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

/** Puts a menu where it has room: over its button, or further to the left. */
function place(menu: HTMLElement): void {
  const bottom = menu.closest(".panel")?.getBoundingClientRect().bottom ?? innerHeight;
  if (menu.getBoundingClientRect().bottom > bottom - MARGIN) menu.classList.add("above");
  keepInside(menu);
}

/** A button that opens a menu, whose items say what they do. */
export function MenuButton({ name, face, items, disabled = false, onChoose }: Props) {
  const menu = useMenu(place, disabled);
  const { open, id } = menu;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the keys of the button and its menu
    <div class="popover" ref={menu.root} onKeyDown={menu.onKeyDown}>
      <button
        type="button"
        class="icon-button menu-button"
        ref={menu.button}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onClick={menu.toggle}
      >
        {face}
      </button>
      {open && (
        <div class="menu-sheet hinted" role="menu" id={id} aria-label={name} ref={menu.sheet}>
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
                menu.close();
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
