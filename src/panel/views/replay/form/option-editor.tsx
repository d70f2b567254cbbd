import type { Field } from "./fields";
import { NumberInput } from "./number-input";
import { NumbersInput } from "./numbers-input";

interface Props {
  field: Field;
  id: string;
  describedBy: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** All orders of some steps. */
function ordersOf(steps: readonly string[]): string[][] {
  if (steps.length < 2) return [[...steps]];
  return steps.flatMap((first) =>
    ordersOf(steps.filter((step) => step !== first)).map((rest) => [first, ...rest]),
  );
}

/** The control for an option, by what its value is. */
export function OptionEditor({ field: { key, label, editor }, id, describedBy, value, onChange }: Props) {
  const common = { id, "aria-describedby": describedBy };
  switch (editor.kind) {
    case "flag":
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case "number":
      return (
        <NumberInput
          {...{ name: key, id, label, describedBy, editor, onChange }}
          value={value as number | null}
        />
      );
    case "numbers":
      return <NumbersInput {...{ id, describedBy, onChange }} unit={editor.unit} value={value as number[]} />;
    case "text":
      return (
        <input
          {...common}
          type="text"
          class="wide"
          placeholder="none"
          value={String(value ?? "")}
          onInput={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? editor.empty : currentTarget.value)
          }
        />
      );
    default: {
      const orders = editor.kind === "order" ? ordersOf(editor.steps) : [];
      const choices =
        editor.kind === "choice"
          ? editor.choices
          : orders.map((order) => [order.join(), order.join(", ")] as const);
      const split = (text: string) => (editor.kind === "order" ? text.split(",") : text);
      return (
        <select
          {...common}
          value={String(value)}
          onChange={({ currentTarget }) => onChange(split(currentTarget.value))}
        >
          {choices.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      );
    }
  }
}
