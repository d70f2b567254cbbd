import type { Store } from "../store/store";

export function Panel({ store }: { store: Store }) {
  return <div>{store.version}</div>;
}
