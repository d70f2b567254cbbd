import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { effect, type Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { changeBetween } from "./change-between";
import { fixedExtensions, type Look, lookExtensions } from "./rich-extensions";

/** What can be done to an editor from outside. */
export interface Reach {
  /** Puts the cursor at a place, in sight. */
  goTo(at: number): void;
}

interface Props extends Look {
  label: string;
  value: Signal<string>;
  onSubmit: (() => void) | undefined;
  reach: RefObject<Reach | null>;
}

/** Makes an editor follow a signal, without a step of undo where the editor itself made the change. */
function follow(view: EditorView, value: Signal<string>): () => void {
  return effect(() => {
    const text = value.value;
    const shown = view.state.doc.toString();
    if (text !== shown) view.dispatch({ changes: changeBetween(shown, text), userEvent: "input.outside" });
  });
}

/**
 * CodeMirror in a shadow root: there its styles are adopted sheets, while the <style> it would put into a document is
 * forbidden by the extension's policy.
 */
export function RichEditor({ label, value, onSubmit, reach, ...look }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<{ view: EditorView; look: Compartment } | null>(null);
  const submit = useRef(onSubmit);
  submit.current = onSubmit;

  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: "open" });
    if (!root) return;
    const changing = new Compartment();
    const fixed = fixedExtensions(label, {
      submit: () => {
        submit.current?.();
        return submit.current !== undefined;
      },
      changed: (text) => {
        value.value = text;
      },
    });
    const state = EditorState.create({ doc: value.peek(), extensions: [fixed, changing.of([])] });
    const view = new EditorView({ root, parent: root, state });
    editor.current = { view, look: changing };
    reach.current = {
      goTo(at) {
        view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) }, scrollIntoView: true });
        view.focus();
      },
    };
    const stop = follow(view, value);
    return () => {
      stop();
      view.destroy();
    };
  }, [value, label, reach]);

  const { language, readOnly, original, holes, fault } = look;
  // Another value or label has made another editor, which looks like nothing yet.
  useLayoutEffect(() => {
    const { view, look } = editor.current ?? {};
    view?.dispatch({
      effects: look?.reconfigure(lookExtensions({ language, readOnly, original, holes, fault })) ?? [],
    });
  }, [value, label, language, readOnly, original, holes, fault]);

  // Keys and copies come out of a shadow root as its host's: by this the panel's shortcuts know that one types there.
  return <div class="rich-editor" ref={host} contentEditable={false} />;
}
