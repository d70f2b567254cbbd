import { useThrottled } from "../../parts/throttled";
import { sized } from "../../parts/words/bytes";
import { counted, grouped } from "../../parts/words/count";
import type { Store } from "../../store/store";
import { SimulationMark } from "../conditions/simulation-mark";
import { UndoClear } from "./undo-clear";

/** Figures may lag this much: nobody reads them faster. */
const LAG = 150;

/** Sums over all that is in sight; what the filter hides is counted too. */
export function StatusBar({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const { frames, bytes, lost } = store.sums();
  const figures = [
    counted(store.sockets().length, "socket"),
    counted(frames, "frame"),
    sized(bytes),
    `${grouped(lost)} lost`,
  ];
  if (store.filtering.matcher.value) figures.push(`${grouped(store.rows.hidden)} hidden by filter`);
  if (!store.recording.value) figures.push("recording is off");
  return (
    <footer class="status-bar">
      {/* Read on demand only: announced, it would never be silent. */}
      <div role="status" aria-label="Capture status" aria-live="off">
        {figures.map((figure, index) => (
          <span key={index} class={index === 3 && lost > 0 ? "figure warning" : "figure"}>
            {index > 0 && <span class="dot"> {"\u00b7"} </span>}
            {figure}
          </span>
        ))}
      </div>
      <UndoClear store={store} />
      <SimulationMark conditions={store.replay.conditions} />
    </footer>
  );
}
