import type { ClientOptions, HeartbeatOptions } from "./options";

/** One sentence for each option, for the form that edits them. */
export const optionHelp: Readonly<Record<Exclude<keyof ClientOptions, "heartbeat">, string>> = {
  reconnect: "Whether a lost connection is opened again.",
  delay: "Milliseconds before the first attempt; other libraries call it reconnectDelay.",
  cap: "No delay is longer than so many milliseconds; empty means no limit.",
  factor: "How many times longer each delay is than the one before.",
  backoff:
    "How the delay is chosen; chance in it keeps all clients from coming back at once after a server restart.",
  proportion: "Proportional jitter: 0.2 makes the delay up to 20 % shorter or longer.",
  delays: "The delays of backoff “list” in milliseconds, in order; the last one repeats.",
  extraMin: "Shortest random addition to each delay, in milliseconds.",
  extraMax: "Longest random addition to each delay, in milliseconds; 0 adds nothing.",
  attempts: "How many attempts are made after a loss before giving up; Infinity means never, 0 means none.",
  reconnectAfterClean: "Whether a normal close by the server (code 1000) is followed by an attempt.",
  fatalCodes: "Close codes after which no attempt is made.",
  stableFor: "Milliseconds a connection must last before attempts are counted from 0 again; 0 means at open.",
  connectionTimeout: "Milliseconds until an attempt that neither opens nor fails counts as failed; 0 is off.",
  whenClosed:
    "What happens to a message while not connected: dropped, an error thrown, or kept for the open.",
  bufferLimit: "How many messages are kept while not connected; what comes beyond is dropped.",
  rejoin: "Whether the rooms joined before are joined again by themselves at each open.",
  roomDialect: "In which words rooms are joined and left, and messages are named.",
  openOrder: "What is sent first when a connection opens: the auth text, the rooms, the kept messages.",
  auth: "A text sent at each open, such as a login message; empty sends none.",
  offlineAware: "Offline closes at once and stops all attempts; online reconnects at once.",
  visibilityAware:
    "A hidden page keeps its connection but makes no attempts; once visible it goes on at once.",
  highWaterMark: "Bytes that may wait in the socket before a sender is held back.",
};

/** One sentence for each option of the heartbeat. */
export const heartbeatHelp: Readonly<Record<keyof HeartbeatOptions, string>> = {
  style: "What a ping looks like and what counts as its reply.",
  interval: "Milliseconds between two pings; proxies cut idle connections after 60 to 100 seconds; 0 is off.",
  timeout: "Milliseconds to wait for the reply before the connection is given up; 0 waits for ever.",
  closeCode:
    "The code sent with the close after a missed reply or a silence (1000, or 3000 to 4999); empty sends none.",
  text: "The text of a custom ping.",
  reply: "What answers a custom ping: a text, or JSON with at least these fields; empty means anything.",
  answers: "Which pings of the server are answered, and how.",
  silence: "Milliseconds without any message until the connection is given up; 0 is off.",
};
