import { useId, useState } from "preact/hooks";
import { MOST } from "../../../model/script/script";
import { grouped } from "../../parts/words/count";

interface Props {
  name: string;
  value: number;
  onValue: (value: number) => void;
}

/** The ms that a text stands for; null where it stands for none that can be waited for. */
function waitIn(text: string): number | null {
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  return ms <= MOST.wait ? ms : null;
}

/** Ms of a step: what is none is not taken over. */
export function NumberField({ name, value, onValue }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(value);
  const wrong = waitIn(text) === null;
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-note` : undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const next = waitIn(currentTarget.value);
          if (next !== null) onValue(next);
        }}
      />
      {wrong && (
        <p class="field-problem" id={`${id}-note`}>
          A number from 0 to {grouped(MOST.wait)} (a day). Not applied.
        </p>
      )}
    </div>
  );
}
