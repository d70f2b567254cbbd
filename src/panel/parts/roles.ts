/**
 * Attributes of composite widgets whose rows exist only while in sight. The focus stays on the widget, which names
 * its active row, so rows and cells take no focus of their own; and they are no table elements, because those cannot
 * be placed freely.
 */

/** @param several whether several rows can be selected together */
export function grid(label: string, rowCount: number, activeId: string | undefined, several = false) {
  return {
    role: "grid",
    "aria-label": label,
    "aria-rowcount": rowCount,
    "aria-activedescendant": activeId,
    "aria-multiselectable": several || undefined,
    tabIndex: 0,
  } as const;
}

/** `index` counts from 0. */
export function row(index: number, selected: boolean) {
  return { role: "row", "aria-rowindex": index + 1, "aria-selected": selected } as const;
}

export const headerRow = { role: "row" } as const;
export const cell = { role: "gridcell" } as const;

export function wideCell(columns: number) {
  return { role: "gridcell", "aria-colspan": columns } as const;
}

export function columnHeader(name: string) {
  return { role: "columnheader", "aria-label": name } as const;
}

export function tree(label: string, activeId: string | undefined) {
  return { role: "tree", "aria-label": label, "aria-activedescendant": activeId, tabIndex: 0 } as const;
}

/** `open` is undefined where there is nothing to open; without a label the content is the name. */
export function treeItem(level: number, open: boolean | undefined, selected: boolean, label?: string) {
  return {
    role: "treeitem",
    "aria-level": level,
    "aria-expanded": open,
    "aria-selected": selected,
    "aria-label": label,
  } as const;
}

/** What scrolls must be reachable by keyboard. */
export function scrollable(label: string) {
  return { role: "group", "aria-label": label, tabIndex: 0 } as const;
}
