import { signal } from "@preact/signals";
import { act, render } from "@testing-library/preact";
import { Composer, type ComposerProps } from "../../../../src/panel/views/composer/composer";
import type { MessageContent } from "../../../../src/panel/views/composer/types";
import { editorIn } from "../../parts/editor/support";

const HOLE = /\{\{(.*?)\}\}/g;

const WAYS = [
  { id: "page", label: "Socket #3", hint: "As the page sends", possible: true, why: "" },
  { id: "client", label: "Replay client", hint: "", possible: false, why: "not connected" },
];

/** A composer over templates that know the hole n only. */
export function openComposer(content: MessageContent, given: Partial<ComposerProps> = {}) {
  const sent: [MessageContent, string][] = [];
  const props: ComposerProps = {
    draft: { content, captured: null },
    ways: WAYS,
    chosenWay: signal("page"),
    send: (...what) => sent.push(what),
    fill: (text) => ({
      text: text.replaceAll("{{n}}", "7"),
      problems: [...text.matchAll(HOLE)]
        .filter(([, name]) => name !== "n")
        .map(({ 0: hole, index }) => ({ at: index, length: hole.length, text: hole, message: "is unknown" })),
    }),
    holes: (text) =>
      [...text.matchAll(HOLE)].map(({ 0: hole, index }) => ({ from: index, to: index + hole.length })),
    refreshed: (text) => ({ text: text.replace("17", "18"), changed: text.includes("17") ? 1 : 0 }),
    told: null,
    ...given,
  };
  const { container, rerender } = render(<Composer {...props} />);
  const again = (changed: Partial<ComposerProps>) => rerender(<Composer {...props} {...changed} />);
  const text = () => editorIn(container).view.state.doc.toString();
  const type = (text: string) =>
    act(() => {
      const { view } = editorIn(container);
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    });
  return { sent, again, text, type, chosenWay: props.chosenWay };
}
