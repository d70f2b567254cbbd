import { FlaskConical } from "lucide";
import { Icon } from "../../parts/icon";
import type { PretendedConditions } from "../../store/replay/conditions";
import { bannerText, isSimulating, statusText } from "./simulation-words";

/** At the end of the status bar, as long as anything is simulated. */
export function SimulationMark({ conditions }: { conditions: PretendedConditions }) {
  if (!isSimulating(conditions)) return null;
  return (
    <span class="simulation-mark" title={bannerText(conditions)}>
      <Icon of={FlaskConical} size={12} />
      {statusText(conditions)}
      <span class="simulated"> (simulated)</span>
    </span>
  );
}
