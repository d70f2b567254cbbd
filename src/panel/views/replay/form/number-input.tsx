import { useEffect, useState } from "preact/hooks";
import { isClosable } from "../../../../client/close-arguments";
import { grouped } from "../../../parts/words/count";
import type { OptionKey } from "../../../store/replay/option-values";
import type { Editor } from "./fields";

interface Props {
  name: OptionKey;
  id: string;
  label: string;
  describedBy: string;
  editor: Editor & { kind: "number" };
  value: number | null;
  onChange: (value: number | null) => void;
}

/** What is wrong with a number; empty where nothing is. */
function fault({ name, editor }: Pick<Props, "name" | "editor">, text: string): string {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return "Enter a number";
  if (name === "heartbeat.closeCode" && !isClosable(value)) return "1000, or 3000 to 4999";
  if (value < editor.least) return `${grouped(editor.least)} or more`;
  return editor.whole && !Number.isInteger(value) ? "A whole number" : "";
}

/** A number with its unit. What is no number is told, and not taken over; "unlimited" is a checkbox. */
export function NumberInput({ name, id, label, describedBy, editor, value, onChange }: Props) {
  const { unit, none } = editor;
  const isNone = none !== undefined && Object.is(value, none.value);
  const [text, setText] = useState(String(isNone ? "" : value));
  const [last, setLast] = useState(isNone ? editor.least || 1 : value);
  useEffect(() => {
    if (isNone) return;
    setLast(value);
    setText((text) => (Number(text) === value && text !== "" ? text : String(value)));
  }, [value, isNone]);
  const wrong = isNone ? "" : fault({ name, editor }, text);
  return (
    <span class="number-input">
      <input
        id={id}
        type="number"
        min={editor.least}
        step={editor.whole ? 1 : "any"}
        disabled={isNone}
        aria-describedby={describedBy}
        aria-invalid={wrong !== ""}
        value={isNone ? "" : text}
        onInput={({ currentTarget }) => {
          const { value: typed } = currentTarget;
          setText(typed);
          if (fault({ name, editor }, typed) === "") onChange(Number(typed));
        }}
      />
      {unit && <span class="unit">{unit}</span>}
      {none && (
        <label class="checkbox">
          <input
            type="checkbox"
            aria-label={`${label}: ${none.label}`}
            checked={isNone}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? none.value : last)}
          />
          {none.label}
        </label>
      )}
      {wrong && (
        <span class="fault" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}
