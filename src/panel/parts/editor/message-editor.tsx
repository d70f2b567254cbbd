import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { sized } from "../words/bytes";
import { type Fault, placeOf } from "./fault";
import { FaultLine } from "./fault-line";
import { PlainEditor } from "./plain-editor";
import { type Reach, RichEditor } from "./rich-editor";
import type { Hole } from "./template-holes";

export interface MessageEditorProps {
  /** Accessible name of the textbox. */
  label: string;
  /** The text. Another signal is another text, with an undo history of its own. */
  value: Signal<string>;
  language: "json" | "text";
  readOnly?: boolean;
  /** What the text is compared with while `changesShown`. */
  original?: string | null;
  changesShown?: boolean;
  /** Ctrl+Enter or Cmd+Enter. */
  onSubmit?: () => void;
  /** Places to mark, in order. */
  holes?: ((text: string) => readonly Hole[]) | null;
}

/** Longer texts get neither colours nor checks: typing would stutter. */
export const MOST_RICH = 1_000_000;

/** Whether a text is too long, decided where it comes from outside: typing across the limit swaps no editor. */
function useTooLong(value: Signal<string>, text: string): boolean {
  const decided = useRef<{ value: Signal<string>; length: number; tooLong: boolean } | null>(null);
  const last = decided.current;
  const outside = last?.value !== value || Math.abs(text.length - last.length) > MOST_RICH / 2;
  const tooLong = outside ? text.length > MOST_RICH : last.tooLong;
  decided.current = { value, length: text.length, tooLong };
  return tooLong;
}

/** The same function for every render: another one would make the editor mark its text anew. */
function useSame(holes: MessageEditorProps["holes"]): NonNullable<MessageEditorProps["holes"]> | null {
  const latest = useRef(holes);
  latest.current = holes;
  const same = useCallback((text: string) => latest.current?.(text) ?? [], []);
  return holes ? same : null;
}

function Unchecked({ text }: { text: string }) {
  return (
    <span>
      {sized(text.length)}: too long for colours, checks and changes.
      {text.includes("\r") && " Typing makes LF of its CR LF line ends."}
    </span>
  );
}

/** An editor of a text message: JSON with colours and its first fault marked and told, or plain text. */
export function MessageEditor(props: MessageEditorProps) {
  const { label, value, language, readOnly = false, original = null, changesShown = false } = props;
  const text = value.value;
  const fault = useSignal<Fault | null>(null);
  const reach = useRef<Reach>(null);
  const holes = useSame(props.holes);
  const tooLong = useTooLong(value, text);
  const checked = language === "json" && !tooLong;
  useEffect(() => {
    fault.value = null;
  }, [value, checked, fault]);
  const told = checked ? fault.value : null;
  const { line, column } = placeOf(text, told?.at ?? 0);
  return (
    <div class="message-editor">
      {tooLong ? (
        <PlainEditor key="plain" label={label} value={value} readOnly={readOnly} />
      ) : (
        <RichEditor
          key="rich"
          label={label}
          value={value}
          language={language}
          readOnly={readOnly}
          original={changesShown ? original : null}
          holes={holes}
          fault={fault}
          onSubmit={props.onSubmit}
          reach={reach}
        />
      )}
      <FaultLine
        label={`Problem in ${label}`}
        fault={told}
        place={`Line ${line}, column ${column}`}
        onGo={() => told && reach.current?.goTo(told.at)}
      >
        {tooLong && <Unchecked text={text} />}
      </FaultLine>
    </div>
  );
}
