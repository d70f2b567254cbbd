import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { FORMATS, type Format } from "./format";

const TIPS: Record<Format, string> = {
  JSON: "A text message, checked as JSON",
  Text: "A text message",
  Hex: "A binary message, written as hex",
  Base64: "A binary message, written as Base64",
};

export function FormatChoice({ chosen, choose }: { chosen: Format; choose: (format: Format) => void }) {
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  const [tries, setTries] = useState(0);
  // A choice that was refused is no change to Preact, but it was one to the browser.
  useLayoutEffect(() => {
    for (const input of group.current?.querySelectorAll("input") ?? [])
      input.checked = input.value === chosen;
  });
  return (
    <div ref={group} class="format-choice" role="radiogroup" aria-label="Format">
      {FORMATS.map((format) => (
        <label key={format} title={TIPS[format]}>
          <input
            type="radio"
            class="unseen"
            name={name}
            value={format}
            checked={format === chosen}
            onChange={() => {
              choose(format);
              setTries(tries + 1);
            }}
          />
          {format}
        </label>
      ))}
    </div>
  );
}
