// @vitest-environment node
import { describe, expect, test } from "vitest";
import { Setup } from "./support/client";

async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

describe("connecting", () => {
  test("P12 W11 reconnecting 3: starts only when told, and connect again does nothing", async () => {
    const setup = new Setup();
    expect([setup.client.state, setup.client.readyState]).toEqual(["disconnected", 3]);
    const first = setup.client.connect();
    expect(setup.client.connect()).toBe(first);
    expect([setup.client.state, setup.client.readyState]).toEqual(["connecting", 0]);
    setup.world.socket.serverOpens();
    await setup.client.connect();
    await first;
    expect([setup.client.state, setup.client.readyState]).toEqual(["connected", 1]);
    expect(setup.world.sockets).toHaveLength(1);
  });

  test("P11 C20 reconnecting 26: connecting, connected, reconnecting, connecting, connected, disconnected", () => {
    const setup = new Setup().open();
    setup.world.socket.serverCloses();
    setup.pass(1000).world.socket.serverOpens();
    setup.client.disconnect();
    expect(setup.states()).toEqual([
      "connecting",
      "connected",
      "reconnecting",
      "connecting",
      "connected",
      "disconnected",
    ]);
  });

  test("W09 W46: connected says whether it is a reconnection, also after give-up; not after disconnect", () => {
    const setup = new Setup({ attempts: 1 }).open();
    setup.world.socket.serverFails();
    setup.pass(1000).world.socket.serverFails();
    expect(setup.client.state).toBe("disconnected");
    setup.open();
    setup.client.disconnect();
    setup.open();
    expect(setup.told("connected").map((event) => event.reconnected)).toEqual([false, true, false]);
  });

  test("reconnecting 1 R-W1: a URL function is asked again at each attempt, async ones too", async () => {
    let asked = 0;
    const setup = new Setup({}, { url: async () => `wss://here/?token=t${++asked}` });
    void setup.client.connect();
    await settled();
    setup.world.socket.serverFails();
    setup.pass(1000);
    await settled();
    expect(setup.world.sockets.map((socket) => socket.url)).toEqual([
      "wss://here/?token=t1",
      "wss://here/?token=t2",
    ]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no token");
      },
      "no token",
    ],
    ["rejects", () => Promise.reject(new Error("no token")), "no token"],
    ["has a wrong type", () => 7 as never, "The URL must be a text that is not empty, not number"],
    ["is empty", () => "", "The URL must be a text that is not empty, not string"],
  ])("reconnecting 1: a URL that %s is an error and a retry", async (_how, url, message) => {
    const setup = new Setup({}, { url: url as never });
    void setup.client.connect();
    await settled();
    expect(setup.told("error")).toMatchObject([{ kind: "url", message }]);
    expect(setup.client.state).toBe("reconnecting");
    setup.pass(1000);
    await settled();
    expect(setup.told("error")).toHaveLength(2);
  });

  test("reconnecting 1: protocols of a wrong type are an error too", () => {
    const setup = new Setup({}, { protocols: (() => [1]) as never });
    void setup.client.connect();
    expect(setup.told("error")).toMatchObject([{ kind: "url" }]);
    expect(setup.world.sockets).toHaveLength(0);
  });

  test("reconnecting 1: a URL that comes after disconnect is ignored", async () => {
    let answer = (_url: string): void => {};
    const url = (): Promise<string> => new Promise((resolve) => (answer = resolve));
    const setup = new Setup({}, { url });
    void setup.client.connect();
    setup.client.disconnect();
    answer("wss://late/");
    await settled();
    expect(setup.world.sockets).toHaveLength(0);
  });

  test("reconnecting 1 W06: a URL that never comes ends in the connection timeout", () => {
    const setup = new Setup({ connectionTimeout: 5000 }, { url: () => new Promise<string>(() => {}) });
    void setup.client.connect();
    setup.pass(5000);
    expect(setup.told("error")).toMatchObject([
      { kind: "timeout", message: "Connection timeout after 5,000 ms" },
    ]);
    expect(setup.client.state).toBe("reconnecting");
  });

  test.each([
    [null, []],
    [undefined, []],
    ["chat-v2", ["chat-v2"]],
    [
      ["chat-v2", "chat-v1"],
      ["chat-v2", "chat-v1"],
    ],
    [() => "v1.realtime", ["v1.realtime"]],
  ])("P03 K03 reconnecting 2: protocols %j are offered as %j", (protocols, offered) => {
    const setup = new Setup({}, { protocols });
    void setup.client.connect();
    expect(setup.world.socket.protocols).toEqual(offered);
    setup.world.socket.serverOpens("chosen");
    expect(setup.client.protocol).toBe("chosen");
  });

  test("reconnecting 4: before open url, protocol and extensions are empty, bufferedAmount is the queue's", () => {
    const setup = new Setup({ whenClosed: "buffer" });
    const { client } = setup;
    expect([client.url, client.protocol, client.extensions, client.bufferedAmount]).toEqual(["", "", "", 0]);
    client.send("é");
    client.send(new Uint8Array(3));
    expect(client.bufferedAmount).toBe(5);
    setup.open().world.socket.bufferedAmount = 9;
    expect([client.url, client.bufferedAmount]).toEqual(["wss://here/", 9]);
  });

  test("W06 R-W13 reconnecting 5: a timeout is told once, closes, and is retried", () => {
    const setup = new Setup({ connectionTimeout: 5000 });
    void setup.client.connect();
    setup.pass(4999);
    expect(setup.told("error")).toEqual([]);
    setup.pass(1);
    expect(setup.told("error")).toMatchObject([{ kind: "timeout" }]);
    expect(setup.world.alive).toEqual([]);
    setup.world.socket.serverFails();
    expect(setup.told("error")).toHaveLength(1);
    expect(setup.told("close")).toMatchObject([{ code: 1006, clean: false, by: "client" }]);
    expect(setup.pass(1000).world.sockets).toHaveLength(2);
  });

  test("reconnecting 5: an attempt that fails at once is no timeout", () => {
    const setup = new Setup({ connectionTimeout: 500 });
    void setup.client.connect();
    setup.world.socket.serverFails();
    setup.pass(999);
    expect(setup.told("error").map((event) => event.kind)).toEqual(["connection"]);
  });

  test("reconnecting 11: a socket maker that throws is an error and a retry", () => {
    const setup = new Setup();
    setup.world.failure = new Error("blocked by CSP");
    void setup.client.connect();
    expect(setup.told("error")).toMatchObject([{ kind: "connection", message: "blocked by CSP" }]);
    setup.world.failure = null;
    setup.pass(1000).world.socket.serverOpens();
    expect(setup.client.state).toBe("connected");
  });

  test("K02: connect rejects when it gives up, and when it is disconnected before", async () => {
    const setup = new Setup({ reconnect: false });
    const given = setup.client.connect();
    setup.world.socket.serverFails();
    await expect(given).rejects.toThrow("Not connected: the attempt failed, and reconnect is off");
    const stopped = setup.client.connect();
    setup.client.disconnect();
    await expect(stopped).rejects.toThrow("Not connected: closed by disconnect()");
  });
});
