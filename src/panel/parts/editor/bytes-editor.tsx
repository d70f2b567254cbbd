import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { HexView } from "../hex-view";
import { sized } from "../words/bytes";
import { counted } from "../words/count";
import { type BytesDraft, typedDraft } from "./bytes-draft";
import { placeOf } from "./fault";
import { FaultLine } from "./fault-line";

export interface BytesEditorProps {
  /** Accessible name of the textbox. */
  label: string;
  value: Signal<BytesDraft>;
}

/** An editor of bytes, written as hex or base64. More of them than one edits by hand are only shown. */
export function BytesEditor({ label, value }: BytesEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { notation, text, bytes, fault } = value.value;
  const { line, column } = placeOf(text ?? "", fault?.at ?? 0);
  const go = () => {
    if (!fault) return;
    area.current?.focus();
    area.current?.setSelectionRange(fault.at, fault.at + 1);
  };
  return (
    <div class="message-editor">
      {text === null ? (
        <HexView bytes={bytes ?? new Uint8Array()} />
      ) : (
        <textarea
          ref={area}
          class="plain-editor"
          aria-label={label}
          aria-invalid={fault !== null}
          spellcheck={false}
          placeholder={notation === "hex" ? "48 65 6c 6c 6f" : "SGVsbG8="}
          value={text}
          onInput={({ currentTarget }) => {
            value.value = typedDraft(currentTarget.value, notation);
          }}
        />
      )}
      <FaultLine
        label={`Problem in ${label}`}
        fault={fault}
        place={line === 1 ? `Character ${column}` : `Line ${line}, character ${column}`}
        onGo={go}
      >
        {text === null &&
          `${sized(bytes?.length ?? 0)}: too many bytes to edit here, they go out as they are.`}
        {text !== null && bytes && counted(bytes.length, "byte")}
      </FaultLine>
    </div>
  );
}
