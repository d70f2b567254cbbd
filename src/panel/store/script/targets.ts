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

/** The socket whose frames a run hears; the replay client's is that of its newest connection. */
export function heardSocket(store: Store, id: TargetId): Socket | undefined {
  if (id !== "client") return store.capture.sockets[id - 1];
  return store.capture.sockets.findLast(({ replay, imported }) => replay !== undefined && !imported);
}
