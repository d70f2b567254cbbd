import type { Hidden } from "../../../conditions";
import type { PretendedConditions } from "../../store/replay/conditions";
import { ActsOn } from "./acts-on";

/** What a hidden page is made to believe beside being hidden. */
export function HiddenOptions({ conditions }: { conditions: PretendedConditions }) {
  const how = conditions.hiddenHow.value;
  const change = (part: Partial<Hidden>) => conditions.adjust({ hiddenHow: { ...how, ...part } });
  return (
    <div class="condition-options">
      <p>
        The page sees <code>document.hidden</code> true, <code>visibilityState</code>{" "}
        {"\u201chidden\u201d, and a "}
        <code>visibilitychange</code> event.
      </p>
      <p class="options-note">Timers are not throttled, and frames are painted as before.</p>
      <div class="options-group">
        <label class="checkbox wrapping">
          <input type="checkbox" checked={how.frozen} onChange={() => change({ frozen: !how.frozen })} />
          freeze / resume events
        </label>
        <label class="checkbox wrapping">
          <input type="checkbox" checked={how.cached} onChange={() => change({ cached: !how.cached })} />
          pagehide / pageshow (as in the back/forward cache)
        </label>
      </div>
      <ActsOn conditions={conditions} />
      <p class="options-note">Ends when this panel is closed.</p>
    </div>
  );
}
