/**
 * Roles of composite widgets whose rows exist only while in sight. The focus stays on the widget, which names its
 * active row (aria-activedescendant), so rows and cells take no focus of their own; and they are no table elements,
 * because those cannot be placed freely.
 */
export const rowRole = { role: "row" } as const;
export const cell = { role: "gridcell" } as const;
export const columnHeader = { role: "columnheader" } as const;
export const treeItem = { role: "treeitem" } as const;
