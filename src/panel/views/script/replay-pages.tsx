import type { Signal } from "@preact/signals";
import { Tabs } from "../../parts/tabs";
import type { Scripting } from "../../store/script/scripting";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { ReplayView } from "../replay/replay-view";
import type { ReplayState } from "../replay/state";
import { ScriptView } from "./script-view";

const PAGES = ["Connection", "Script"] as const;
export type ReplayPage = (typeof PAGES)[number];

interface Props {
  store: Store;
  state: ReplayState;
  scripting: Scripting;
  going: Going;
  page: Signal<ReplayPage>;
  shown: boolean;
  showFrames: () => void;
}

/** The pages of Replay: the replay client, and scripts. Of the first stays what is being written. */
export function ReplayPages({ store, state, scripting, going, page, shown, showFrames }: Props) {
  return (
    <div class="replay-pages" hidden={!shown}>
      <Tabs
        label="Replay pages"
        names={PAGES}
        chosen={page.value}
        onChoose={(name) => {
          page.value = name;
        }}
      >
        <div class="replay-page">
          <ReplayView
            store={store}
            state={state}
            shown={shown && page.value === "Connection"}
            showFrames={showFrames}
          />
          {shown && page.value === "Script" && (
            <ScriptView store={store} scripting={scripting} going={going} />
          )}
        </div>
      </Tabs>
    </div>
  );
}
