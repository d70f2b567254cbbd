import { type ReadonlySignal, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** Follows a signal, at most once in `ms`: for what is read by people and need not change at every paint. */
export function useThrottled<T>(source: ReadonlySignal<T>, ms: number): ReadonlySignal<T> {
  const held = useSignal(source.peek());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useSignalEffect(() => {
    const value = source.value;
    if (timer.current !== null) return;
    held.value = value;
    timer.current = setTimeout(() => {
      timer.current = null;
      held.value = source.peek();
    }, ms);
  });
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return held;
}
