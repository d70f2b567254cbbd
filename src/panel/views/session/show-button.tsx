import { counted, grouped } from "../../parts/words/count";
import { oneLine } from "../../parts/words/one-line";
import type { Evidence } from "../../store/evidence";
import type { Store } from "../../store/store";
import { showEvidence } from "./show";

/** Characters of a tip. */
const LONGEST_TIP = 200;

/** "Show 3 frames", "Show 20 of 57 frames"; without frames those of the sockets: "Show 2 sockets". */
function labelOf({ rows, count, sockets }: Evidence): string {
  if (rows.length === 0) return `Show ${counted(sockets.length, "socket")}`;
  if (count > rows.length) return `Show ${grouped(rows.length)} of ${counted(count, "frame")}`;
  return `Show ${counted(rows.length, "frame")}`;
}

interface Props {
  store: Store;
  evidence: Evidence;
  /** What the button says, where the number of frames would be wrong. */
  label?: string;
}

/** One click to the frames that show something. */
export function ShowButton({ store, evidence, label = labelOf(evidence) }: Props) {
  // A socket that never opened has no frames to be shown.
  const frames = () =>
    store.sockets().some((each) => evidence.sockets.includes(each.number) && store.framesOf(each) > 0);
  if (evidence.rows.length === 0 && !frames()) return null;
  return (
    <button
      type="button"
      class="link-button"
      title={oneLine(`${label}: ${evidence.title}`, LONGEST_TIP)}
      onClick={() => showEvidence(store, evidence)}
    >
      {label}
    </button>
  );
}
