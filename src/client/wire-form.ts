import type { RoomDialect } from "./options";
import { isRecord } from "./parse";

/** How rooms and messages are written. What it returns becomes JSON. */
export interface WireForm {
  join(room: string): unknown;
  leave(room: string): unknown;
  message(type: string, payload: unknown, room?: string): unknown;
}

/** The type stands first and wins over a field of that name in the payload, unlike in R-W2. */
function flat(key: string, type: string, payload: unknown, place: Record<string, unknown>): unknown {
  const fields = isRecord(payload) ? payload : payload === undefined ? {} : { payload };
  return Object.assign({ [key]: type }, place, fields, { [key]: type });
}

function flatForm(join: string, leave: string): WireForm {
  return {
    join: (room) => ({ type: join, room }),
    leave: (room) => ({ type: leave, room }),
    message: (type, payload, room) => flat("type", type, payload, room === undefined ? {} : { room }),
  };
}

function philjsForm(now: () => number): WireForm {
  const message = (type: string, payload: unknown, room?: string): unknown =>
    // The order of the keys is R-P2.
    ({ type, payload, timestamp: now(), ...(room === undefined ? {} : { room }) });
  return {
    join: (roomId) => message("room:join", { roomId }),
    leave: (roomId) => message("room:leave", { roomId }),
    message,
  };
}

const actionForm: WireForm = {
  join: (room) => ({ action: "subscribe", topics: [room] }),
  leave: (room) => ({ action: "unsubscribe", topics: [room] }),
  message: (type, payload, room) =>
    flat("action", type, payload, room === undefined ? {} : { topics: [room] }),
};

function phoenixForm(ref: () => string): WireForm {
  const joinRefs = new Map<string, string>();
  return {
    join: (room) => {
      const own = ref();
      joinRefs.set(room, own);
      return [own, own, room, "phx_join", {}];
    },
    leave: (room) => [joinRefs.get(room) ?? null, ref(), room, "phx_leave", {}],
    message: (type, payload, room = "phoenix") => [
      joinRefs.get(room) ?? null,
      ref(),
      room,
      type,
      payload ?? {},
    ],
  };
}

/** Sources: requirements C02, P15, P34, P35, G12, R-W2, R-W3, U15, U16, K38; Phoenix as phoenix.js 2.0.0 writes it. */
export function wireForm(dialect: RoomDialect, now: () => number, ref: () => string): WireForm {
  switch (dialect) {
    case "philjs":
      return philjsForm(now);
    case "flat":
      return flatForm("join", "leave");
    case "warpkit":
      return flatForm("room.join", "room.leave");
    case "universal":
      return flatForm("join-room", "leave-room");
    case "action":
      return actionForm;
    case "phoenix":
      return phoenixForm(ref);
  }
}
