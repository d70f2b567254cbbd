import { useState } from "preact/hooks";
import { fromBase64 } from "../../../model/capture-file/base64";
import type { SendStep } from "../../../model/script/script";
import type { Filled } from "../../../model/template/fill";
import { refreshed } from "../../../model/template/refreshed";
import { sized } from "../../parts/words/bytes";
import { counted } from "../../parts/words/count";
import { FillPreview } from "../composer/fill-preview";
import { TextField } from "./text-field";

interface Props {
  step: SendStep;
  fill: (text: string) => Filled;
  onChange: (step: SendStep) => void;
}

function BytesField({ step, base64, onChange }: Omit<Props, "fill"> & { base64: string }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const shown = wrong ?? base64;
  return (
    <TextField
      name="Bytes to send, as base64"
      value={shown}
      rows={6}
      hint={wrong === null ? `Sent as a binary frame: ${sized(fromBase64(base64)?.length ?? 0)}` : ""}
      problem={wrong === null ? "" : "This is no base64. Not applied."}
      onValue={(text) => {
        const packed = text.replace(/\s+/g, "");
        const right = fromBase64(packed) !== null;
        setWrong(right ? null : text);
        if (right) onChange({ ...step, base64: packed });
      }}
    />
  );
}

/** What a step sends: text, perhaps with holes to be filled, or bytes. */
export function SendFields({ step, fill, onChange }: Props) {
  if (step.base64 !== undefined) return <BytesField step={step} base64={step.base64} onChange={onChange} />;
  return <TextFields step={step} fill={fill} onChange={onChange} />;
}

function TextFields({ step, fill, onChange }: Props) {
  const [told, setTold] = useState("");
  const text = step.text ?? "";
  const unfilled = !step.template && text.includes("{{");
  return (
    <>
      <TextField
        name="Text to send"
        value={text}
        rows={7}
        hint={unfilled ? "{{\u2026}} goes out as written: Template is off" : ""}
        onValue={(next) => onChange({ ...step, text: next })}
      />
      <div class="send-line">
        <label class="checkbox">
          <input
            type="checkbox"
            checked={step.template}
            onChange={({ currentTarget }) => onChange({ ...step, template: currentTarget.checked })}
          />
          Template
        </label>
        <button
          type="button"
          class="link-button"
          title="Sets times of around now in the text to what it is now"
          onClick={() => {
            const fresh = refreshed(text, Date.now());
            setTold(
              fresh.changed === 0
                ? "No timestamp found"
                : `${counted(fresh.changed, "timestamp")} set to now`,
            );
            if (fresh.changed > 0) onChange({ ...step, text: fresh.text });
          }}
        >
          Refresh timestamps
        </button>
        <span class="muted" role="status" aria-label="Timestamps">
          {told}
        </span>
      </div>
      <p class="muted">{'Holes: {{now}}, {{uuid}}, {{random 1 9}}, {{counter}}, {{last "name" "path"}}'}</p>
      {step.template && <FillPreview filled={fill(text)} />}
    </>
  );
}
