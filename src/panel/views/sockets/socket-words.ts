import type { Socket } from "../../../model/socket";
import { maskedQuery, urlParts } from "../../../model/url";
import { counted } from "../../parts/words/count";

/** Close codes that say all went as wanted: normal, going away (a navigation), and none given. */
const CALM = new Set([1000, 1001, 1005]);

export function isTroubled(socket: Socket): boolean {
  return socket.failed || (socket.state === "closed" && socket.code !== undefined && !CALM.has(socket.code));
}

/** "open", "closed 1006": what the colour and the symbol say too. */
export function stateText(socket: Socket): string {
  if (socket.unseen) return "in a worker";
  // A file ends before its sockets may have.
  if (socket.imported && socket.state !== "closed" && socket.state !== "gone") return `was ${socket.state}`;
  // 0 is no code: the browser refused to make the socket.
  if (socket.state === "closed") {
    return `closed ${socket.code || ""}`.trimEnd() + (socket.pretended ? " (simulated)" : "");
  }
  if (socket.state !== "gone") return socket.state;
  return socket.worker === undefined ? "page gone" : "worker gone";
}

export function stateSymbol(socket: Socket): string {
  if (socket.unseen) return "?";
  if (isTroubled(socket)) return "\u2715";
  return { connecting: "\u25cc", open: "\u25cf", closing: "\u25d0", closed: "\u25cb", gone: "\u25cb" }[
    socket.state
  ];
}

/** What the colour of the symbol goes by. */
export function toneOf(socket: Socket): string {
  if (isTroubled(socket)) return "troubled";
  return socket.imported ? "imported" : socket.state;
}

/** "#3 /ws open 1,204 frames"; what is no WebSocket, and what the replay client opened, says so. */
export function socketName(socket: Socket, frames: number): string {
  const transport = socket.transport === "WebSocket" ? "" : `${socket.transport} `;
  const what = `${transport}${socket.replay ? "replay " : ""}`;
  return `#${socket.number} ${urlParts(socket.url).path} ${what}${stateText(socket)} ${counted(frames, "frame")}`;
}

/** Who opened a socket that is not the page's own. */
export const OPENED_BY = {
  page: "replay client, in the page's name",
  extension: "replay client, from the extension",
} as const;

/** What stands behind a socket's state in the tree. */
export function shownQuery(socket: Socket): string {
  const { path, query } = urlParts(socket.url);
  // Those of a file stand under its name, not under their place.
  return (socket.imported ? path : "") + maskedQuery(query);
}
