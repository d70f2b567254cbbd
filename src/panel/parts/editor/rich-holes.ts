import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type EditorView, ViewPlugin } from "@codemirror/view";
import type { Hole } from "./template-holes";

const mark = Decoration.mark({ class: "cm-hole" });

/** Marks the holes of a template. */
export function markedHoles(holes: (text: string) => readonly Hole[]): Extension {
  const marks = (view: EditorView) => {
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to } of holes(view.state.doc.toString())) builder.add(from, to, mark);
    return builder.finish();
  };
  return ViewPlugin.define(
    (view) => ({
      marks: marks(view),
      update({ docChanged, view }) {
        if (docChanged) this.marks = marks(view);
      },
    }),
    { decorations: ({ marks }) => marks },
  );
}
