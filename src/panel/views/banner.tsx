import { TriangleAlert } from "lucide";
import { Icon } from "../parts/icon";
import type { Store } from "../store/store";

/** Over the rows that are still there when nothing more will come. */
export function Banner({ store }: { store: Store }) {
  const standing = store.standing.value;
  // The list's own empty state says it where there are no rows.
  const text = {
    severed: "Sockeye was updated or reloaded. Close and open DevTools again.",
    missing: "This tab is gone. What was recorded stays here until you close the panel.",
    unreachable:
      "This page is not watched: reload it if it was loaded before Sockeye was installed or updated.",
    connecting: "",
    ready: "",
  }[standing];
  store.version.value;
  if (text === "" || store.rows.length === 0) return null;
  return (
    <div class="banner" role="alert">
      <Icon of={TriangleAlert} size={13} />
      {text}
    </div>
  );
}
