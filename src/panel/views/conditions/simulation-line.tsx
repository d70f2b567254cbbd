import { EyeOff, WifiOff } from "lucide";
import { Icon } from "../../parts/icon";
import type { Store } from "../../store/store";
import { OutageNote } from "./outage-note";
import type { ReportState } from "./report-state";
import { bannerText, isSimulating } from "./simulation-words";

/**
 * Says loudly that page or client are under simulation; after it, where its report is. One line in one place, so that
 * the end of a simulation moves nothing. It is there while it is empty: only so its first words are announced.
 */
export function SimulationLine({ store, report }: { store: Store; report: ReportState }) {
  const { conditions } = store.replay;
  const unreached = store.standing.value === "unreachable" && conditions.onPage.value;
  return (
    <div role="status" aria-label="Simulation">
      {isSimulating(conditions) ? (
        <div class="banner simulation">
          <Icon of={conditions.offline.value ? WifiOff : EyeOff} size={14} />
          <span class="simulation-text">
            {bannerText(conditions)}
            {unreached && ". It takes effect when the page is reloaded: so far Sockeye is not in it"}
          </span>
          <button type="button" class="plain-button" onClick={() => conditions.end()}>
            End simulation
          </button>
        </div>
      ) : (
        <OutageNote conditions={conditions} report={report} />
      )}
    </div>
  );
}
