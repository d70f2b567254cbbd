import { computed, type ReadonlySignal } from "@preact/signals";
import type { Store } from "../store/store";

/**
 * The store for a view that stays while it is out of sight: `version` stands still as long as `shown` is false, so that
 * nothing of the view is rendered however many frames stream in. All else is the store's own.
 */
export function holding(store: Store, shown: ReadonlySignal<boolean>): Store {
  let held = store.version.peek();
  const version = computed(() => {
    if (shown.value) held = store.version.value;
    return held;
  });
  return new Proxy(store, {
    get: (_, key) => {
      if (key === "version") return version;
      // Private fields are the store's, not its proxy's.
      const value: unknown = Reflect.get(store, key);
      return typeof value === "function" ? value.bind(store) : value;
    },
    set: (_, key, value) => Reflect.set(store, key, value),
  });
}
