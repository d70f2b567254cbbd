import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { jsonLanguage } from "@codemirror/lang-json";
import { bracketMatching } from "@codemirror/language";
import { diagnosticCount, linter } from "@codemirror/lint";
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension, Prec, Text } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
import type { Signal } from "@preact/signals";
import { oneLine } from "../words/one-line";
import type { Fault } from "./fault";
import { jsonFault } from "./json-fault";
import { markedHoles } from "./rich-holes";
import { richTheme } from "./rich-theme";
import { typingInLongLines } from "./rich-typing";
import { type Hole, withDigits } from "./template-holes";

export interface Callbacks {
  submit: () => boolean;
  changed: (text: string) => void;
}

/** What an editor shows beside its text; it may change while the text stays. */
export interface Look {
  language: "json" | "text";
  readOnly: boolean;
  /** What the text is compared with. */
  original: string | null;
  holes: ((text: string) => readonly Hole[]) | null;
  /** Set after typing paused. */
  fault: Signal<Fault | null>;
}

const CHECK_AFTER_MS = 300;

/** A character that would not be seen. */
function shownChar(code: number, description: string | null): HTMLElement {
  const element = document.createElement("span");
  element.className = "cm-specialChar";
  element.textContent = oneLine(String.fromCodePoint(code), 2);
  element.title = description ?? "";
  return element;
}

/** What every editor has, for good. */
export function fixedExtensions(label: string, { submit, changed }: Callbacks): Extension {
  return [
    // Only \n ends a line: CodeMirror would make one of every \r\n, and a message must go out as it came.
    EditorState.lineSeparator.of("\n"),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n")),
    // A file is not for the editor, which would insert it as text.
    EditorView.domEventHandlers({ drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0 }),
    Prec.highest(
      keymap.of(["Ctrl-Enter", "Cmd-Enter"].map((key) => ({ key, run: submit, preventDefault: true }))),
    ),
    history(),
    // Escape would take the selection away; here it leaves.
    keymap.of([...historyKeymap, ...defaultKeymap.filter(({ key }) => key !== "Escape")]),
    typingInLongLines,
    EditorView.lineWrapping,
    highlightSpecialChars({ render: shownChar }),
    EditorView.contentAttributes.of((view) => ({
      "aria-label": label,
      "aria-invalid": String(diagnosticCount(view.state) > 0),
      "aria-readonly": String(view.state.readOnly),
      spellcheck: "false",
    })),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) changed(state.doc.toString());
    }),
    richTheme,
  ];
}

function json({ holes, fault: told }: Look): Extension {
  const check = ({ state }: EditorView) => {
    const text = state.doc.toString();
    const fault = text.trim() === "" ? null : jsonFault(withDigits(text, holes?.(text) ?? []));
    told.value = fault;
    if (!fault) return [];
    const to = Math.min(text.length, fault.at + 1);
    return [{ from: Math.min(fault.at, to), to, severity: "error" as const, message: fault.message }];
  };
  return [jsonLanguage, bracketMatching(), linter(check, { delay: CHECK_AFTER_MS })];
}

/** What makes the look. */
export function lookExtensions(look: Look): Extension {
  const { language, readOnly, original, holes } = look;
  return [
    EditorState.readOnly.of(readOnly),
    language === "json" ? json(look) : [],
    holes ? markedHoles(holes) : [],
    original === null
      ? []
      : unifiedMergeView({
          original: Text.of(original.split("\n")),
          mergeControls: false,
          allowInlineDiffs: true,
          diffConfig: { scanLimit: 500, timeout: 200 },
        }),
  ];
}
