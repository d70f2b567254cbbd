import { AppWindow, ArrowDown, ArrowUp, Ban } from "lucide";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import type { Store } from "../../store/store";
import { ConditionSwitches } from "../conditions/condition-switches";
import type { ReportState } from "../conditions/report-state";
import { ExportMenu } from "../exchange/export-menu";
import { ImportButton } from "../exchange/import-button";
import type { Landmarks } from "../landmarks";
import { FilterBox } from "./filter-box";
import { HeartbeatsChip } from "./heartbeats-chip";

interface Props {
  store: Store;
  landmarks: Landmarks;
  report: ReportState;
  /** The panel is in DevTools, so it can go to a window of its own. */
  docked: boolean;
}

export function Toolbar({ store, landmarks, report, docked }: Props) {
  const { filtering } = store;
  const recording = store.recording.value;
  const { sent, received } = filtering.directions.value;
  return (
    <div class="toolbar">
      <div class="toolbar-group">
        <IconButton
          name="Record"
          tip={recording ? "Stop recording" : "Record frames"}
          pressed={recording}
          onClick={() => store.toggleRecording()}
        >
          <span class="record-dot" />
        </IconButton>
        <IconButton name="Clear" onClick={() => store.clear()}>
          <Icon of={Ban} />
        </IconButton>
        <span class="divider" />
        <label class="checkbox" title="Keep the frames when the page is reloaded or left">
          <input type="checkbox" checked={store.preserved.value} onChange={() => store.togglePreserved()} />
          Preserve log
        </label>
        <span class="divider" />
        <ImportButton store={store} landmarks={landmarks} />
        <ExportMenu store={store} />
      </div>
      <ConditionSwitches conditions={store.replay.conditions} report={report} />
      <div class="toolbar-group growing">
        <FilterBox store={store} landmarks={landmarks} />
        <button
          type="button"
          class="chip"
          aria-pressed={sent}
          title="Show sent frames"
          onClick={() => filtering.toggle("sent")}
        >
          <Icon of={ArrowUp} size={12} />
          Sent
        </button>
        <button
          type="button"
          class="chip"
          aria-pressed={received}
          title="Show received frames"
          onClick={() => filtering.toggle("received")}
        >
          <Icon of={ArrowDown} size={12} />
          Received
        </button>
        <HeartbeatsChip store={store} />
        {docked && (
          <IconButton name="Open in window" onClick={() => store.detach()}>
            <Icon of={AppWindow} />
          </IconButton>
        )}
      </div>
    </div>
  );
}
