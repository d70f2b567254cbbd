import { EditorView } from "@codemirror/view";

/** The editor in a component's shadow root: Testing Library does not look in there. */
export function editorIn(container: Element): { view: EditorView; box: HTMLElement } {
  const root = container.querySelector(".rich-editor")?.shadowRoot;
  const box = root?.querySelector<HTMLElement>("[role=textbox]");
  const view = box && EditorView.findFromDOM(box);
  if (!box || !view) throw new Error("no editor");
  return { view, box };
}
