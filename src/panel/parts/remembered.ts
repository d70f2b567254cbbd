import { useState } from "preact/hooks";

const PREFIX = "sockeye.";

function read(name: string, fallback: number): number {
  try {
    const value = Number.parseFloat(localStorage.getItem(PREFIX + name) ?? "");
    return Number.isFinite(value) ? value : fallback;
  } catch {
    // A browser that forbids storage throws at the mere access.
    return fallback;
  }
}

function write(name: string, value: number): void {
  try {
    localStorage.setItem(PREFIX + name, String(value));
  } catch {
    // Not remembered, then.
  }
}

/** A number that survives the panel, such as the width of a pane. */
export function useRemembered(name: string, fallback: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => read(name, fallback));
  return [
    value,
    (next) => {
      setValue(next);
      write(name, next);
    },
  ];
}
