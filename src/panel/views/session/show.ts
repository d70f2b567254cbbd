import type { Evidence } from "../../store/evidence";
import type { Store } from "../../store/store";

/** Shows these frames and no others, selects the first, and goes there: what was shown before comes back with "Back". */
export function showEvidence(store: Store, evidence: Evidence): void {
  store.filtering.choose({ evidence });
  const first = evidence.rows[0];
  if (first !== undefined) store.selected.value = first;
  // The list may be out of sight until the next paint.
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[role="grid"][aria-label="Frames"]')?.focus({ preventScroll: true });
  });
}
