import { type Capture, RowFlag } from "../../../model/capture";
import type { Socket } from "../../../model/socket";

/** Where a frame can go: on the socket it was captured on, to that socket's handlers, or through the replay client. */
export type WayId = "same" | "received" | "client";

export interface Way {
  readonly id: WayId;
  readonly label: string;
  readonly hint: string;
  readonly possible: boolean;
  /** Why it is not possible, and what to do; empty where it is. */
  readonly why: string;
}

const HINTS: Record<WayId, string> = {
  same: "The page's own socket sends it: same connection, same session",
  received: "The page's handlers get it, as if the server had sent it",
  client: "The replay client sends it on a connection of its own (tab Replay)",
};

/** Why nothing can be done on a socket of the page; empty where it can. */
function unreachable(socket: Socket, present: (socket: Socket) => boolean): string {
  const { number, state, imported, unseen, replay, transport } = socket;
  if (imported) return `#${number} came from a file. Use a new connection.`;
  if (unseen) return `#${number} belongs to a worker that can't be reached. Use a new connection.`;
  if (replay === "extension") return `#${number} is the replay client's. Use the replay client.`;
  if (transport === "EventSource") return "An EventSource only receives. Use a new connection.";
  if (state === "connecting") return `#${number} is not open yet. Wait until it is.`;
  if (state === "gone" || !present(socket)) return `The page of #${number} is gone. Use a new connection.`;
  if (state !== "open" || socket.pretended) return `#${number} is ${state}. Use a new connection.`;
  return "";
}

/** The ways that there are for content that belongs to a socket, the likeliest first. */
export function waysFor(socket: Socket, sent: boolean, present: (socket: Socket) => boolean): Way[] {
  const why = unreachable(socket, present);
  const page = (id: WayId, label: string): Way => ({ id, label, hint: HINTS[id], possible: why === "", why });
  const same = page("same", `Send again on #${socket.number}`);
  const received = page("received", `As if received on #${socket.number}`);
  const client: Way = {
    id: "client",
    label: "On a new connection",
    hint: HINTS.client,
    possible: true,
    why: "",
  };
  return sent ? [same, received, client] : [received, same, client];
}

/** The frame's content; or why there is none to replay. */
export function contentOf(capture: Capture, row: number): { content: string | Uint8Array } | { why: string } {
  const flags = capture.flags(row);
  if (flags & RowFlag.Loss) return { why: "Frames are missing here: there is nothing to replay." };
  const payload = capture.payload(row);
  if (typeof payload === "string" || payload instanceof Uint8Array) return { content: payload };
  if (flags & RowFlag.Pending) return { why: "Its bytes are still being read. Try again in a moment." };
  if (flags & RowFlag.Stored)
    return { why: "Its content is being fetched from disk. Try again in a moment." };
  return { why: "Its content was not kept: there is nothing to replay." };
}
