import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** A line is long from here: 5 kB of coloured JSON on one line take 30 ms a key in Chromium, 20 kB 600 ms. */
const LONG_LINE = 1000;

/** Chromium tells of a selection within a shadow root there only, others in the document. */
type SelectedRoot = { getSelection?: () => Selection | null };

/** Whether what is selected in the page is what the editor knows, and not what it has yet to hear of. */
function knowsSelection(view: EditorView): boolean {
  const { contentDOM, state } = view;
  const selection = (view.root as SelectedRoot).getSelection?.() ?? document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return false;
  if (!contentDOM.contains(anchorNode) || !contentDOM.contains(focusNode)) return false;
  const { anchor, head } = state.selection.main;
  return (
    view.posAtDOM(anchorNode, selection.anchorOffset) === anchor &&
    view.posAtDOM(focusNode, selection.focusOffset) === head
  );
}

/**
 * Types into long lines by a change of ours. Else the browser types into the page first, and shapes the whole line anew
 * for it, many times slower than the editor draws the change.
 */
export const typingInLongLines: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    const { data, inputType, isComposing } = event;
    if (inputType !== "insertText" || !data || isComposing || view.composing || state.readOnly) return false;
    if (state.doc.lineAt(state.selection.main.head).length < LONG_LINE) return false;
    if (!knowsSelection(view)) return false;
    view.dispatch(state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});
