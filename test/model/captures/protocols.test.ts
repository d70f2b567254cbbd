// @vitest-environment node
import { describe, expect, test } from "vitest";
import { tell } from "./told";

// The tapes are written by hand (scripts/record/protocols), so every frame and every ms is known.

describe("Phoenix Channels", () => {
  const told = tell("protocols/phoenix");

  test("each message", () => {
    expect(told.dialects(1)).toEqual(["phoenix", "phoenix"]);
    expect(told.lines()).toEqual([
      "> join phx_join [room:lobby]",
      "< join-confirmed phx_reply [room:lobby]",
      "< presence presence_state [room:lobby]",
      "< member-joined presence_diff [room:lobby]",
      "> message new_msg [room:lobby]",
      "< message new_msg [room:lobby]",
      "< ack phx_reply [room:lobby]",
      "> join phx_join [room:secret]",
      "< join-refused phx_reply [room:secret]",
      "> heartbeat heartbeat",
      "< heartbeat phx_reply",
      "> message upload [room:lobby]",
      "< ack phx_reply [room:lobby]",
      "< message new_msg [room:lobby]",
      "< member-left presence_diff [room:lobby]",
      "> heartbeat heartbeat",
      "< heartbeat phx_reply",
      "> leave phx_leave [room:lobby]",
      "< left phx_reply [room:lobby]",
      "< left phx_close [room:lobby]",
      "> heartbeat heartbeat",
    ]);
  });

  test("rooms, replies, heartbeat, findings", () => {
    expect(told.rooms(1)).toEqual({
      "room:lobby": { state: "left", joins: 1, doubled: 0 },
      "room:secret": { state: "refused", joins: 1, doubled: 0 },
    });
    expect(told.events(1)).toEqual([
      "#1 joined room:lobby",
      "#1 confirmed room:lobby",
      "#1 joined room:secret",
      "#1 refused room:secret",
      "#1 left room:lobby",
    ]);
    expect(told.pairs("Reply")).toEqual(
      expect.arrayContaining([
        "< join-confirmed phx_reply [room:lobby] <- > join phx_join [room:lobby]",
        "< join-refused phx_reply [room:secret] <- > join phx_join [room:secret]",
        "< heartbeat phx_reply <- > heartbeat heartbeat",
        "< left phx_reply [room:lobby] <- > leave phx_leave [room:lobby]",
      ]),
    );
    expect(told.pairs("Echo")).toEqual([]);
    // The third heartbeat, for which the page closed.
    expect(told.unanswered()).toEqual(["> heartbeat heartbeat"]);
    expect(told.beats(1)).toMatchObject({
      style: "Phoenix heartbeat",
      direction: "page",
      beats: 3,
      missed: 1,
      interval: 30_000,
      rtt: { median: 14.5, max: 16 },
      frames: 5,
    });
    expect(told.found(1)).toEqual(["dead-air", "token-in-url", "unanswered"]);
  });
});

describe("JSON-RPC 2.0", () => {
  const told = tell("protocols/json-rpc");

  test("each message; a batch is its first, and says how many follow", () => {
    expect(told.dialects(1)).toEqual(["json-rpc", "json-rpc"]);
    expect(told.lines()).toEqual([
      "> message eth_chainId",
      "< ack result eth_chainId",
      "> message eth_subscribe",
      "< ack result eth_subscribe",
      "< message eth_subscription",
      "> message eth_nothing",
      "< error error eth_nothing",
      "> message net_version (+2)",
      "< ack result eth_blockNumber (+1)",
      "> unknown ",
      "< error error",
      // A method that is called "ping" is a method: the protocol has no heartbeat.
      "> message ping",
      "< ack result ping",
      "> message ping",
      "< ack result ping",
      "> message eth_unsubscribe",
      "< ack result eth_unsubscribe",
      "> message eth_getLogs",
    ]);
  });

  test("replies, and what is wrong", () => {
    expect(told.pairs("Reply")).toEqual([
      "< ack result eth_chainId <- > message eth_chainId",
      "< ack result eth_subscribe <- > message eth_subscribe",
      "< error error eth_nothing <- > message eth_nothing",
      "< ack result eth_blockNumber (+1) <- > message net_version (+2)",
      "< ack result ping <- > message ping",
      "< ack result ping <- > message ping",
      "< ack result eth_unsubscribe <- > message eth_unsubscribe",
    ]);
    expect(told.unanswered()).toEqual(["> message eth_getLogs"]);
    expect(told.marked("Invalid").map((row) => told.line(row))).toEqual(["> unknown "]);
    expect(told.rooms(1)).toEqual({});
    expect(told.beats(1)).toMatchObject({ beats: 0, direction: null });
    expect(told.found(1)).toEqual(["invalid-json", "unanswered"]);
  });
});

