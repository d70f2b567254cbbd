import { received, sent, type Tape } from "./tape";

const ROOM = "presence-room";
const json = JSON.stringify;
/** The server's own events carry their data as JSON within JSON. */
const event = (name: string, data: object, channel?: string) =>
  json({ event: name, data: json(data), channel });
const HERE = { presence: { count: 1, ids: ["u-mara"], hash: { "u-mara": { name: "Mara" } } } };

/** Pusher Channels, protocol 7. The page pings when it has heard nothing for `activity_timeout` seconds. */
export const pusher: Tape = {
  url: "wss://ws-eu.pusher.com/app/f4k3k3y?protocol=7&client=js&version=8.4.0&flash=false",
  lines: [
    received(
      60,
      event("pusher:connection_established", { socket_id: "218656.9503498", activity_timeout: 30 }),
    ),
    sent(65, json({ event: "pusher:subscribe", data: { auth: "", channel: "prices" } })),
    received(80, event("pusher_internal:subscription_succeeded", {}, "prices")),
    received(1000, event("tick", { pair: "btc-usd", price: 64_200.5 }, "prices")),
    sent(
      1500,
      json({
        event: "pusher:subscribe",
        data: {
          auth: "f4k3k3y:0a1b2c",
          channel_data: json({ user_id: "u-robin", user_info: { name: "Robin" } }),
          channel: ROOM,
        },
      }),
    ),
    received(1520, event("pusher_internal:subscription_succeeded", HERE, ROOM)),
    received(
      2000,
      event("pusher_internal:member_added", { user_id: "u-jonas", user_info: { name: "Jonas" } }, ROOM),
    ),
    sent(2500, json({ event: "client-typing", data: { user_id: "u-robin" }, channel: ROOM })),
    received(2510, json({ event: "pusher:error", data: { code: 4301, message: "Client event rejected" } })),
    received(3000, event("pusher_internal:member_removed", { user_id: "u-jonas" }, ROOM)),
    sent(33_000, json({ event: "pusher:ping", data: {} })),
    received(33_014, json({ event: "pusher:pong", data: {} })),
    sent(63_014, json({ event: "pusher:ping", data: {} })),
    received(63_027, json({ event: "pusher:pong", data: {} })),
    received(64_000, json({ event: "pusher:ping", data: {} })),
    sent(64_001, json({ event: "pusher:pong", data: {} })),
    sent(65_000, json({ event: "pusher:unsubscribe", data: { channel: "prices" } })),
  ],
  closed: { at: 70_000, code: 4200, reason: "Please reconnect immediately" },
};
