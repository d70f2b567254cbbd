import { useEffect, useRef } from "preact/hooks";
import { useRemembered } from "../../parts/remembered";
import { Splitter } from "../../parts/splitter";
import { useBox } from "../../parts/use-box";
import type { Scripting } from "../../store/script/scripting";
import type { Store } from "../../store/store";
import type { Going } from "../going";
import { NoSteps } from "./empty";
import { ScriptNotes } from "./notes";
import { RunBar } from "./run-bar";
import { ScriptBar } from "./script-bar";
import { StepEditor } from "./step-editor";
import { StepGrid } from "./step-grid";
import { StepTools } from "./step-tools";

interface Props {
  store: Store;
  scripting: Scripting;
  going: Going;
}

/** From this width on a step stands beside the list. */
const WIDE = 620;
const LEAST = { width: 220, height: 90 };
const LEAST_LIST = { width: 260, height: 110 };
const FIRST = { width: 380, height: 190 };

/** Scripts: sequences of frames that are sent again, with what is expected in between. */
export function ScriptView({ store, scripting, going }: Props) {
  const { draft, saved } = scripting;
  useEffect(() => void saved.refresh(), [saved]);
  const area = useRef<HTMLDivElement>(null);
  const box = useBox(area);
  const [width, setWidth] = useRemembered("script.width", FIRST.width);
  const [height, setHeight] = useRemembered("script.height", FIRST.height);
  const beside = box.width >= WIDE;
  const side = beside ? "width" : "height";
  const most = Math.max(LEAST[side], box[side] - LEAST_LIST[side]);
  const size = Math.max(LEAST[side], Math.min(most, beside ? width : height));
  const { steps } = draft.script.value;
  const selected = draft.selected.value;
  const step = steps[selected];
  return (
    <section class="script" aria-label="Script">
      <ScriptBar store={store} scripting={scripting} />
      <RunBar store={store} scripting={scripting} />
      <ScriptNotes scripting={scripting} />
      <div class={`script-area ${beside ? "beside" : "below"}`} ref={area}>
        <div class="script-steps">
          <StepTools scripting={scripting} />
          <div class="step-list">
            <StepGrid scripting={scripting} />
            {steps.length === 0 && <NoSteps />}
          </div>
        </div>
        {step && (
          <>
            <Splitter
              name="Resize step"
              orientation={beside ? "vertical" : "horizontal"}
              behind
              size={size}
              min={LEAST[side]}
              max={most}
              initial={FIRST[side]}
              onSize={beside ? setWidth : setHeight}
            />
            <div class="step-pane" style={{ [side]: `${size}px` }}>
              <StepEditor
                key={`${draft.structure.value} ${selected}`}
                scripting={scripting}
                step={step}
                index={selected}
                going={going}
                rows={store.rows}
              />
            </div>
          </>
        )}
      </div>
    </section>
  );
}
