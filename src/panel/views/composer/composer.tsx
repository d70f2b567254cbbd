import type { Signal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { Filled } from "../../../model/template/fill";
import { BytesEditor } from "../../parts/editor/bytes-editor";
import { MessageEditor, MOST_RICH } from "../../parts/editor/message-editor";
import type { Hole } from "../../parts/editor/template-holes";
import type { Told } from "../../store/replay/replaying";
import { ComposerTools } from "./composer-tools";
import { Composing } from "./composing";
import { useDroppedFile } from "./dropped-file";
import { FillPreview } from "./fill-preview";
import { textOf } from "./format";
import { judge } from "./outgoing";
import { SendBar } from "./send-bar";
import type { ComposerDraft, MessageContent, Way } from "./types";

export interface ComposerProps {
  /** What it starts with; a new object starts anew. */
  draft: ComposerDraft;
  /** Where it can go. */
  ways: readonly Way[];
  chosenWay: Signal<string>;
  send: (content: MessageContent, way: string) => void;
  /** Fills a template. Asked for the preview too, so it changes nothing; what it gives right before `send` goes out. */
  fill: (text: string) => Filled;
  holes: (text: string) => readonly Hole[];
  refreshed: (text: string) => { text: string; changed: number };
  /** What became of the last sending. */
  told: Told | null;
  onClose?: () => void;
}

/** What the text is compared with, or why it is compared with nothing. */
function comparison({ draft, binary, text }: Composing): { original: string | null; why: string | null } {
  const captured = draft.captured?.content;
  if (captured === undefined) return { original: null, why: null };
  if (binary.value) return { original: null, why: "Changes are shown in text only" };
  const original = typeof captured === "string" ? captured : textOf(captured);
  if (original === null) return { original, why: "What was captured is no text" };
  const long = Math.max(text.value.length, original.length) > MOST_RICH;
  return long ? { original: null, why: "The message is too long to compare" } : { original, why: "" };
}

/** Writes a message and sends it. What nobody edited goes out as it came: the very same string or bytes. */
export function Composer(props: ComposerProps) {
  const { draft, ways, chosenWay, fill, holes, refreshed, told, onClose } = props;
  const composing = useMemo(() => new Composing(draft), [draft]);
  const { binary, bytes, changesShown, content, format, note, templates, text } = composing;
  const root = useRef<HTMLElement>(null);
  const over = useDroppedFile(root, (file) => void composing.load(file));

  const filling = templates.value && !binary.value;
  const filled = useMemo(() => (filling ? fill(text.value) : null), [filling, fill, text.value]);
  const way = ways.find(({ id }) => id === chosenWay.value);
  const outgoing = judge({ format: format.value, content: content.value, filled, way });
  const { original, why } = comparison(composing);
  const compared = changesShown.value && original !== null;

  const send = () => {
    if (outgoing.blocked !== "" || content.value === null || !way) return;
    const goes = filling ? fill(text.value) : null;
    if (goes === null) props.send(content.value, way.id);
    else if (goes.problems.length === 0) props.send(goes.text, way.id);
  };
  const unfilled = !templates.value && !binary.value && holes(text.value).length > 0;
  const hint = unfilled
    ? "{{\u2026}} goes out as written: Templates is off"
    : compared && original === text.value
      ? `Same as ${draft.captured?.label}`
      : "";

  return (
    <section
      ref={root}
      class={`composer${over ? " over" : ""}`}
      aria-label="Composer"
      onKeyDownCapture={(event) => {
        // Held down it would flood the server. Before the editor hears it, which sends by itself.
        if (event.key !== "Enter" || !event.repeat || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === "Escape" && onClose) {
          event.stopPropagation();
          onClose();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        else return;
        event.preventDefault();
      }}
    >
      <ComposerTools
        composing={composing}
        ways={ways}
        chosenWay={chosenWay}
        refreshed={refreshed}
        unchanging={why}
        onClose={onClose}
      />
      {binary.value ? (
        <BytesEditor label="Message" value={bytes} />
      ) : (
        <MessageEditor
          label="Message"
          value={text}
          language={format.value === "JSON" ? "json" : "text"}
          original={original}
          changesShown={compared}
          holes={filling ? holes : null}
          onSubmit={send}
        />
      )}
      {filled && <FillPreview filled={filled} />}
      <SendBar
        outgoing={outgoing}
        binary={binary.value}
        note={note.value}
        told={told}
        hint={hint}
        send={send}
      />
      {over && <div class="composer-drop">Drop a file to load it as the message</div>}
    </section>
  );
}
