import { effect, type ReadonlySignal } from "@preact/signals";
import type { Watched } from "../../../client/environment";

/** A signal as the client, which knows of none, wants it. */
export function watched<T>(of: ReadonlySignal<T>): Watched<T> {
  return {
    get value() {
      return of.peek();
    },
    watch(listener) {
      let first = true;
      return effect(() => {
        const { value } = of;
        if (!first) listener(value);
        first = false;
      });
    },
  };
}
