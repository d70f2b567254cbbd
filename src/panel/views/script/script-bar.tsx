import { CopyPlus, Download, Save, Trash2, Upload } from "lucide";
import { useRef } from "preact/hooks";
import { MOST } from "../../../model/script/script";
import { Icon } from "../../parts/icon";
import { IconButton } from "../../parts/icon-button";
import type { Scripting } from "../../store/script/scripting";
import type { Store } from "../../store/store";
import { download } from "../exchange/download";
import { MakeOptionsButton } from "./make-options";
import { NewFrom } from "./new-from";
import { useRun } from "./use-run";

function SavedChoice({ scripting }: { scripting: Scripting }) {
  useRun(scripting.runner);
  const names = scripting.saved.names.value;
  const opened = scripting.opened.value;
  return (
    <select
      aria-label="Saved scripts"
      title="Opens a saved script"
      class="saved-choice"
      value={opened}
      disabled={names.length === 0 || scripting.runner.active}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        if (value !== "") void scripting.open(value);
      }}
    >
      <option value="">{names.length === 0 ? "None saved" : "Saved scripts"}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The script's name, where it comes from and where it is kept. */
export function ScriptBar({ store, scripting }: { store: Store; scripting: Scripting }) {
  const { draft, opened } = scripting;
  const input = useRef<HTMLInputElement>(null);
  const script = draft.script.value;
  const nothing = script.steps.length === 0;
  return (
    <div class="script-bar">
      <NewFrom store={store} scripting={scripting} />
      <MakeOptionsButton scripting={scripting} />
      <input
        type="text"
        class="script-name"
        aria-label="Script name"
        placeholder="Script name"
        autocomplete="off"
        spellcheck={false}
        maxLength={MOST.name}
        value={script.name}
        onInput={({ currentTarget }) => draft.rename(currentTarget.value)}
      />
      {draft.changed.value && <span class="muted unsaved">Not saved</span>}
      <span class="bar-group">
        <IconButton name="Save" disabled={nothing} onClick={() => void scripting.save()}>
          <Icon of={Save} />
        </IconButton>
        <IconButton
          name="Duplicate script"
          tip="Go on with a copy of this script"
          disabled={nothing}
          onClick={() => scripting.duplicate()}
        >
          <Icon of={CopyPlus} />
        </IconButton>
        <IconButton
          name="Delete script"
          tip={
            opened.value ? `Delete the saved script \u201c${opened.value}\u201d` : "No saved script is open"
          }
          disabled={opened.value === ""}
          onClick={() => void scripting.deleteSaved()}
        >
          <Icon of={Trash2} />
        </IconButton>
      </span>
      <SavedChoice scripting={scripting} />
      <span class="bar-group">
        <IconButton
          name="Import script"
          tip="Import a script file (.sockeye-script.json)"
          onClick={() => input.current?.click()}
        >
          <Icon of={Upload} />
        </IconButton>
        <IconButton
          name="Export script"
          tip="Save the script as a file (.sockeye-script.json)"
          disabled={nothing}
          onClick={() => download(scripting.exported())}
        >
          <Icon of={Download} />
        </IconButton>
      </span>
      <input
        ref={input}
        type="file"
        class="unseen"
        aria-label="Import script file"
        accept=".json"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void scripting.import(file);
          // Else choosing the same file again would be no change.
          currentTarget.value = "";
        }}
      />
    </div>
  );
}
