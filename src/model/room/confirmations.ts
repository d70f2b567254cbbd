import type { DialectId } from "../dialect/dialect";

/**
 * The dialects whose server answers a wish to join, and with what. All others say nothing that would make a page wait
 * (WarpKit R-W3, universal, action C04; STOMP only where a receipt is asked for), or have no rooms.
 */
const CONFIRMATIONS: Partial<Record<DialectId, string>> = {
  phoenix: "phx_reply to phx_join",
  philjs: "room:joined (R-P7), or room:history where a server follows the book (C04)",
  flat: "joined {room, users} (G13)",
  "socket.io": "CONNECT of the namespace comes back",
  wamp: "SUBSCRIBED names the request",
  "action-cable": "confirm_subscription",
  centrifugo: "the reply to subscribe",
  pusher: "pusher_internal:subscription_succeeded",
  mqtt: "SUBACK",
};

/** Whether the servers of a dialect are known to confirm a join. */
export function confirmsJoins(dialect: DialectId): boolean {
  return CONFIRMATIONS[dialect] !== undefined;
}
