import { X } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import { scrollable } from "../../parts/roles";
import type { Store } from "../../store/store";
import { OutageBody } from "./outage-body";
import { outageName } from "./outage-text";
import type { ReportState } from "./report-state";

interface Props {
  store: Store;
  report: ReportState;
}

/** The last outages, one at a time. It lies over the list; the switches stay within reach. */
export function ReportDialog({ store, report }: Props) {
  return report.open.value ? <OpenReport store={store} report={report} /> : null;
}

function OpenReport({ store, report }: Props) {
  const [chosen, setChosen] = useState<number | null>(null);
  const dialog = useRef<HTMLDivElement>(null);
  const outages = store.replay.conditions.outages.value.toReversed();
  const outage = outages.find(({ began }) => began === chosen) ?? outages[0];
  useEffect(() => {
    const opener = document.activeElement;
    const panel = dialog.current?.closest(".panel");
    dialog.current?.focus();
    return () => {
      // What it was opened from may have been in the options, which close when the focus leaves them.
      const back = opener?.isConnected ? opener : panel?.querySelector('[aria-label="Offline options"]');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return (
    <div
      class="report-dialog"
      role="dialog"
      aria-label="Outage report"
      tabIndex={-1}
      ref={dialog}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        report.close();
      }}
    >
      <div class="report-bar">
        <h2>Outage report</h2>
        {outages.length > 1 && (
          <select
            aria-label="Outage"
            value={String(outage?.began)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {outages.map((each) => (
              <option key={each.began} value={String(each.began)}>
                {outageName(each)}
              </option>
            ))}
          </select>
        )}
        <IconButton name="Close report" tip="Close report (Escape)" onClick={() => report.close()}>
          <Icon of={X} />
        </IconButton>
      </div>
      <div class="report-content" {...scrollable("Report")}>
        {outage ? (
          <OutageBody
            key={outage.began}
            store={store}
            outage={outage}
            followed={outages.some(({ began, offline }) => began === outage.ended && offline !== null)}
          />
        ) : (
          <p class="options-note">Nothing was simulated for the page yet: switch on Offline or Hidden.</p>
        )}
      </div>
    </div>
  );
}