describe("GraphQL over WebSocket", () => {
  const told = tell("protocols/graphql-ws");
  const RATES = "subscription Rates($of: ID!) { rate(of: $of) { value } }";

  test("each message is named after its operation", () => {
    expect(told.dialects(1)).toEqual(["graphql-ws", "graphql-ws"]);
    expect(told.lines()).toEqual([
      "> auth connection_init",
      "< auth-result connection_ack",
      `> subscribe ${RATES}`,
      `< message next ${RATES}`,
      `< message next ${RATES}`,
      "> subscribe { me { name } }",
      "< message next { me { name } }",
      "< ack complete { me { name } }",
      "> subscribe { nobody }",
      "< error error { nobody }",
      "> heartbeat ping",
      "< heartbeat pong",
      "< heartbeat ping",
      "> heartbeat pong",
      "> heartbeat ping",
      "< heartbeat pong",
      `< message next ${RATES}`,
      `> unsubscribe complete ${RATES}`,
    ]);
  });

  test("replies by id; a subscription is no room; both sides ping", () => {
    expect(told.pairs("Reply")).toEqual([
      `< message next ${RATES} <- > subscribe ${RATES}`,
      `< message next ${RATES} <- > subscribe ${RATES}`,
      "< message next { me { name } } <- > subscribe { me { name } }",
      "< ack complete { me { name } } <- > subscribe { me { name } }",
      "< error error { nobody } <- > subscribe { nobody }",
      `< message next ${RATES} <- > subscribe ${RATES}`,
    ]);
    expect(told.unanswered()).toEqual([]);
    expect(told.rooms(1)).toEqual({});
    const beats = told.beats(1);
    expect(beats).toMatchObject({ direction: "both", beats: 2, missed: 0, interval: 10_000, frames: 6 });
    expect(beats.rtt).toMatchObject({ median: 10.5, max: 12 });
    expect(beats.style).toContain("graphql-ws ping/pong, page asks");
    expect(told.found(1)).toEqual([]);
  });
});

describe("Socket.IO", () => {
  const told = tell("protocols/socket-io");

  test("each packet", () => {
    expect(told.dialects(1)).toEqual(["socket.io", "socket.io"]);
    expect(told.lines()).toEqual([
      "< connect open",
      "> join CONNECT [/]",
      "< join-confirmed CONNECT [/]",
      "> join CONNECT [/admin]",
      "< join-refused CONNECT_ERROR [/admin]",
      // An event that the application calls "join" is a message to the namespace.
      "> message join [/]",
      "< ack ACK [/]",
      "> message chat message [/]",
      "< message chat message [/]",
      "< message image [/]",
      "< message image (attachment 1 of 1) [/]",
      "< heartbeat ping",
      "> heartbeat pong",
      "< message are you there? [/]",
      "> ack ACK [/]",
      "< heartbeat ping",
      "> heartbeat pong",
      "> message leave [/]",
      "< heartbeat ping",
      "> heartbeat pong",
      "> leave DISCONNECT [/]",
    ]);
  });

  test("namespaces, acknowledgements either way, and the server's heartbeat (W50)", () => {
    expect(told.rooms(1)).toEqual({
      "/": { state: "left", joins: 1, doubled: 0 },
      "/admin": { state: "refused", joins: 1, doubled: 0 },
    });
    expect(told.pairs("Reply")).toEqual([
      "< ack ACK [/] <- > message join [/]",
      "> ack ACK [/] <- < message are you there? [/]",
    ]);
    expect(told.unanswered()).toEqual(["> message leave [/]"]);
    expect(told.pairs("Echo")).toEqual([]);
    const beats = told.beats(1);
    expect(beats).toMatchObject({ style: "Engine.IO 2/3, server asks", direction: "server", beats: 3 });
    expect(beats).toMatchObject({ missed: 0, interval: 25_000, rtt: null });
    expect(told.found(1)).toEqual(["unanswered"]);
  });
});
