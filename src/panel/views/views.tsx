import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { Tabs } from "../parts/tabs";
import { Scripting } from "../store/script/scripting";
import type { Store } from "../store/store";
import { Frames } from "./frames/frames";
import { createGoing } from "./going";
import { HeartbeatView } from "./heartbeat/heartbeat-view";
import { holding } from "./holding";
import type { Landmarks } from "./landmarks";
import { createReplayState } from "./replay/state";
import { RoomsView } from "./rooms/rooms-view";
import { createRoomsState } from "./rooms/state";
import { type ReplayPage, ReplayPages } from "./script/replay-pages";
import { ChosenSocket } from "./sockets/chosen-socket";

const VIEWS = ["Frames", "Rooms", "Heartbeat", "Replay"] as const;
type ViewName = (typeof VIEWS)[number];

/**
 * The views in their tabs. Frames stays as it was left, at no cost, and of Replay what is being written; the others are
 * there only while in sight.
 */
export function Views({ store, landmarks }: { store: Store; landmarks: Landmarks }) {
  const view = useSignal<ViewName>("Frames");
  const shown = useComputed(() => view.value === "Frames");
  const page = useSignal<ReplayPage>("Connection");
  const [framesStore, going, rooms, replay, scripting] = useMemo(
    () => [
      holding(store, shown),
      createGoing(store, landmarks, () => {
        view.value = "Frames";
      }),
      createRoomsState(),
      createReplayState(),
      new Scripting(store),
    ],
    [store, landmarks, shown, view],
  );
  const makeScript = () => {
    void scripting.make({ kind: "range" });
    page.value = "Script";
    view.value = "Replay";
  };
  useSignalEffect(() => {
    const file = landmarks.script.value;
    if (!file) return;
    landmarks.script.value = null;
    void scripting.import(file);
    page.value = "Script";
    view.value = "Replay";
  });
  const visited = useRef(false);
  if (view.value === "Replay") visited.current = true;
  // Evidence is frames: whatever view it is asked for in, they are there.
  useSignalEffect(() => {
    const chosen = store.filtering.chosen.value;
    if (!(chosen && "evidence" in chosen) || view.peek() === "Frames") return;
    view.value = "Frames";
    requestAnimationFrame(() => landmarks.grid.current?.focus({ preventScroll: true }));
  });
  return (
    <Tabs
      label="Views"
      names={VIEWS}
      chosen={view.value}
      onChoose={(name) => {
        view.value = name;
      }}
      beside={<ChosenSocket store={store} />}
    >
      <div class="view-stack">
        {/* Not `display: none`: it keeps its size, and by that its place. */}
        <div class="view-layer" style={{ visibility: shown.value ? "visible" : "hidden" }}>
          <Frames store={framesStore} landmarks={landmarks} going={going} onScript={makeScript} />
        </div>
        {view.value === "Rooms" && <RoomsView store={store} going={going} state={rooms} />}
        {view.value === "Heartbeat" && <HeartbeatView store={store} going={going} />}
        {visited.current && (
          <ReplayPages
            store={store}
            state={replay}
            scripting={scripting}
            going={going}
            page={page}
            shown={view.value === "Replay"}
            showFrames={() => {
              view.value = "Frames";
            }}
          />
        )}
      </div>
    </Tabs>
  );
}
