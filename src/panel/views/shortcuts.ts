import type { Store } from "../store/store";
import { copiedText } from "./frames/content";
import type { Landmarks } from "./landmarks";

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, [contenteditable]")
  );
}

/** Keys that work wherever the focus is. Returns how to stop listening. */
export function listenForShortcuts(store: Store, { filter }: Landmarks): () => void {
  const press = (event: KeyboardEvent) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const key = event.key.toLowerCase();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((command && key === "f") || (plain && key === "/" && !writes(event.target))) {
      filter.current?.focus();
      filter.current?.select();
    } else if (command && key === "z" && !writes(event.target) && store.cleared.value) {
      store.undoClear();
    } else return;
    event.preventDefault();
  };
  const copy = (event: ClipboardEvent) => {
    const row = store.selected.value;
    if (event.defaultPrevented || row === null || writes(event.target)) return;
    if (getSelection()?.isCollapsed === false) return;
    const text = copiedText(store.capture, row);
    if (text === null) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("keydown", press);
  document.addEventListener("copy", copy);
  return () => {
    document.removeEventListener("keydown", press);
    document.removeEventListener("copy", copy);
  };
}
