// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

// The tapes are written by hand (scripts/record/protocols), so every frame and every ms is known.

describe("MQTT", () => {
  const told = tell("protocols/mqtt");

  test("each packet, whatever frames it came in", () => {
    expect(told.dialects(1)).toEqual(["mqtt", "mqtt"]);
    expect(told.lines()).toEqual([
      "> connect CONNECT",
      "< connect CONNACK",
      "> join SUBSCRIBE [home/+/temperature, home/kitchen/#, $SYS/#]",
      // 128 refuses the third.
      "< join-confirmed SUBACK [home/+/temperature, home/kitchen/#]",
      "< message home/kitchen/temperature [home/kitchen/temperature]",
      "< message home/hall/temperature [home/hall/temperature]",
      "> ack PUBACK home/hall/temperature",
      "> message home/hall/light [home/hall/light]",
      "< ack PUBACK home/hall/light",
      "< message home/kitchen/door (+1) [home/kitchen/door]",
      "< message home/kitchen/log [home/kitchen/log]",
      "< message home/kitchen/log (continued)",
      "> heartbeat PINGREQ",
      "< heartbeat PINGRESP",
      "> heartbeat PINGREQ",
      "< heartbeat PINGRESP",
      "> leave UNSUBSCRIBE [home/kitchen/#]",
      "< left UNSUBACK [home/kitchen/#]",
      "> heartbeat PINGREQ",
      "< heartbeat PINGRESP",
      "> system DISCONNECT",
    ]);
  });

  test("one filter was granted and kept, one granted and left, one refused", () => {
    expect(told.rooms(1)).toMatchObject({
      "home/+/temperature": { state: "confirmed", joins: 1, doubled: 0 },
      "home/kitchen/#": { state: "left", joins: 1, doubled: 0 },
      "$SYS/#": { state: "refused", joins: 1, doubled: 0 },
      // Published to, or heard from: which filter let it through is not said.
      "home/kitchen/door": { state: "unconfirmed", joins: 0 },
      "home/hall/light": { state: "unconfirmed", joins: 0 },
    });
  });

  test("packet identifiers pair; the page pings within its keep-alive", () => {
    expect(told.pairs("Reply")).toEqual([
      "< join-confirmed SUBACK [home/+/temperature, home/kitchen/#] <- > join SUBSCRIBE [home/+/temperature, home/kitchen/#, $SYS/#]",
      "> ack PUBACK home/hall/temperature <- < message home/hall/temperature [home/hall/temperature]",
      "< ack PUBACK home/hall/light <- > message home/hall/light [home/hall/light]",
      "< left UNSUBACK [home/kitchen/#] <- > leave UNSUBSCRIBE [home/kitchen/#]",
    ]);
    expect(told.unanswered()).toEqual([]);
    expect(told.beats(1)).toMatchObject({
      style: "MQTT PINGREQ/PINGRESP",
      direction: "page",
      beats: 3,
      missed: 0,
      interval: 10_500,
      rtt: { median: 12, max: 15 },
    });
    expect(told.found(1)).toEqual([]);
  });
});

describe("STOMP", () => {
  const told = tell("protocols/stomp");

  test("each frame; a message is named after its destination", () => {
    expect(told.dialects(1)).toEqual(["stomp", "stomp"]);
    expect(told.lines()).toEqual([
      "> connect CONNECT",
      "< connect CONNECTED",
      "> join SUBSCRIBE [/topic/room.1]",
      "< message /topic/room.1 [/topic/room.1]",
      "> ack ACK",
      "> message /topic/room.1 [/topic/room.1]",
      "< ack RECEIPT [/topic/room.1]",
      "< message /topic/room.1 [/topic/room.1]",
      "> ack NACK",
      "< heartbeat heart-beat",
      "> heartbeat heart-beat",
      "< heartbeat heart-beat",
      "> heartbeat heart-beat",
      "> leave UNSUBSCRIBE [/topic/room.1]",
      "< left RECEIPT [/topic/room.1]",
      "< heartbeat heart-beat",
      "> message /queue/secret [/queue/secret]",
      "< error Access refused [/queue/secret]",
    ]);
  });

  test("receipts and acknowledgements pair; a subscription without a receipt is never confirmed", () => {
    expect(told.pairs("Reply")).toEqual([
      "> ack ACK <- < message /topic/room.1 [/topic/room.1]",
      "< ack RECEIPT [/topic/room.1] <- > message /topic/room.1 [/topic/room.1]",
      "> ack NACK <- < message /topic/room.1 [/topic/room.1]",
      "< left RECEIPT [/topic/room.1] <- > leave UNSUBSCRIBE [/topic/room.1]",
      "< error Access refused [/queue/secret] <- > message /queue/secret [/queue/secret]",
    ]);
    expect(told.unanswered()).toEqual([]);
    expect(told.events(1)).toEqual(["#1 joined /topic/room.1", "#1 left /topic/room.1"]);
    // Two from the page, three from the server, 10 s apart; none of them asks.
    const beats = told.beats(1);
    expect(beats).toMatchObject({ style: "STOMP newline", direction: "both", beats: 3, missed: 0 });
    expect(beats).toMatchObject({ interval: 10_000, frames: 5, bytes: 5, rtt: null });
    expect(told.found(1)).toEqual([]);
  });
});

