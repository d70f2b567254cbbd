import { RotateCcw } from "lucide";
import { useId } from "preact/hooks";
import { Icon } from "../../../parts/icon";
import { IconButton } from "../../../parts/icon-button";
import { isSame, optionValue } from "../../../store/replay/option-values";
import type { ReplayClient } from "../../../store/replay/replay-client";
import type { Field } from "./fields";
import { OptionEditor } from "./option-editor";
import { helpFor, idle, valueText } from "./option-words";

/** An option: its value, what it means, whether it is the preset's, and the way back to that. */
export function OptionRow({ client, field }: { client: ReplayClient; field: Field }) {
  const id = useId();
  const options = client.options.value;
  const defaults = client.defaults.value;
  const changed = !isSame(options, defaults, field.key);
  const without = idle(field.key, options);
  const help = helpFor(field.key);
  return (
    <div class={`option${changed ? " changed" : ""}${without ? " idle" : ""}`} title={help}>
      <label for={id}>{field.label}</label>
      <div class="option-value">
        <OptionEditor
          field={field}
          id={id}
          describedBy={`${id}-help`}
          value={optionValue(options, field.key)}
          onChange={(value) => client.change(field.key, value)}
        />
        {changed && (
          <IconButton
            name={`Reset ${field.label}`}
            tip={`Changed. Back to the preset's: ${valueText(field, defaults)}`}
            onClick={() => client.reset(field.key)}
          >
            <Icon of={RotateCcw} size={12} />
          </IconButton>
        )}
      </div>
      {without && <span class="option-idle">{without}</span>}
      <span class="unseen" id={`${id}-help`}>
        {help}
        {changed && ` Changed; the preset's value is ${valueText(field, defaults)}.`}
      </span>
    </div>
  );
}
