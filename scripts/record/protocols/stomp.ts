import { received, sent, type Tape } from "./tape";

const TOPIC = "/topic/room.1";

/** A command, its headers, an empty line, the body and a NUL. */
function frame(command: string, headers: Record<string, string>, body = ""): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  return `${command}\n${lines.join("")}\n${body}\0`;
}

function message(id: string, body: string): string {
  const headers = {
    subscription: "sub-0",
    "message-id": id,
    destination: TOPIC,
    ack: id,
    "content-type": "text/plain",
    "content-length": String(Buffer.byteLength(body)),
  };
  return frame("MESSAGE", headers, body);
}

/** STOMP 1.2. A heartbeat is a lone line feed; both sides promised one at least every 10 s. */
export const stomp: Tape = {
  url: "wss://broker.example.com/ws",
  asked: ["v12.stomp", "v11.stomp"],
  protocol: "v12.stomp",
  lines: [
    sent(
      42,
      frame("CONNECT", {
        "accept-version": "1.1,1.2",
        host: "broker.example.com",
        login: "robin",
        passcode: "herring",
        "heart-beat": "10000,10000",
      }),
    ),
    received(60, frame("CONNECTED", { version: "1.2", session: "s-17", "heart-beat": "10000,10000" })),
    sent(70, frame("SUBSCRIBE", { id: "sub-0", destination: TOPIC, ack: "client-individual" })),
    received(900, message("m-1", "Hello")),
    sent(905, frame("ACK", { id: "m-1" })),
    sent(
      2000,
      frame("SEND", { destination: TOPIC, "content-type": "text/plain", receipt: "r-1" }, "Hi Mara"),
    ),
    received(2012, frame("RECEIPT", { "receipt-id": "r-1" })),
    received(2013, message("m-2", "Hi Mara")),
    sent(2014, frame("NACK", { id: "m-2" })),
    received(12_013, "\n"),
    sent(12_014, "\n"),
    received(22_013, "\n"),
    sent(22_014, "\n"),
    sent(23_000, frame("UNSUBSCRIBE", { id: "sub-0", receipt: "r-2" })),
    received(23_010, frame("RECEIPT", { "receipt-id": "r-2" })),
    received(32_013, "\n"),
    sent(33_000, frame("SEND", { destination: "/queue/secret", receipt: "r-3" }, "?")),
    received(
      33_009,
      frame(
        "ERROR",
        { message: "Access refused", "receipt-id": "r-3", "content-type": "text/plain" },
        "You may not send to /queue/secret",
      ),
    ),
  ],
  closed: { at: 33_010, code: 1002 },
};
