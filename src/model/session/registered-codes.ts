import type { CloseExplanation } from "./close-explanation";

/**
 * The IANA WebSocket Close Code Number Registry (https://www.iana.org/assignments/websocket/), with RFC 6455 7.4.1 for
 * what the codes mean.
 */
export const REGISTERED: ReadonlyMap<number, CloseExplanation> = new Map<number, CloseExplanation>([
  [
    1000,
    {
      name: "normal closure",
      meaning: "The connection had done what it was for, and was closed on purpose.",
    },
  ],
  [
    1001,
    {
      name: "going away",
      meaning: "One side goes away: the server shuts down, or the page is left.",
      advice: "Connect again after a random delay, so that not all clients come back at the same moment.",
    },
  ],
  [
    1002,
    {
      name: "protocol error",
      meaning: "One side broke the WebSocket protocol itself, below what a page sees.",
      advice: "Look for a proxy or a server library that mangles frames.",
    },
  ],
  [
    1003,
    {
      name: "unsupported data",
      meaning:
        "A kind of data came that the other side doesn't take: binary instead of text, or the reverse.",
    },
  ],
  [1004, { name: "reserved", meaning: "No meaning has been given to this code." }],
  [
    1005,
    {
      name: "no status received",
      meaning:
        "The close frame had no code. This code is never on the wire: the browser puts it in. close() without a code " +
        "does this, from either side.",
      advice: "Close with a code and a reason, so that the two sides can tell one ending from another.",
    },
  ],
  [
    1006,
    {
      name: "abnormal closure",
      meaning:
        "No close frame came: the connection was cut, or never came about (refused, 401, 404, 500: a page can't tell " +
        "them apart). This code is never on the wire: the browser puts it in.",
      advice:
        "Look at the handshake in the Network panel, and at time-outs of proxies between page and server.",
    },
  ],
  [
    1007,
    {
      name: "invalid frame payload data",
      meaning: "A text frame wasn't valid UTF-8, or data didn't fit its type.",
    },
  ],
  [
    1008,
    {
      name: "policy violation",
      meaning: "A message broke a rule of the other side; also used where it doesn't want to say which.",
      advice: "Don't connect again unchanged: look at the reason and at the last frames sent.",
    },
  ],
  [
    1009,
    {
      name: "message too big",
      meaning: "A message was larger than the other side takes.",
      advice: "Send it in parts, or raise the limit of the server or proxy.",
    },
  ],
  [
    1010,
    {
      name: "mandatory extension",
      meaning: "The client needs an extension that the server's handshake didn't grant.",
    },
  ],
  [
    1011,
    {
      name: "internal error",
      meaning: "The server met something it wasn't prepared for.",
      advice: "Look into the server's log at this time.",
    },
  ],
  [
    1012,
    {
      name: "service restart",
      meaning: "The server restarts.",
      advice:
        "Connect again after a random delay (5 to 30 s is usual), so that not all clients come at once.",
    },
  ],
  [
    1013,
    {
      name: "try again later",
      meaning: "The server is overloaded, and lets go of some of its clients.",
      advice: "Wait longer than usual before connecting again.",
    },
  ],
  [
    1014,
    { name: "bad gateway", meaning: "A gateway or proxy got an invalid answer from the server behind it." },
  ],
  [
    1015,
    {
      name: "TLS handshake",
      meaning: "The TLS handshake failed. This code is never on the wire: the browser would put it in.",
      advice:
        "Open the address with https:// in a tab: the browser says there what is wrong with the certificate.",
    },
  ],
  [
    3000,
    {
      name: "unauthorized",
      meaning: "The server needs to know who connects, and doesn't (as HTTP 401).",
      advice: "Get a new token before the next attempt.",
    },
  ],
  [3003, { name: "forbidden", meaning: "The server knows who connects, and refuses (as HTTP 403)." }],
  [3008, { name: "timeout", meaning: "Something took too long for the server (as HTTP 408)." }],
]);
