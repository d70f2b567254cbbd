// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type HeartbeatOptions, plainOptions } from "../../src/client/options";
import { preset, Setup } from "./support/client";

function beating(heartbeat: Partial<HeartbeatOptions>): Setup {
  const options = { ...plainOptions.heartbeat, interval: 1000, timeout: 500, ...heartbeat };
  return new Setup({ heartbeat: options }).open();
}

describe("styles", () => {
  test.each([
    ["json-ping-payload", "P31 P32", '{"type":"ping","payload":{}}', '{"type":"pong","timestamp":5}'],
    ["json-ping", "G23 G24", '{"type":"ping"}', '{"type":"pong"}'],
    ["digit", "W37", "2", "3"],
    ["recker", "R-K2", "__heartbeat__", "anything"],
    [
      "phoenix",
      "C05",
      '[null,"1","phoenix","heartbeat",{}]',
      '[null,"1","phoenix","phx_reply",{"status":"ok"}]',
    ],
  ] as const)("%s (%s) sends %s and takes %s", (style, _rows, ping, reply) => {
    const setup = beating({ style });
    setup.pass(1000);
    expect(setup.sent()).toEqual([[ping]]);
    setup.pass(42).world.socket.serverSends(reply);
    expect(setup.told("pong")).toMatchObject([{ rtt: 42 }]);
    setup.pass(900);
    expect(setup.client.state).toBe("connected");
  });

  test.each([
    ["", "anything", true],
    ["PONG", "PONG", true],
    ["PONG", "pong", false],
    ['{"op":11}', '{"op":11,"d":null}', true],
    ['{"op":11,"d":{"a":1}}', '{"d":{"a":1,"b":2},"op":11}', true],
    ['{"op":11}', '{"op":1}', false],
    ['{"op":11}', "no JSON", false],
    ['{"op":11}', new Uint8Array([1]), false],
  ])("C06 reconnecting 30: a custom reply of %j takes %j: %s", (reply, received, taken) => {
    const setup = beating({ style: "custom", text: "hello?", reply });
    setup.pass(1000).world.socket.serverSends(received);
    expect(setup.sent()).toEqual([["hello?"]]);
    expect(setup.told("pong")).toHaveLength(taken ? 1 : 0);
  });
});

describe("timing", () => {
  test.each([
    ["philjs", 30_000],
    ["guide", 30_000],
    ["warpkit", 25_000],
    ["recker", 30_000],
    ["phoenix", 30_000],
    ["signalr", 15_000],
  ])("P08 G23 W07 K12 C07: %s pings every %i ms, only while open", (id, interval) => {
    const setup = new Setup(preset(id)).open();
    setup.pass(interval - 1);
    expect(setup.told("ping-sent")).toEqual([]);
    setup.pass(1);
    expect(setup.told("ping-sent")).toHaveLength(1);
    setup.world.socket.serverFails();
    setup.pass(10 * interval);
    expect(setup.told("ping-sent")).toHaveLength(1);
  });

  test("G24 C08 R-P1: without a timeout a silent server is pinged on", () => {
    const setup = new Setup(preset("philjs")).open();
    setup.pass(300_000);
    expect(setup.told("ping-sent")).toHaveLength(10);
    expect(setup.client.state).toBe("connected");
  });

  test("K12 K48: interval 0 and style off ping nothing", () => {
    expect(beating({ style: "digit", interval: 0 }).world.clock.pending).toBe(0);
    expect(beating({ style: "off" }).world.clock.pending).toBe(0);
  });

  test("R-W15: one ping at a time, also where the timeout is longer than the interval", () => {
    const setup = beating({ style: "digit", interval: 1000, timeout: 2500 });
    setup.pass(3000);
    expect(setup.told("ping-sent")).toHaveLength(1);
    setup.world.socket.serverSends("3");
    setup.pass(1000);
    expect(setup.told("ping-sent")).toHaveLength(2);
  });

  test("R-W15: a pong that nobody asked for is a message and nothing else", () => {
    const setup = beating({ style: "digit" });
    setup.world.socket.serverSends("3");
    expect([setup.told("message").length, setup.told("pong").length]).toEqual([1, 0]);
  });
});

describe("no reply", () => {
  test("W08 W38 K19 C09: heartbeat-timeout, then close and reconnect, without a code", () => {
    const setup = new Setup(preset("warpkit")).open();
    setup.pass(30_000);
    const types = setup.types();
    expect(types.slice(types.indexOf("heartbeat-timeout"))).toEqual([
      "heartbeat-timeout",
      "error",
      "close",
      "state",
      "reconnecting",
    ]);
    expect(setup.world.sockets[0]?.closes).toEqual([[undefined, undefined]]);
    expect(setup.told("error")).toMatchObject([{ kind: "heartbeat" }]);
  });

  test("K13 R-K2 C09: Recker closes with 4000 “heartbeat timeout” after 40 s", () => {
    const setup = new Setup({ ...preset("recker"), reconnect: true }).open();
    setup.pass(40_000);
    expect(setup.world.socket.closes).toEqual([[4000, "heartbeat timeout"]]);
    expect(setup.told("close")).toMatchObject([{ code: 4000, clean: false, by: "client" }]);
  });

  test("reconnecting 18 30: it reconnects though the server never answers the close", () => {
    const setup = new Setup(preset("warpkit")).open();
    setup.pass(30_000 + 250);
    setup.world.socket.serverOpens();
    setup.world.sockets[0]?.serverSends("3");
    setup.world.sockets[0]?.serverCloses();
    expect(setup.client.state).toBe("connected");
    expect(setup.told("message")).toEqual([]);
    expect(setup.world.alive).toHaveLength(1);
  });

  test("K26: a close code that pages may not send still closes", () => {
    const setup = beating({ style: "digit", closeCode: 1006 });
    setup.pass(1500);
    expect(setup.world.sockets[0]?.closes).toEqual([[undefined, undefined]]);
    expect(setup.client.state).toBe("reconnecting");
  });
});
