import type { Json } from "./frame";
import { label } from "./labels";

/** Rooms that one frame can name: a list may be as long as the frame. */
const MOST = 1000;

/** A room, or a list of them (`topics`), as names. */
export function roomsOf(value: Json | undefined): string[] {
  if (!Array.isArray(value)) {
    const room = label(value);
    return room === undefined ? [] : [room];
  }
  const rooms: string[] = [];
  for (const entry of value) {
    const room = label(entry);
    if (room !== undefined && rooms.length < MOST) rooms.push(room);
  }
  return rooms;
}

/** Whether a value can name a room, or several. */
export function isRooms(value: Json): boolean {
  return Array.isArray(value)
    ? value.some((entry) => label(entry) !== undefined)
    : label(value) !== undefined;
}
