import { Check, Download } from "lucide";
import { useEffect } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { keepInside, useMenu } from "../../parts/use-menu";
import type { Format } from "../../store/exchange";
import type { Store } from "../../store/store";
import { download } from "./download";
import { MaskPreview } from "./mask-preview";

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
  const menu = useMenu(keepInside);
  const { open, id } = menu;
  useEffect(() => {
    if (!open) return;
    void exchange.beginPreview();
    return () => exchange.endPreview();
  }, [open, exchange]);
  const save = async (format: Format) => {
    menu.close();
    const file = await exchange.export(format);
    if (file) download(file);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the keys of the button and its menu
    <div class="popover" ref={menu.root} onKeyDown={menu.onKeyDown}>
      <button
        type="button"
        class="icon-button"
        ref={menu.button}
        aria-label="Export"
        title="Export what is in the list"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={menu.toggle}
      >
        <Icon of={Download} />
      </button>
      {open && (
        <div class="menu-sheet" ref={menu.sheet}>
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
