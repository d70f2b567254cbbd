import { useId, useState } from "preact/hooks";

interface Props {
  name: string;
  /** What is in force. */
  value: string;
  /** What is wrong with a text; empty: nothing. */
  problemOf: (text: string) => string;
  /** Said where nothing is wrong. */
  note: (text: string) => string;
  inputMode?: "numeric" | "text";
  onValue: (text: string) => void;
}

/** A text that is applied while it is typed, as long as nothing is wrong with it; what is wrong stands below. */
export function CheckedField({ name, value, problemOf, note, inputMode = "text", onValue }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const text = draft ?? value;
  const problem = problemOf(text);
  return (
    <div class="checked-field">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="text"
        inputMode={inputMode}
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-invalid={problem !== ""}
        aria-describedby={`${id}-note`}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setDraft(typed);
          if (problemOf(typed) === "") onValue(typed);
        }}
        onBlur={() => {
          // From here on it shows what is in force, whoever changes it.
          if (problem === "") setDraft(null);
        }}
      />
      <p id={`${id}-note`} class={problem ? "field-note wrong" : "field-note"} aria-live="polite">
        {problem ? `${problem} Not applied.` : note(text)}
      </p>
    </div>
  );
}
