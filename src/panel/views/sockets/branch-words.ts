import { counted } from "../../parts/words/count";
import type { Store } from "../../store/store";
import type { Branch } from "./branches";
import { OPENED_BY, socketName, stateText } from "./socket-words";

/** Frames in sight of several sockets. */
export function framesIn(store: Store, sockets: Extract<Branch, { kind: "session" }>["sockets"]): number {
  return sockets.reduce((sum, socket) => sum + store.framesOf(socket), 0);
}

/** The accessible name of a line. */
export function nameOf(line: Branch, store: Store): string {
  if (line.kind === "all") return "All sockets";
  if (line.kind === "socket") return socketName(line.socket, store.framesOf(line.socket));
  const sockets = counted(line.sockets.length, "socket");
  if (line.kind === "session") {
    const last = line.sockets[line.sockets.length - 1];
    const frames = counted(framesIn(store, line.sockets), "frame");
    return `${last?.replay ? "replay session" : "session"}, ${sockets}, ${last ? `${stateText(last)}, ` : ""}${frames}`;
  }
  return `${line.kind === "file" ? `${line.file.file} (imported)` : line.place} ${sockets}`;
}

/** The tooltip of a line, which also describes it to screen readers. */
export function titleOf(line: Branch, findings: number): string | undefined {
  const parts: string[] = [];
  if (line.kind === "file") parts.push(`${line.file.file}, imported (Delete removes it)`);
  if (line.kind === "place") parts.push(line.place);
  if (line.kind === "session") parts.push(`One session, inferred: ${line.session.reason}`);
  if (line.kind === "socket" && line.socket.replay)
    parts.push(`Opened by the ${OPENED_BY[line.socket.replay]}`);
  if (line.kind === "socket" && line.socket.pretended)
    parts.push("Closed by simulated conditions, in the eyes of the page only");
  if (findings > 0) parts.push(`${counted(findings, "finding")}: what is probably wrong`);
  return parts.length > 0 ? parts.join("\n") : undefined;
}
