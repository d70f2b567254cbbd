import type { Pieces } from "../capture-file/pieces";
import { rowAt, type Snapshot, socketsOf } from "../capture-file/snapshot";
import type { Tally } from "./tally";

/** Rows between two chances to let others work. */
const STEP = 256;

/** Counts what an export of this would mask. Writes nothing: its pieces are empty. */
export function* tallySecrets(snapshot: Snapshot, tally: Tally): Pieces {
  const report = (socket: number) => (field: string) => tally.add(field, socket);
  socketsOf(snapshot, report);
  for (let order = 0; order < snapshot.rows.length; order++) {
    yield* rowAt(snapshot, order, report(snapshot.rows.socket[order] ?? 0));
    if (order % STEP === 0) yield "";
  }
}
