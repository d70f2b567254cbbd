import type { CloseExplanation } from "./close-explanation";

/** A meaning that a library gives to a code. */
interface PrivateCode extends CloseExplanation {
  code: number;
  /** Where others use the code too: the reason by which this one is known. */
  reason?: RegExp;
}

const KEEPALIVE = "It looks like a normal closure, and is the loss of a heartbeat.";

/** Told by code and reason; looked up before all others. */
const WITH_REASON: readonly PrivateCode[] = [
  {
    // R-U5
    code: 1000,
    reason: /^no pong received/i,
    name: "no pong received",
    meaning: `The server got no pong for its pings, and gave up. ${KEEPALIVE}`,
    advice:
      "Treat it as a lost connection and connect again; a browser answers pings by itself, so look at the network.",
  },
  {
    // R-U5
    code: 1000,
    reason: /^inactivity timeout/i,
    name: "inactivity timeout",
    meaning:
      "The server heard nothing for too long, and gave up. It looks like a normal closure, and is none.",
    advice: "Send a heartbeat more often than the server's limit, and connect again after this.",
  },
  {
    // R-K10
    code: 1000,
    reason: /^auto-close timeout/i,
    name: "auto-close timeout",
    meaning:
      "A test server closed the connection after the time it was told to. It looks like a normal closure.",
  },
  {
    // R-K2
    code: 4000,
    reason: /heartbeat/i,
    name: "heartbeat timeout",
    meaning:
      "The client got no answer to its heartbeat, and closed the connection itself (Recker does this).",
    advice: "Look at the last frames: was the server silent, or slower than the time-out?",
  },
  // Centrifugo, where its own meaning differs from the registered one.
  {
    code: 3000,
    reason: /^connection closed/i,
    name: "connection closed",
    meaning: "Centrifugo closed the connection.",
  },
  {
    code: 3008,
    reason: /^slow/i,
    name: "slow",
    meaning: "The client didn't read fast enough, and Centrifugo let go of it.",
    advice: "Do less work for each message, or subscribe to less.",
  },
  // Pusher, where its own meaning differs from a convention.
  {
    code: 4000,
    reason: /ssl|tls/i,
    name: "TLS only",
    meaning: "Pusher: the application takes encrypted connections only.",
    advice: "Use wss://.",
  },
  {
    code: 4001,
    reason: /app/i,
    name: "no such application",
    meaning: "Pusher: there is no application with this key.",
  },
  {
    code: 4004,
    reason: /quota/i,
    name: "over quota",
    meaning: "Pusher: the application has too many connections.",
  },
];

