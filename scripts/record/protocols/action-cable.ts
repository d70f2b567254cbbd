import { received, sent, type Tape } from "./tape";

const CHAT = '{"channel":"ChatChannel","room":"lobby"}';
const ADMIN = '{"channel":"AdminChannel"}';
const json = JSON.stringify;
/** The server says the time, in seconds, every three of them; nobody answers. */
const ping = (at: number) =>
  received(at, json({ type: "ping", message: 1_767_603_600 + Math.floor(at / 1000) }));

/** Action Cable. An identifier is JSON within JSON, and so is what a page performs. */
export const actionCable: Tape = {
  url: "wss://app.example.com/cable",
  asked: ["actioncable-v1-json", "actioncable-unsupported"],
  protocol: "actioncable-v1-json",
  lines: [
    received(52, json({ type: "welcome" })),
    sent(55, json({ command: "subscribe", identifier: CHAT })),
    sent(56, json({ command: "subscribe", identifier: ADMIN })),
    received(70, json({ identifier: CHAT, type: "confirm_subscription" })),
    received(71, json({ identifier: ADMIN, type: "reject_subscription" })),
    sent(
      1000,
      json({ command: "message", identifier: CHAT, data: json({ body: "Hello", action: "speak" }) }),
    ),
    received(1015, json({ identifier: CHAT, message: { user: "Robin", body: "Hello" } })),
    ping(3052),
    received(5000, json({ identifier: CHAT, message: { user: "Mara", body: "Hi Robin" } })),
    ping(6052),
    ping(9052),
    sent(9500, json({ command: "message", identifier: CHAT, data: json({ action: "appear" }) })),
    ping(12_052),
    sent(13_000, json({ command: "unsubscribe", identifier: CHAT })),
    ping(15_052),
    received(16_000, json({ type: "disconnect", reason: "server_restart", reconnect: true })),
  ],
  closed: { at: 16_010, code: 1000 },
};
