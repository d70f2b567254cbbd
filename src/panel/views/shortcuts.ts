import type { Store } from "../store/store";
import { copiedText } from "./frames/content";
import { editFrame } from "./frames/drafts";
import type { Landmarks } from "./landmarks";

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, [contenteditable]")
  );
}

/** Whether letters mean something there: text is written, an option is looked for, or it lies over the list. */
function takesLetters(target: EventTarget | null): boolean {
  if (writes(target) || !(target instanceof HTMLElement)) return writes(target);
  return target.matches("select, [role=menuitem]") || target.closest("[role=dialog]") !== null;
}

/** Another view may lie over the list. */
function isInSight(element: HTMLElement | null): boolean {
  return element !== null && getComputedStyle(element).visibility !== "hidden";
}

/** R replays the selected frame, E or Shift+R edits it before. Returns whether the key was one of them. */
function replays(event: KeyboardEvent, store: Store, landmarks: Landmarks): boolean {
  const row = store.selected.value;
  const key = event.key.toLowerCase();
  if ((key !== "r" && key !== "e") || row === null || takesLetters(event.target)) return false;
  if (!isInSight(landmarks.grid.current)) return false;
  // Held down it would flood the server.
  if (event.repeat) return true;
  if (key === "e" || event.shiftKey) editFrame(store, landmarks, row);
  else store.replay.frames.replay(row);
  return true;
}

/** Keys that work wherever the focus is. Returns how to stop listening. */
export function listenForShortcuts(store: Store, landmarks: Landmarks): () => void {
  const { filter } = landmarks;
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const key = event.key.toLowerCase();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((command && key === "f") || (plain && key === "/" && !writes(event.target))) {
      filter.current?.focus();
      filter.current?.select();
    } else if (command && key === "z" && !writes(event.target) && store.cleared.value) {
      store.undoClear();
    } else if (!plain || !replays(event, store, landmarks)) return;
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
