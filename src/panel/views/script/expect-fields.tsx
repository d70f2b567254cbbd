import { useId, useState } from "preact/hooks";
import type { Expectation } from "../../../model/match/expectation";
import type { Step } from "../../../model/script/script";
import { NumberField } from "./number-field";
import { TextField } from "./text-field";

type ExpectStep = Extract<Step, { kind: "expect" }>;

interface Props {
  step: ExpectStep;
  onChange: (step: ExpectStep) => void;
}

interface LineProps {
  name: string;
  value: string | undefined;
  onValue: (text: string | undefined) => void;
}

/** Empty means: whatever it is. */
function LineField({ name, value, onValue }: LineProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder="any"
        value={value ?? ""}
        onInput={({ currentTarget }) => onValue(currentTarget.value || undefined)}
      />
    </div>
  );
}

function jsonOf(text: string): { value: unknown } | null {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function JsonField({ value, onValue }: { value: unknown; onValue: (value: unknown) => void }) {
  const [typed, setTyped] = useState<{ text: string; value: unknown; wrong: boolean } | null>(null);
  // What is typed stands as it is typed, unless the step has got another value meanwhile.
  const mine = typed && Object.is(typed.value, value) ? typed : null;
  const text = mine?.text ?? (value === undefined ? "" : JSON.stringify(value, null, 2));
  return (
    <TextField
      name="JSON that it holds"
      value={text}
      rows={5}
      hint={'It may hold more. "{{any}}" is any value; a list that ends with "..." may be longer.'}
      problem={mine?.wrong ? "This is no JSON. Not applied." : ""}
      onValue={(next) => {
        const read = jsonOf(next);
        setTyped({ text: next, value: read ? read.value : value, wrong: !read });
        if (read) onValue(read.value);
      }}
    />
  );
}

/** What is waited for, and how long. What is left empty may be anything. */
export function ExpectFields({ step, onChange }: Props) {
  const { expectation, timeout } = step;
  const put = (change: Partial<Expectation>) =>
    onChange({ ...step, expectation: { ...expectation, ...change } });
  return (
    <>
      <div class="field-line">
        <LineField name="Name" value={expectation.name} onValue={(name) => put({ name })} />
        <LineField name="Room" value={expectation.room} onValue={(room) => put({ room })} />
        <NumberField
          name="Timeout in ms"
          value={timeout}
          onValue={(next) => onChange({ ...step, timeout: next })}
        />
      </div>
      <LineField name="Text that it contains" value={expectation.text} onValue={(text) => put({ text })} />
      <JsonField value={expectation.json} onValue={(json) => put({ json })} />
    </>
  );
}
