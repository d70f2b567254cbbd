import { Check, Download } from "lucide";
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { menuMove } from "../../parts/menu-keys";
import type { Format } from "../../store/exchange";
import type { Store } from "../../store/store";
import { download } from "./download";
import { MaskPreview } from "./mask-preview";

/** Between the menu and the panel's edge. */
const MARGIN = 6;

interface ItemProps {
  name: string;
  hint: string;
  onChoose: () => void;
}

function Item({ name, hint, onChoose }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      class="menu-item"
      aria-label={name}
      tabIndex={-1}
      onClick={onChoose}
    >
      <span class="menu-mark" />
      {name}
      <span class="menu-hint">{hint}</span>
    </button>
  );
}

/** The button "Export" and its menu: a format starts the download, and what is masked is seen before. */
export function ExportMenu({ store }: { store: Store }) {
  const { exchange } = store;
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

  useEffect(() => {
    if (!open) return;
    void exchange.beginPreview();
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      exchange.endPreview();
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open, exchange]);

  useLayoutEffect(() => {
    const menu = sheet.current;
    if (!open || !menu) return;
    const edge = menu.closest(".panel")?.getBoundingClientRect().right ?? innerWidth;
    const over = menu.getBoundingClientRect().right - (edge - MARGIN);
    if (over > 0) menu.style.left = `${-over}px`;
    items()[0]?.focus();
  }, [open]);

  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!open) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
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
  const save = async (format: Format) => {
    close();
    const file = await exchange.export(format);
    if (file) download(file);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the keys of the button and its menu
    <div class="popover" ref={root} onKeyDown={press}>
      <button
        type="button"
        class="icon-button"
        ref={button}
        aria-label="Export"
        title="Export what is in the list"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon of={Download} />
      </button>
      {open && (
        <div class="menu-sheet" ref={sheet}>
          <div role="menu" id={id} aria-label="Export">
            <Item name="HAR" hint="for Chrome and other tools" onChoose={() => save("har")} />
            <Item name="Capture" hint="for Sockeye, loses nothing" onChoose={() => save("jsonl")} />
            <hr class="menu-line" />
            <button
              type="button"
              role="menuitemcheckbox"
              class="menu-item"
              aria-checked={exchange.masking.value}
              aria-describedby={`${id}-preview`}
              tabIndex={-1}
              onClick={() => exchange.toggleMasking()}
            >
              <span class="menu-mark">{exchange.masking.value && <Icon of={Check} size={12} />}</span>
              Mask tokens
            </button>
          </div>
          <MaskPreview exchange={exchange} id={`${id}-preview`} />
        </div>
      )}
    </div>
  );
}
