import { received, sent, type Tape } from "./tape";

/** Each message ends with a record separator; a frame may hold several. */
const records = (...messages: object[]) => messages.map((one) => `${JSON.stringify(one)}\u001e`).join("");
const PING = records({ type: 6 });

/** The SignalR hub protocol as JSON. Both sides send type 6 when they have been quiet for 15 s. */
export const signalr: Tape = {
  url: "wss://app.example.com/chathub?id=zT2xCnnOAPr2pPzl0ARvdg",
  lines: [
    sent(42, records({ protocol: "json", version: 1 })),
    received(50, records({})),
    sent(100, records({ type: 1, invocationId: "0", target: "JoinGroup", arguments: ["lobby"] })),
    received(118, records({ type: 3, invocationId: "0", result: null })),
    received(120, records({ type: 1, target: "UserJoined", arguments: ["Robin", "lobby"] })),
    sent(2000, records({ type: 1, invocationId: "1", target: "SendMessage", arguments: ["lobby", "Hello"] })),
    received(
      2015,
      records(
        { type: 1, target: "ReceiveMessage", arguments: ["Robin", "Hello"] },
        { type: 3, invocationId: "1", result: null },
      ),
    ),
    sent(3000, records({ type: 1, target: "Typing", arguments: ["lobby"] })),
    sent(4000, records({ type: 4, invocationId: "2", target: "Counter", arguments: [2, 500] })),
    received(4010, records({ type: 2, invocationId: "2", item: 0 })),
    received(4510, records({ type: 2, invocationId: "2", item: 1 })),
    received(4512, records({ type: 3, invocationId: "2" })),
    sent(5000, records({ type: 1, invocationId: "3", target: "Kick", arguments: ["Mara"] })),
    received(
      5009,
      records({ type: 3, invocationId: "3", error: "Failed to invoke 'Kick' because user is unauthorized" }),
    ),
    received(19_512, PING),
    sent(20_000, PING),
    received(34_512, PING),
    sent(35_000, PING),
    received(
      40_000,
      records({ type: 7, error: "Connection closed: the server is stopping.", allowReconnect: true }),
    ),
  ],
  closed: { at: 40_010, code: 1000 },
};
