import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  name: string;
  value: string;
  rows: number;
  hint?: string;
  problem?: string;
  onValue: (text: string) => void;
}

/** A text of several lines. To the browser \r\n and \n are the same, to a frame not: only typing changes it. */
export function TextField({ name, value, rows, hint = "", problem = "", onValue }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (area.current && value !== typed.current) area.current.value = value;
    typed.current = value;
  }, [value]);
  const note = problem || hint;
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <textarea
        id={id}
        ref={area}
        rows={rows}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={problem !== ""}
        aria-describedby={note ? `${id}-note` : undefined}
        onInput={({ currentTarget }) => {
          typed.current = currentTarget.value;
          onValue(currentTarget.value);
        }}
      />
      {note && (
        <p class={problem ? "field-problem" : "field-hint"} id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
