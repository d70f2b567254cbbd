import { type Signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";

interface Props {
  label: string;
  value: Signal<string>;
  readOnly: boolean;
}

/** A text too long for colours. It keeps its own text: to the browser \r\n and \n are the same, to a message not. */
export function PlainEditor({ label, value, readOnly }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = useRef<string | null>(null);
  useSignalEffect(() => {
    if (area.current && value.value !== typed.current) area.current.value = value.value;
  });
  return (
    <textarea
      ref={area}
      class="plain-editor"
      aria-label={label}
      readOnly={readOnly}
      spellcheck={false}
      onInput={({ currentTarget }) => {
        typed.current = currentTarget.value;
        value.value = currentTarget.value;
      }}
    />
  );
}
