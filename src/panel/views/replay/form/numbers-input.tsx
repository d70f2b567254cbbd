import { useEffect, useState } from "preact/hooks";

interface Props {
  id: string;
  describedBy: string;
  unit: string;
  value: readonly number[];
  onChange: (value: number[]) => void;
}

/** The numbers of a list; null where something in it is none. */
function read(text: string): number[] | null {
  const parts = text.split(/[\s,]+/).filter((part) => part !== "");
  return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : null;
}

/** Whole numbers with commas between them. */
export function NumbersInput({ id, describedBy, unit, value, onChange }: Props) {
  const [text, setText] = useState(value.join(", "));
  const now = value.join();
  useEffect(() => {
    setText((text) => (read(text)?.join() === now ? text : now.replaceAll(",", ", ")));
  }, [now]);
  const wrong = read(text) === null;
  return (
    <span class="number-input">
      <input
        id={id}
        type="text"
        class="wide"
        placeholder="none"
        aria-describedby={describedBy}
        aria-invalid={wrong}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          const numbers = read(currentTarget.value);
          if (numbers) onChange(numbers);
        }}
      />
      {unit && <span class="unit">{unit}</span>}
      {wrong && (
        <span class="fault" role="alert">
          Whole numbers, with commas between them
        </span>
      )}
    </span>
  );
}
