import type { TargetedClipboardEvent, TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useId, useMemo, useState } from "preact/hooks";
import { tree, treeItem } from "../roles";
import { treeMove } from "../tree-keys";
import { useVirtualRows } from "../use-virtual-rows";
import { JsonLineView } from "./json-line";
import { type JsonLine, JsonOutline } from "./outline";

const ROW_HEIGHT = 18;
const FIRST_LINES = 30;

/** The value as it is copied: a string without its quotes and escapes, all else as written. */
function copied(text: string, line: JsonLine): string {
  const source = text.slice(line.start, line.end);
  return source.startsWith('"') && !line.range ? (JSON.parse(source) as string) : source;
}

/** A valid JSON text as a tree. Give it a `key` that changes with the text. */
export function JsonTree({ text }: { text: string }) {
  const outline = useMemo(() => new JsonOutline(text), [text]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => outline.firstOpen(FIRST_LINES));
  const [active, setActive] = useState("");
  const lines = useMemo(() => outline.lines(open), [outline, open]);
  const rows = useVirtualRows({ count: lines.length, rowHeight: ROW_HEIGHT });
  const id = useId();
  const at = lines.findIndex((line) => line.id === active);
  const shown = lines.slice(rows.first, rows.last);
  const idOf = (line: JsonLine) => `${id}-${line.id}`;

  const toggle = (line: JsonLine) => {
    const next = new Set(open);
    if (!next.delete(line.id)) next.add(line.id);
    setOpen(next);
  };
  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeMove(lines, at, event.key);
    if (!move) return;
    event.preventDefault();
    const target = lines["to" in move ? move.to : "toggle" in move ? move.toggle : move.choose];
    if (!target) return;
    if ("to" in move) {
      setActive(target.id);
      rows.reveal(move.to);
    } else if (target.open !== undefined) toggle(target);
  };
  const click = (event: TargetedMouseEvent<HTMLElement>) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    const line = lines[Number(item?.dataset.index)];
    if (!line) return;
    setActive(line.id);
    if (line.open !== undefined && getSelection()?.isCollapsed !== false) toggle(line);
  };
  const copy = (event: TargetedClipboardEvent<HTMLElement>) => {
    const line = lines[at];
    if (!line || getSelection()?.isCollapsed === false) return;
    event.clipboardData?.setData("text/plain", copied(text, line));
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is in the attributes below
    <div
      class="json-tree"
      ref={rows.scroller}
      {...tree("JSON", shown.some((line) => line.id === active) ? `${id}-${active}` : undefined)}
      onScroll={rows.onScroll}
      onKeyDown={press}
      onClick={click}
      onCopy={copy}
    >
      <div class="virtual" role="presentation" style={{ height: `${rows.height}px` }}>
        <div class="virtual-rows" role="presentation" style={{ transform: `translateY(${rows.offset}px)` }}>
          {shown.map((line, i) => (
            <div
              key={line.id}
              id={idOf(line)}
              class="json-line"
              {...treeItem(line.level, line.open, line.id === active)}
              data-index={rows.first + i}
              style={{ paddingLeft: `${(line.level - 1) * 14 + 4}px` }}
            >
              <JsonLineView text={text} line={line} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
