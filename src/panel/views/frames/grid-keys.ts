/** Where a key takes the selection of a list; null when it is not for the list. `at` is -1 where none is selected. */
export function listMove(key: string, at: number, length: number, page: number): number | null {
  const last = length - 1;
  if (last < 0) return null;
  const clamped = (index: number) => Math.max(0, Math.min(last, index));
  switch (key) {
    case "ArrowDown":
      return at < 0 ? 0 : clamped(at + 1);
    case "ArrowUp":
      return at < 0 ? last : clamped(at - 1);
    case "PageDown":
      return clamped(at + page);
    case "PageUp":
      return clamped((at < 0 ? last : at) - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
