import { useEffect, useMemo, useRef } from "preact/hooks";
import { useRemembered } from "../parts/remembered";
import { Splitter } from "../parts/splitter";
import { useBox } from "../parts/use-box";
import type { Store } from "../store/store";
import { Banner } from "./banner";
import { ReportDialog } from "./conditions/report-dialog";
import { createReportState } from "./conditions/report-state";
import { SimulationLine } from "./conditions/simulation-line";
import { DropZone } from "./exchange/drop-zone";
import { ExchangeNotes } from "./exchange/exchange-notes";
import { createLandmarks } from "./landmarks";
import { MemoryBanner } from "./memory-banner";
import { listenForShortcuts } from "./shortcuts";
import { Sockets } from "./sockets/sockets";
import { StatusBar } from "./status/status-bar";
import { Toolbar } from "./toolbar/toolbar";
import { Views } from "./views";

/** Narrower than this the tree stands above the list instead of beside it. */
const NARROW = 560;
const LEAST = { width: 110, height: 44 };
const FIRST = { width: 216, height: 92 };
const LEAST_REST = { width: 240, height: 140 };

export function Panel({ store, docked }: { store: Store; docked: boolean }) {
  const landmarks = useMemo(createLandmarks, []);
  const report = useMemo(createReportState, []);
  const body = useRef<HTMLDivElement>(null);
  const box = useBox(body);
  const [width, setWidth] = useRemembered("sockets.width", FIRST.width);
  const [height, setHeight] = useRemembered("sockets.height", FIRST.height);
  const stacked = box.width < NARROW;
  const side = stacked ? "height" : "width";
  const least = LEAST[side];
  const most = Math.max(least, box[side] - LEAST_REST[side]);
  const size = Math.max(least, Math.min(most, stacked ? height : width));
  useEffect(() => listenForShortcuts(store, landmarks), [store, landmarks]);

  return (
    <div class="panel">
      <Toolbar store={store} landmarks={landmarks} report={report} docked={docked} />
      <SimulationLine store={store} report={report} />
      <Banner store={store} />
      <MemoryBanner attic={store.attic} />
      <ExchangeNotes exchange={store.exchange} />
      <div class={`body ${stacked ? "stacked" : "side-by-side"}`} ref={body}>
        <div class="sockets-pane" style={{ [side]: `${size}px` }}>
          <Sockets store={store} />
        </div>
        <Splitter
          name="Resize sockets"
          orientation={stacked ? "horizontal" : "vertical"}
          size={size}
          min={least}
          max={most}
          initial={FIRST[side]}
          onSize={stacked ? setHeight : setWidth}
        />
        <div class="main-pane">
          <Views store={store} landmarks={landmarks} />
        </div>
        <ReportDialog store={store} report={report} />
      </div>
      <StatusBar store={store} />
      <DropZone store={store} landmarks={landmarks} />
    </div>
  );
}
