import { ChevronDown, Eye, EyeOff, Wifi, WifiOff } from "lucide";
import { Icon } from "../../parts/icon";
import { Popover } from "../../parts/popover";
import type { PretendedConditions } from "../../store/replay/conditions";
import { HiddenOptions } from "./hidden-options";
import { OfflineOptions } from "./offline-options";
import type { ReportState } from "./report-state";
import { SwitchButton } from "./switch-button";

/** The switches that make page and replay client believe that they are offline or hidden, and their options. */
export function ConditionSwitches({
  conditions,
  report,
}: {
  conditions: PretendedConditions;
  report: ReportState;
}) {
  const offline = conditions.offline.value;
  const hidden = conditions.hidden.value;
  return (
    <div class="toolbar-group conditions">
      <span class="divider" />
      <SwitchButton
        name="Simulate offline"
        label="Offline"
        tip={offline ? "End simulated offline" : "Simulate that the network is away"}
        icon={offline ? WifiOff : Wifi}
        on={offline}
        onToggle={() => conditions.toggleOffline()}
      />
      <Popover name="Offline options" face={<Icon of={ChevronDown} size={12} />}>
        <OfflineOptions conditions={conditions} report={report} />
      </Popover>
      <SwitchButton
        name="Simulate hidden"
        label="Hidden"
        tip={hidden ? "End simulated hidden" : "Simulate that nobody sees the page"}
        icon={hidden ? EyeOff : Eye}
        on={hidden}
        onToggle={() => conditions.toggleHidden()}
      />
      <Popover name="Hidden options" face={<Icon of={ChevronDown} size={12} />}>
        <HiddenOptions conditions={conditions} />
      </Popover>
    </div>
  );
}
