import { useEffect, useState } from "preact/hooks";
import { holdsFiles } from "../../parts/holds-files";
import type { Store } from "../../store/store";
import type { Landmarks } from "../landmarks";
import { importFiles } from "./import-files";

/** Takes files that are dropped anywhere on the panel, and says so while they hover over it. */
export function DropZone({ store, landmarks }: { store: Store; landmarks: Landmarks }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Something under the pointer takes it.
      if (event.defaultPrevented) return setOver(false);
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Inside the panel the pointer always enters something else.
      if (!event.relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      importFiles(store, landmarks, event.dataTransfer?.files ?? []);
    };
    document.addEventListener("dragover", hover);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", hover);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [store, landmarks]);
  return over ? <div class="drop-zone">Drop a HAR, a capture or a script to import it</div> : null;
}
