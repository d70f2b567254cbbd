import type { RoomEvent } from "../../../model/room/room";
import type { Socket } from "../../../model/socket";

/** A time that the page was in a room, or waited to be. */
export interface Stay {
  from: number;
  to: number;
  confirmed: boolean;
}

/**
 * When the page was in a room, as the events of the room say (oldest first): from a join or its confirmation, until it
 * left, was refused, or the socket closed.
 */
export function staysIn(events: readonly RoomEvent[], sockets: readonly Socket[], now: number): Stay[] {
  const ends = new Map(sockets.map(({ number, closedAt }) => [number, closedAt ?? now]));
  const stays: Stay[] = [];
  let current: (Stay & { socket: number }) | undefined;
  const end = (time: number) => {
    if (current) current.to = Math.min(current.to, time);
    current = undefined;
  };
  for (const { kind, socket, time } of events) {
    if (current && current.socket !== socket) end(time);
    if (kind === "left" || kind === "refused" || kind === "forgotten") end(time);
    else if (kind === "confirmed" || !current) {
      if (current?.confirmed) continue;
      end(time);
      current = {
        from: time,
        to: Math.max(time, ends.get(socket) ?? now),
        confirmed: kind === "confirmed",
        socket,
      };
      stays.push(current);
    }
  }
  return stays;
}
