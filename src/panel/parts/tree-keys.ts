/** An item of a tree that is in sight. `open` is undefined where there is nothing to open. */
export interface TreeItem {
  level: number;
  open?: boolean | undefined;
}

export type TreeMove = { to: number } | { toggle: number } | { choose: number } | null;

/** What a key does in a tree, after the ARIA tree pattern: `items` are those in sight, from the top. */
export function treeMove(items: readonly TreeItem[], at: number, key: string): TreeMove {
  const item = items[at];
  if (!item) return items.length > 0 && key.startsWith("Arrow") ? { to: 0 } : null;
  switch (key) {
    case "ArrowDown":
      return { to: Math.min(at + 1, items.length - 1) };
    case "ArrowUp":
      return { to: Math.max(at - 1, 0) };
    case "Home":
      return { to: 0 };
    case "End":
      return { to: items.length - 1 };
    case "ArrowRight":
      if (item.open === false) return { toggle: at };
      return item.open && (items[at + 1]?.level ?? 0) > item.level ? { to: at + 1 } : null;
    case "ArrowLeft": {
      if (item.open) return { toggle: at };
      const parent = items.slice(0, at).findLastIndex(({ level }) => level < item.level);
      return parent < 0 ? null : { to: parent };
    }
    case "Enter":
    case " ":
      return { choose: at };
    default:
      return null;
  }
}
