import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { holdsFiles } from "../../parts/holds-files";

/** Lets an element take a dropped file; true while one hovers. A default that is prevented tells the panel it is taken. */
export function useDroppedFile(element: RefObject<HTMLElement | null>, load: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!target.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      latest.current(file);
    };
    target.addEventListener("dragover", hover);
    target.addEventListener("dragleave", leave);
    target.addEventListener("drop", drop);
    return () => {
      target.removeEventListener("dragover", hover);
      target.removeEventListener("dragleave", leave);
      target.removeEventListener("drop", drop);
    };
  }, [element]);
  return over;
}
