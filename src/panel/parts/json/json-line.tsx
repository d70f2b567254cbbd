import { oneLine } from "../words/one-line";
import type { JsonLabel, JsonLine } from "./outline";
import { isContainer } from "./scan";

const SHORT = 100;
const LONG = 2000;

function kindOf(text: string, start: number): string {
  if (isContainer(text, start)) return "container";
  const char = text[start] ?? "";
  if (char === '"') return "string";
  return char === "t" || char === "f" || char === "n" ? "word" : "number";
}

function labelText(label: JsonLabel): string {
  if (!label) return "";
  if ("key" in label) return oneLine(label.key, SHORT);
  return "index" in label ? String(label.index) : `[${label.from} \u2026 ${label.to}]`;
}

/** What a value looks like on its line: containers by their beginning, all else as written. */
function valueText(text: string, line: JsonLine): string {
  if (line.range) return "";
  if (!isContainer(text, line.start))
    return oneLine(text.slice(line.start, Math.min(line.end, line.start + LONG + 1)), LONG);
  if (line.open === undefined) return text[line.start] === "[" ? "[]" : "{}";
  return oneLine(text.slice(line.start, Math.min(line.end, line.start + SHORT + 1)), SHORT);
}

export function JsonLineView({ text, line }: { text: string; line: JsonLine }) {
  const label = labelText(line.label);
  return (
    <>
      <span class="twisty" aria-hidden="true">
        {line.open === undefined ? "" : line.open ? "\u25be" : "\u25b8"}
      </span>
      {label !== "" && <span class={line.range ? "json-range" : "json-key"}>{label}</span>}
      {label !== "" && !line.range && <span class="json-colon">: </span>}
      <span class={`json-${kindOf(text, line.start)}`}>{valueText(text, line)}</span>
    </>
  );
}
