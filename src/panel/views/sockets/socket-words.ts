import type { Socket } from "../../../model/socket";
import { maskedQuery, urlParts } from "../../../model/url";
import { counted } from "../../parts/words/count";

/** Close codes that say all went as wanted: normal, going away (a navigation), and none given. */
const CALM = new Set([1000, 1001, 1005]);

export function isTroubled(socket: Socket): boolean {
  return socket.failed || (socket.state === "closed" && !CALM.has(socket.code ?? 0));
}

/** "open", "closed 1006": what the colour and the symbol say too. */
export function stateText(socket: Socket): string {
  if (socket.state === "closed") return `closed ${socket.code ?? ""}`.trimEnd();
  return socket.state === "gone" ? "page gone" : socket.state;
}

export function stateSymbol(socket: Socket): string {
  if (isTroubled(socket)) return "\u2715";
  return { connecting: "\u25cc", open: "\u25cf", closing: "\u25d0", closed: "\u25cb", gone: "\u25cb" }[
    socket.state
  ];
}

/** "#3 /ws open 1,204 frames". */
export function socketName(socket: Socket, frames: number): string {
  return `#${socket.number} ${urlParts(socket.url).path} ${stateText(socket)} ${counted(frames, "frame")}`;
}

export function shownQuery(socket: Socket): string {
  return maskedQuery(urlParts(socket.url).query);
}
