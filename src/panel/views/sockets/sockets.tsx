import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useId, useState } from "preact/hooks";
import { tree, treeItem } from "../../parts/roles";
import { useThrottled } from "../../parts/throttled";
import { treeMove } from "../../parts/tree-keys";
import type { Store } from "../../store/store";
import { tallyOf } from "../session/tally";
import { useFindings } from "../session/use-findings";
import { Face } from "./branch-face";
import { nameOf, titleOf } from "./branch-words";
import { type Branch, branches, sameChoice } from "./branches";

/** Counts may lag this much: nobody reads them faster. */
const LAG = 150;

/** The sockets whose findings a line tells: those of lines that are not in sight, too. */
function toldBy(line: Branch): readonly { number: number }[] {
  if (line.kind === "socket") return line.level === 2 ? [line.socket] : [];
  if (line.kind === "all") return [];
  return line.kind === "session" || !line.open ? line.sockets : [];
}

/** The page's sockets by place and session. Choosing one shows its frames only, choosing it again shows all. */
export function Sockets({ store }: { store: Store }) {
  useThrottled(store.version, LAG).value;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState("all");
  const id = useId();
  const chosen = store.filtering.chosen.value;
  const { sessions } = store.understanding;
  const lines = branches(store.sockets(), store.files(), folded, (number) => sessions.of(number));
  const findings = useFindings(store);
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
      {lines.map((line, index) => {
        const tally = tallyOf(findings, toldBy(line), sessions);
        return (
          <div
            key={line.id}
            id={idOf(line)}
            class={`branch ${line.kind} level-${line.level}${line.id === active ? " active" : ""}`}
            {...treeItem(
              line.level,
              "open" in line ? line.open : undefined,
              sameChoice(line.choice, chosen),
              nameOf(line, store),
            )}
            data-index={index}
            title={titleOf(line, tally.count)}
          >
            <Face line={line} store={store} findings={tally} />
          </div>
        );
      })}
      {lines.length === 0 && <p class="quiet-note">No sockets</p>}
    </div>
  );
}
