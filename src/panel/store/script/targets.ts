import type { Script } from "../../../model/script/script";
import type { Socket } from "../../../model/socket";
import type { Store } from "../store";

/** Where a script is played: by the replay client, or on a socket of the page, by its number. */
export type TargetId = "client" | number;

export interface Target {
  readonly id: TargetId;
  /** Why nothing can be sent there now; empty where it can. */
  readonly why: string;
}

const LONGEST_PATH = 60;

/** "#3 /ws", cut. */
export function socketLabel({ number, url }: Socket): string {
  const path = /^[a-z]+:\/\/[^/?#]*(\/[^?#]*)?/i.exec(url)?.[1] ?? "/";
  return `#${number} ${path.slice(0, LONGEST_PATH)}`;
}

/** Why nothing can be sent there now; empty where it can. */
export function whyNot(store: Store, id: TargetId): string {
  const { client, frames } = store.replay;
  if (id === "client") {
    return client.state.value === "disconnected"
      ? "The replay client is not connected: press Connect under Connection."
      : "";
  }
  const socket = store.capture.sockets[id - 1];
  const way = socket && frames.waysOn(socket, true).find((each) => each.id === "same");
  return way ? way.why.replace(/ Use a new connection\.$/, "") : "There is no such socket.";
}

/** Why a script cannot be played there now; empty where it can. */
export function whyNotPlayed(store: Store, id: TargetId, { steps }: Script): string {
  const why = whyNot(store, id);
  const { recording, replay } = store;
  const deaf = !recording.value && !(id === "client" && replay.client.opener === "extension");
  if (why !== "" || !deaf || !steps.some(({ kind }) => kind === "expect")) return why;
  return "Recording is off: no answer would be heard. Press Record.";
}

/** The open sockets of the page, the newest first, the replay client, and what is chosen, be it open or not. */
export function targetsOf(store: Store, chosen: TargetId): Target[] {
  const ids: TargetId[] = store
    .sockets()
    .filter(({ number, replay }) => !replay && whyNot(store, number) === "")
    .map(({ number }) => number)
    .reverse();
  if (chosen !== "client" && !ids.includes(chosen)) ids.unshift(chosen);
  return [...ids, "client" as const].map((id) => ({ id, why: whyNot(store, id) }));
}

/** Whether a run hears the frames of this socket. The replay client's are those of all its connections. */
export function isHeard({ replay }: Store, id: TargetId, socket: Socket): boolean {
  return id === "client" ? replay.client.isOwn(socket) : socket.number === id;
}
