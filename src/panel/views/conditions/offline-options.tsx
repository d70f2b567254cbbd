import type { PretendedConditions } from "../../store/replay/conditions";
import { ActsOn } from "./acts-on";
import { KindChoice } from "./kind-choice";
import type { ReportState } from "./report-state";
import { ServerClose } from "./server-close";

/** How offline is simulated; where it is on, what is changed applies at once. */
export function OfflineOptions({
  conditions,
  report,
}: {
  conditions: PretendedConditions;
  report: ReportState;
}) {
  const how = conditions.offlineHow.value;
  return (
    <div class="condition-options">
      <KindChoice chosen={how.kind} onChoose={(kind) => conditions.chooseKind(kind)} />
      {how.kind === "closed" && (
        <ServerClose how={how} onChange={(offlineHow) => conditions.adjust({ offlineHow })} />
      )}
      <label class="checkbox wrapping">
        <input type="checkbox" checked={how.told} onChange={() => conditions.chooseTold(!how.told)} />
        Tell the page (navigator.onLine, offline and online events)
      </label>
      <ActsOn conditions={conditions} />
      <div class="options-foot">
        <p class="options-note">Ends when this panel is closed.</p>
        <button type="button" class="link-button" onClick={() => report.show()}>
          {"Reports\u2026"}
        </button>
      </div>
    </div>
  );
}
