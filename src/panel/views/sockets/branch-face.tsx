import { urlParts } from "../../../model/url";
import { counted, grouped } from "../../parts/words/count";
import type { Store } from "../../store/store";
import { FindingsBadge } from "../session/findings-badge";
import type { Tally } from "../session/tally";
import { framesIn } from "./branch-words";
import type { Branch } from "./branches";
import { ImportedFile } from "./imported-file";
import { SocketItem } from "./socket-item";
import { isTroubled, shownQuery, stateSymbol, stateText, toneOf } from "./socket-words";

interface Props<Line extends Branch> {
  line: Line;
  store: Store;
  /** What is probably wrong, where no line below says it. */
  findings: Tally;
}

function Place({ line, findings }: Props<Extract<Branch, { kind: "place" }>>) {
  const [first] = line.sockets;
  const { origin, path } = urlParts(first?.url ?? "");
  return (
    <>
      <span class="twisty">{line.open ? "\u25be" : "\u25b8"}</span>
      <span class="place-origin">{origin}</span>
      <span class="place-path">{path}</span>
      {first?.replay && <span class="badge replayed">replay</span>}
      <FindingsBadge {...findings} />
      <span class="socket-count" title={counted(line.sockets.length, "socket")}>
        {line.open ? "" : line.sockets.length}
      </span>
    </>
  );
}

function SessionFace({ line, store, findings }: Props<Extract<Branch, { kind: "session" }>>) {
  const last = line.sockets[line.sockets.length - 1];
  const frames = framesIn(store, line.sockets);
  return (
    <>
      <span class="twisty">{line.open ? "\u25be" : "\u25b8"}</span>
      {last && <span class={`state-symbol ${toneOf(last)}`}>{stateSymbol(last)}</span>}
      <span class="session-name">session</span>
      {last?.replay && <span class="badge replayed">replay</span>}
      <span class="session-size">
        {counted(line.sockets.length, "socket")}
        {last && isTroubled(last) && !line.open && `, ${stateText(last)}`}
      </span>
      <FindingsBadge {...findings} />
      <span class="socket-count" title={counted(frames, "frame")}>
        {line.open ? "" : grouped(frames)}
      </span>
    </>
  );
}

/** What a line of the tree shows. */
export function Face({ line, store, findings }: Props<Branch>) {
  switch (line.kind) {
    case "all":
      return <span class="place">All sockets</span>;
    case "place":
      return <Place line={line} store={store} findings={findings} />;
    case "session":
      return <SessionFace line={line} store={store} findings={findings} />;
    case "file":
      return <ImportedFile file={line.file} open={line.open} store={store} findings={findings} />;
    case "socket":
      return (
        <SocketItem
          number={line.socket.number}
          symbol={stateSymbol(line.socket)}
          state={stateText(line.socket)}
          tone={toneOf(line.socket)}
          replay={line.socket.replay !== undefined}
          query={shownQuery(line.socket)}
          frames={store.framesOf(line.socket)}
          findings={findings.count}
          severity={findings.severity}
        />
      );
  }
}