describe("Pusher Channels", () => {
  const told = tell("protocols/pusher");

  test("each event", () => {
    expect(told.dialects(1)).toEqual(["pusher", "pusher"]);
    expect(told.lines()).toEqual([
      "< connect pusher:connection_established",
      "> join pusher:subscribe [prices]",
      "< join-confirmed pusher_internal:subscription_succeeded [prices]",
      "< message tick [prices]",
      "> join pusher:subscribe [presence-room]",
      "< join-confirmed pusher_internal:subscription_succeeded [presence-room]",
      "< member-joined pusher_internal:member_added [presence-room]",
      "> message client-typing [presence-room]",
      "< error pusher:error",
      "< member-left pusher_internal:member_removed [presence-room]",
      "> heartbeat pusher:ping",
      "< heartbeat pusher:pong",
      "> heartbeat pusher:ping",
      "< heartbeat pusher:pong",
      "< heartbeat pusher:ping",
      "> heartbeat pusher:pong",
      "> leave pusher:unsubscribe [prices]",
    ]);
  });

  test("channels, their members, and pings either way", () => {
    expect(told.rooms(1)).toEqual({
      prices: { state: "left", joins: 1, doubled: 0 },
      "presence-room": { state: "confirmed", joins: 1, doubled: 0 },
    });
    expect(told.members(1, "presence-room")).toEqual(["u-mara"]);
    expect(told.unanswered()).toEqual([]);
    const beats = told.beats(1);
    expect(beats).toMatchObject({ direction: "both", beats: 2, missed: 0, interval: 30_014 });
    expect(beats.style).toContain("pusher:ping/pusher:pong, page asks");
    expect(beats.rtt).toMatchObject({ median: 13.5, max: 14 });
    expect(told.found(1)).toEqual([]);
  });
});

describe("SignalR", () => {
  const told = tell("protocols/signalr");

  test("each record; of several in a frame the first, and how many follow", () => {
    expect(told.dialects(1)).toEqual(["signalr", "signalr"]);
    expect(told.lines()).toEqual([
      "> connect handshake",
      "< connect handshake",
      "> message JoinGroup",
      "< ack Completion JoinGroup",
      "< message UserJoined",
      "> message SendMessage",
      "< message ReceiveMessage (+1)",
      "> message Typing",
      "> message Counter",
      "< message StreamItem Counter",
      "< message StreamItem Counter",
      "< ack Completion Counter",
      "> message Kick",
      "< error Completion Kick",
      "< heartbeat Ping",
      "> heartbeat Ping",
      "< heartbeat Ping",
      "> heartbeat Ping",
      "< error Close",
    ]);
  });

  test("a completion behind another record answers too; groups are the application's", () => {
    expect(told.unanswered()).toEqual([]);
    expect(told.rooms(1)).toEqual({});
    const beats = told.beats(1);
    expect(beats).toMatchObject({ style: "SignalR type 6", direction: "both", beats: 2, missed: 0 });
    expect(beats).toMatchObject({ interval: 15_000, rtt: null, frames: 4 });
    expect(told.found(1)).toEqual([]);
  });
});

describe("Action Cable", () => {
  const told = tell("protocols/action-cable");
  const CHAT = "ChatChannel room=lobby";

  test("each message", () => {
    expect(told.dialects(1)).toEqual(["action-cable", "action-cable"]);
    expect(told.lines()).toEqual([
      "< connect welcome",
      `> join subscribe [${CHAT}]`,
      "> join subscribe [AdminChannel]",
      `< join-confirmed confirm_subscription [${CHAT}]`,
      "< join-refused reject_subscription [AdminChannel]",
      `> message speak [${CHAT}]`,
      `< message message [${CHAT}]`,
      "< heartbeat ping",
      `< message message [${CHAT}]`,
      "< heartbeat ping",
      "< heartbeat ping",
      `> message appear [${CHAT}]`,
      "< heartbeat ping",
      `> leave unsubscribe [${CHAT}]`,
      "< heartbeat ping",
      "< system disconnect",
    ]);
  });

  test("channels, and the server's sign of life that wants no answer", () => {
    expect(told.rooms(1)).toEqual({
      [CHAT]: { state: "left", joins: 1, doubled: 0 },
      AdminChannel: { state: "refused", joins: 1, doubled: 0 },
    });
    expect(told.unanswered()).toEqual([]);
    expect(told.beats(1)).toMatchObject({ style: "Action Cable ping", direction: "server", beats: 5 });
    expect(told.beats(1)).toMatchObject({ missed: 0, interval: 3000, rtt: null });
    expect(told.found(1)).toEqual([]);
  });
});
