import { CircleCheck, X } from "lucide";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { duration } from "../../parts/words/time";
import type { PretendedConditions } from "../../store/replay/conditions";
import type { ReportState } from "./report-state";

/** Says that an outage has ended, and leads to its report. */
export function OutageNote({ conditions, report }: { conditions: PretendedConditions; report: ReportState }) {
  const last = conditions.outages.value.at(-1);
  if (!last || last.ended === null || report.dismissed.value === last.began) return null;
  const span = duration(last.ended - last.began);
  return (
    <div class="note simulation-note">
      <Icon of={CircleCheck} size={13} />
      <div class="note-text">
        {last.offline ? `Outage of ${span} ended` : `Hidden for ${span}, ended`}
        {": "}
        <button type="button" class="link-button" onClick={() => report.show()}>
          Report
        </button>
      </div>
      <IconButton name="Dismiss" onClick={() => report.dismiss(last.began)}>
        <Icon of={X} size={12} />
      </IconButton>
    </div>
  );
}
