// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type HeartbeatOptions, plainOptions } from "../../src/client/options";
import { preset, Setup } from "./support/client";

function beating(heartbeat: Partial<HeartbeatOptions>): Setup {
  return new Setup({ heartbeat: { ...plainOptions.heartbeat, ...heartbeat } }).open();
}

describe("pings of the server", () => {
  test.each([
    ["digit", "2", "3"],
    ["empty-object", "{}", "{}"],
    ["empty-object", '{"push":{}}\n{}\n', "{}"],
    ["json-ping", '{"type":"ping"}', '{"type":"pong"}'],
    ["json-ping", '{"type":"ping","payload":{"n":[1]}}', '{"type":"pong","payload":{"n":[1]}}'],
    ["json-ping", '{ "type": "ping", "payload": null }', '{"type":"pong"}'],
  ] as const)("reconnecting 30: answers %s: %s is answered with %s", (answers, ping, answer) => {
    const setup = beating({ answers });
    setup.world.socket.serverSends(ping);
    expect(setup.sent()).toEqual([[answer]]);
    expect(setup.told("message")).toMatchObject([{ data: ping, ping: true, reply: false }]);
    expect(setup.told("answered")).toMatchObject([{ data: answer }]);
    expect(setup.types().slice(-2)).toEqual(["message", "answered"]);
  });

  test.each([
    ["off", "2"],
    ["off", "{}"],
    ["off", '{"type":"ping"}'],
    ["digit", "2probe"],
    ["digit", '2["a"]'],
    ["digit", new Uint8Array([50])],
    ["empty-object", '{"a":{}}'],
    ["empty-object", "[{}]"],
    ["json-ping", '{"type":"pong"}'],
    ["json-ping", '{"type":"next","payload":"ping"}'],
    ["json-ping", '["ping"]'],
    ["json-ping", '"ping'],
  ] as const)("answers %s: %j is a message and nothing else", (answers, data) => {
    const setup = beating({ answers });
    setup.world.socket.serverSends(data);
    expect(setup.sent()).toEqual([[]]);
    expect(setup.told("message")).toMatchObject([{ ping: false }]);
    expect(setup.told("answered")).toEqual([]);
  });

  test.each([
    ["socket.io", "2", "3"],
    ["centrifuge", "{}", "{}"],
    ["graphql-ws", '{"type":"ping"}', '{"type":"pong"}'],
  ])("reconnecting 30: %s answers %s with %s, on the socket that asked", (id, ping, answer) => {
    const setup = new Setup(preset(id)).open();
    setup.world.socket.serverFails();
    setup.pass(60_000).world.socket.serverOpens();
    setup.world.socket.serverSends(ping);
    expect(setup.sent().at(-1)).toEqual([answer]);
    expect(setup.sent().flat()).toHaveLength(1);
  });

  test("an answer that the socket refuses is an error, and not told as answered", () => {
    const setup = beating({ answers: "digit" });
    setup.world.socket.failure = new Error("no");
    setup.world.socket.serverSends("2");
    expect(setup.told("error")).toMatchObject([{ kind: "send", message: "no" }]);
    expect(setup.told("answered")).toEqual([]);
  });
});

describe("silence", () => {
  test.each([
    ["socket.io", 45_000],
    ["centrifuge", 35_000],
    ["signalr", 30_000],
  ])("field D reconnecting 30: %s gives up after %i ms without a message, and reconnects", (id, silence) => {
    const setup = new Setup(preset(id)).open();
    setup.pass(silence - 1);
    expect(setup.client.state).toBe("connected");
    setup.pass(1);
    const types = setup.types();
    const at = types.indexOf("heartbeat-timeout");
    expect(types.slice(at, at + 5)).toEqual(["heartbeat-timeout", "error", "close", "state", "reconnecting"]);
    expect(setup.told("heartbeat-timeout")).toMatchObject([{ timeout: silence, silent: true }]);
    expect(setup.world.sockets[0]?.closes).toEqual([[undefined, undefined]]);
    setup.pass(60_000);
    expect(setup.world.sockets.length).toBeGreaterThan(1);
  });

  test("any message counts, and many need no more than one timer", () => {
    const setup = beating({ silence: 1000 });
    for (let i = 0; i < 50; i++) setup.pass(900).world.socket.serverSends(new Uint8Array(1));
    expect([setup.client.state, setup.world.clock.pending]).toEqual(["connected", 1]);
    setup.pass(999);
    expect(setup.client.state).toBe("connected");
    setup.pass(1);
    expect(setup.log()).toContain("Nothing received for 1,000 ms");
    expect(setup.client.state).toBe("reconnecting");
  });

  test("it counts from the open of each socket, and not while there is none", () => {
    const setup = beating({ silence: 5000 });
    setup.pass(4000).world.socket.serverFails();
    setup.pass(1000).world.socket.serverOpens();
    setup.pass(4999);
    expect(setup.told("heartbeat-timeout")).toEqual([]);
    setup.client.disconnect();
    expect(setup.world.clock.pending).toBe(0);
  });

  test("the close code of the heartbeat goes with it", () => {
    const setup = beating({ silence: 1000, closeCode: 4000 });
    setup.pass(1000);
    expect(setup.world.sockets[0]?.closes).toEqual([[4000, "heartbeat timeout"]]);
  });

  test("a clock that is set back does not make it wait for longer", () => {
    const setup = beating({ silence: 1000 });
    setup.world.now = () => 0;
    setup.pass(1000);
    setup.world.now = () => setup.world.clock.now;
    setup.pass(1000);
    expect(setup.told("heartbeat-timeout")).toHaveLength(1);
  });
});
