import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useId, useState } from "preact/hooks";
import { tree, treeItem } from "../../parts/roles";
import { useThrottled } from "../../parts/throttled";
import { treeMove } from "../../parts/tree-keys";
import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";
import { type Branch, branches, sameChoice } from "./branches";
import { ImportedFile } from "./imported-file";
import { SocketItem } from "./socket-item";
import { isTroubled, shownQuery, socketName, stateSymbol, stateText } from "./socket-words";

/** Counts may lag this much: nobody reads them faster. */
const LAG = 150;

function nameOf(line: Branch, store: Store): string {
  if (line.kind === "all") return "All sockets";
  if (line.kind === "socket") return socketName(line.socket, store.framesOf(line.socket));
  const where = line.kind === "file" ? `${line.file.file} (imported)` : line.place;
  return `${where} ${counted(line.sockets.length, "socket")}`;
}

function titleOf(line: Branch): string | undefined {
  if (line.kind === "file") return `${line.file.file}, imported (Delete removes it)`;
  return line.kind === "place" ? line.place : undefined;
}

function Face({ line, store }: { line: Branch; store: Store }) {
  if (line.kind === "all") return <span class="place">All sockets</span>;
  if (line.kind === "place") {
    const slash = line.place.indexOf("/", line.place.indexOf("//") + 2);
    return (
      <>
        <span class="twisty">{line.open ? "\u25be" : "\u25b8"}</span>
        <span class="place-origin">{line.place.slice(0, slash)}</span>
        <span class="place-path">{line.place.slice(slash)}</span>
        <span class="socket-count" title={counted(line.sockets.length, "socket")}>
          {line.open ? "" : line.sockets.length}
        </span>
      </>
    );
  }
  if (line.kind === "file") return <ImportedFile file={line.file} open={line.open} store={store} />;
  const { socket } = line;
  return (
    <SocketItem
      number={socket.number}
      symbol={stateSymbol(socket)}
      state={stateText(socket)}
      tone={isTroubled(socket) ? "troubled" : socket.imported ? "imported" : socket.state}
      query={shownQuery(socket)}
      frames={store.framesOf(socket)}
    />
  );
}

/** The page's sockets by place. Choosing one shows its frames only, choosing it again shows all. */
export function Sockets({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState("all");
  const id = useId();
  const chosen = store.filtering.chosen.value;
  const lines = branches(store.sockets(), store.files(), folded);
  const at = lines.findIndex((line) => line.id === active);
  const idOf = (line: Branch) => `${id}-${line.id.replaceAll(" ", "-")}`;
  const activeLine = lines[at];

  const toggle = (line: Branch | undefined) => {
    if (!line || !("open" in line)) return;
    const next = new Set(folded);
    if (!next.delete(line.id)) next.add(line.id);
    setFolded(next);
  };
  const choose = (line: Branch | undefined) => {
    if (line) store.filtering.choose(sameChoice(line.choice, chosen) ? null : line.choice);
  };
  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Delete" && activeLine?.kind === "file") {
      store.removeImport(activeLine.file.id);
      setActive("all");
      return;
    }
    const move = treeMove(lines, at, event.key);
    if (!move) return;
    event.preventDefault();
    if ("toggle" in move) toggle(lines[move.toggle]);
    else if ("choose" in move) choose(lines[move.choose]);
    else {
      const line = lines[move.to];
      if (!line) return;
      setActive(line.id);
      document.getElementById(idOf(line))?.scrollIntoView({ block: "nearest" });
    }
  };
  const click = (event: TargetedMouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const line = lines[Number(target.closest<HTMLElement>("[data-index]")?.dataset.index ?? -1)];
    if (!line) return;
    if (target.closest("button")) return;
    setActive(line.id);
    if (target.closest(".twisty")) toggle(line);
    else choose(line);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is in the attributes below
    <div
      class="sockets"
      {...tree("Sockets", activeLine && idOf(activeLine))}
      onKeyDown={press}
      onClick={click}
    >
      {lines.map((line, index) => (
        <div
          key={line.id}
          id={idOf(line)}
          class={`branch ${line.kind}${line.id === active ? " active" : ""}`}
          {...treeItem(
            line.level,
            "open" in line ? line.open : undefined,
            sameChoice(line.choice, chosen),
            nameOf(line, store),
          )}
          data-index={index}
          title={titleOf(line)}
        >
          <Face line={line} store={store} />
        </div>
      ))}
      {lines.length === 0 && <p class="quiet-note">No sockets</p>}
    </div>
  );
}
