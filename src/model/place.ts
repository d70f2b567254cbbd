import type { Socket } from "./socket";
import { urlParts } from "./url";

const places = new WeakMap<Socket, string>();

/**
 * Where a socket goes: its URL without the query, which may change at each attempt (it holds the token). What the replay
 * client opened is never at a place of the page's own sockets.
 */
export function placeOf(socket: Socket): string {
  let place = places.get(socket);
  if (place === undefined) {
    const { origin, path } = urlParts(socket.url);
    place = origin + path + (socket.replay ? " (replay client)" : "");
    places.set(socket, place);
  }
  return place;
}
