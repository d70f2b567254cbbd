import { received, sent, type Tape } from "./tape";

const ROOM = "room:lobby";
const OK = { status: "ok", response: {} };
const json = (...parts: unknown[]) => JSON.stringify(parts);

/**
 * A binary push of the V2 serializer: the kind, the lengths of the texts, the texts, the payload. From the page (0)
 * there are join_ref, ref, topic and event; a reply (1) has a status in the event's place.
 */
function binary(kind: 0 | 1, texts: readonly string[], payload: readonly number[]): Uint8Array {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  return Buffer.concat([Buffer.from([kind, ...lengths]), Buffer.from(texts.join("")), Buffer.from(payload)]);
}

/** Phoenix Channels, vsn 2.0.0: [join_ref, ref, topic, event, payload]. */
export const phoenix: Tape = {
  url: "wss://app.example.com/socket/websocket?token=SFMyNTY.demo&vsn=2.0.0",
  lines: [
    sent(45, json("3", "3", ROOM, "phx_join", { name: "Robin" })),
    received(60, json("3", "3", ROOM, "phx_reply", OK)),
    received(
      62,
      json("3", null, ROOM, "presence_state", { "u-mara": { metas: [{ phx_ref: "F8Zt", name: "Mara" }] } }),
    ),
    received(
      64,
      json(null, null, ROOM, "presence_diff", {
        joins: { "u-robin": { metas: [{ phx_ref: "F8Zu", name: "Robin" }] } },
        leaves: {},
      }),
    ),
    sent(2000, json("3", "4", ROOM, "new_msg", { body: "Hello" })),
    received(2012, json(null, null, ROOM, "new_msg", { body: "Hello", user: "u-robin" })),
    received(2014, json("3", "4", ROOM, "phx_reply", OK)),
    sent(3000, json("5", "5", "room:secret", "phx_join", {})),
    received(
      3010,
      json("5", "5", "room:secret", "phx_reply", { status: "error", response: { reason: "unauthorized" } }),
    ),
    sent(30_045, json(null, "6", "phoenix", "heartbeat", {})),
    received(30_058, json(null, "6", "phoenix", "phx_reply", OK)),
    sent(31_000, binary(0, ["3", "7", ROOM, "upload"], [1, 2, 3, 4])),
    received(31_020, binary(1, ["3", "7", ROOM, "ok"], [4])),
    received(40_000, json(null, null, ROOM, "new_msg", { body: "Hi Robin", user: "u-mara" })),
    received(
      45_000,
      json(null, null, ROOM, "presence_diff", {
        joins: {},
        leaves: { "u-mara": { metas: [{ phx_ref: "F8Zt", name: "Mara" }] } },
      }),
    ),
    sent(60_045, json(null, "8", "phoenix", "heartbeat", {})),
    received(60_061, json(null, "8", "phoenix", "phx_reply", OK)),
    sent(61_000, json("3", "9", ROOM, "phx_leave", {})),
    received(61_011, json("3", "9", ROOM, "phx_reply", OK)),
    received(61_012, json("3", "3", ROOM, "phx_close", {})),
    sent(90_045, json(null, "10", "phoenix", "heartbeat", {})),
  ],
  closed: { at: 120_045, code: 1000, reason: "heartbeat timeout" },
};