/** Told by code alone. */
const WITHOUT_REASON: readonly PrivateCode[] = [
  {
    code: 4001,
    name: "not authenticated",
    meaning:
      "By a widespread custom: no token was given. Private code, so the server's documentation decides.",
    advice: "Get a token before connecting again; the same attempt would end the same way.",
  },
  {
    code: 4002,
    name: "token refused",
    meaning:
      "By a widespread custom: the token is not valid. Private code, so the server's documentation decides.",
    advice: "Get a new token before connecting again; the same attempt would end the same way.",
  },
  // graphql-ws
  {
    code: 4004,
    name: "bad response",
    meaning: "graphql-ws: the client couldn't make sense of what the server sent.",
  },
  { code: 4005, name: "internal client error", meaning: "graphql-ws: something went wrong in the client." },
  {
    code: 4400,
    name: "bad request",
    meaning: "graphql-ws: the client sent something that the protocol doesn't know, or at the wrong time.",
    advice: "Look at the last frame sent; check that both sides speak the same subprotocol.",
  },
  {
    code: 4401,
    name: "unauthorized",
    meaning: "graphql-ws: subscribed before the connection was acknowledged.",
    advice: "Wait for connection_ack before the first subscribe.",
  },
  {
    code: 4403,
    name: "forbidden",
    meaning: "graphql-ws: the server refused connection_init.",
    advice: "Renew the token.",
  },
  {
    code: 4406,
    name: "subprotocol not acceptable",
    meaning: "graphql-ws: the server speaks none of those asked for.",
  },
  {
    code: 4408,
    name: "connection initialisation timeout",
    meaning: "graphql-ws: connection_init didn't come in time.",
    advice: "Send connection_init as soon as the socket opens; a slow token request belongs before it.",
  },
  {
    code: 4409,
    name: "subscriber already exists",
    meaning: "graphql-ws: two subscriptions were started with the same id.",
    advice: "Give each subscribe an id of its own.",
  },
  {
    code: 4429,
    name: "too many initialisation requests",
    meaning: "graphql-ws: connection_init was sent twice.",
  },
  {
    code: 4499,
    name: "terminated",
    meaning: "graphql-ws: the client was terminated by its own application.",
  },
  { code: 4500, name: "internal server error", meaning: "graphql-ws: something went wrong in the server." },
  { code: 4504, name: "acknowledgement timeout", meaning: "graphql-ws: connection_ack didn't come in time." },
  // Pusher
  { code: 4100, name: "over capacity", meaning: "Pusher: too busy.", advice: "Wait a second or more." },
  { code: 4200, name: "connect again", meaning: "Pusher: the client may connect again at once." },
  { code: 4201, name: "pong not received", meaning: "Pusher: a ping wasn't answered in time." },
  {
    code: 4202,
    name: "closed after inactivity",
    meaning: "Pusher: nothing came from the client for too long.",
  },
  { code: 4301, name: "event refused", meaning: "Pusher: the client triggered too many events." },
  // Centrifugo
  { code: 3001, name: "shutdown", meaning: "Centrifugo shuts down; the client should connect again." },
  { code: 3004, name: "internal server error", meaning: "Centrifugo: something went wrong; connect again." },
  {
    code: 3005,
    name: "connection expired",
    meaning: "Centrifugo: the token's time is over; connect with a new one.",
  },
  {
    code: 3006,
    name: "subscription expired",
    meaning: "Centrifugo: a subscription's token ran out; connect again.",
  },
  { code: 3009, name: "write error", meaning: "Centrifugo couldn't write to the connection; connect again." },
  {
    code: 3010,
    name: "insufficient state",
    meaning: "Centrifugo: messages were missed; connecting again restores them.",
  },
  { code: 3011, name: "force reconnect", meaning: "Centrifugo asks the client to connect again." },
  { code: 3012, name: "no pong", meaning: "Centrifugo got no answer to its ping; connect again." },
  {
    code: 3013,
    name: "too many requests",
    meaning: "Centrifugo: the client sends too much; connect again later.",
  },
  {
    code: 3500,
    name: "invalid token",
    meaning: "Centrifugo: the token is not valid; don't connect again with it.",
  },
  { code: 3501, name: "bad request", meaning: "Centrifugo couldn't make sense of what the client sent." },
  { code: 3502, name: "stale", meaning: "Centrifugo: the client didn't authenticate in time." },
  {
    code: 3503,
    name: "force disconnect",
    meaning: "Centrifugo was told to disconnect this client for good.",
  },
  { code: 3504, name: "connection limit", meaning: "Centrifugo: the user has too many connections." },
  { code: 3505, name: "channel limit", meaning: "Centrifugo: too many channels on the connection." },
  {
    code: 3506,
    name: "inappropriate protocol",
    meaning: "Centrifugo: binary data for a client that speaks JSON.",
  },
  { code: 3507, name: "permission denied", meaning: "Centrifugo: the client may not connect." },
  { code: 3508, name: "not available", meaning: "Centrifugo: the server has no handler for what was asked." },
  { code: 3509, name: "too many errors", meaning: "Centrifugo: the client caused too many errors." },
];

/** What a library or a custom says of a code where the reason shows that it is meant. */
export function knownByReason(code: number, reason: string): CloseExplanation | undefined {
  return WITH_REASON.find((known) => known.code === code && known.reason?.test(reason) === true);
}

/** What a library or a custom says of a code. */
export function knownByCode(code: number): CloseExplanation | undefined {
  return WITHOUT_REASON.find((known) => known.code === code);
}
