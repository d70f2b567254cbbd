import { CircleX, TriangleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "../../parts/icon";
import { sized } from "../../parts/words/bytes";
import { grouped } from "../../parts/words/count";
import type { Told } from "../../store/replay/replaying";
import type { Note } from "./composing";
import type { Outgoing } from "./outgoing";

interface Props {
  outgoing: Outgoing;
  binary: boolean;
  note: Note | null;
  told: Told | null;
  /** Said quietly. */
  hint: string;
  send: () => void;
}

function Said({ kind, children }: { kind: "error" | "warning"; children: ComponentChildren }) {
  return (
    <span class={`said ${kind}`}>
      <Icon of={kind === "error" ? CircleX : TriangleAlert} size={12} />
      {children}
    </span>
  );
}

/** The button, what stands against pressing it, and what became of the last time it was pressed. */
export function SendBar({ outgoing, binary, note, told, hint, send }: Props) {
  const { blocked, size, warnings } = outgoing;
  const id = useId();
  return (
    <div class="send-bar">
      <button
        type="button"
        class="send-button"
        title={blocked || "Send (Ctrl+Enter)"}
        aria-describedby={id}
        disabled={blocked !== ""}
        onClick={send}
      >
        Send
      </button>
      <div class="send-says">
        <div class="send-lines" id={id} role="status" aria-label="Before sending">
          {blocked !== "" && <Said kind="error">{blocked}</Said>}
          {warnings.map((warning) => (
            <Said key={warning} kind="warning">
              {warning}
            </Said>
          ))}
          {hint !== "" && <span class="said">{hint}</span>}
          {note && <span class={`said ${note.failed ? "error" : ""}`}>{note.text}</span>}
        </div>
        <div role="status" aria-label="Sending" class="send-lines">
          {told &&
            (told.failed ? <Said kind="error">{told.text}</Said> : <span class="said">{told.text}</span>)}
        </div>
      </div>
      {size !== null && (
        <span class="send-size" title={`${grouped(size)} bytes of a ${binary ? "binary" : "text"} message`}>
          {binary ? "Binary" : "Text"}, {sized(size)}
        </span>
      )}
    </div>
  );
}
