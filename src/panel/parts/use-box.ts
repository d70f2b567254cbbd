import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export interface Box {
  width: number;
  height: number;
}

/** The inner size of an element, kept up to date. */
export function useBox(element: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = target;
      setBox((box) => (box.width === width && box.height === height ? box : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
