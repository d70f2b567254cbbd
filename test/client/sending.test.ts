// @vitest-environment node
import { describe, expect, test } from "vitest";
import { preset, Setup } from "./support/client";

describe("while not connected", () => {
  test("P17 G03 G10 C16: drop says dropped, never queued", () => {
    const setup = new Setup(preset("philjs"));
    expect(setup.client.send("x".repeat(48))).toBe("dropped");
    expect(setup.log()).toEqual([
      "Dropped 1 message of 48 bytes: not connected, and this preset does not buffer",
    ]);
    setup.open();
    expect(setup.sent()).toEqual([[]]);
  });

  test("W18 C16: throw says “Not connected”, by option or for one message", () => {
    expect(() => new Setup(preset("recker")).client.send("x")).toThrow("Not connected");
    const setup = new Setup(preset("warpkit"));
    expect(() => setup.client.send("x", { whenClosed: "throw" })).toThrow("Not connected");
    expect(setup.client.buffered).toEqual([]);
  });

  test("G11 W17 W41 reconnecting 19 20: kept in order from before connect, sent at open, then gone", () => {
    const setup = new Setup(preset("guide"));
    expect(setup.client.send("1")).toBe("buffered");
    void setup.client.connect();
    setup.client.send(new Uint8Array([2]));
    setup.client.send("");
    expect(setup.client.buffered).toEqual(["1", new Uint8Array([2]), ""]);
    setup.world.socket.serverOpens();
    expect(setup.world.socket.sent).toEqual(["1", new Uint8Array([2]), ""]);
    expect(setup.client.buffered).toEqual([]);
    expect(setup.told("flushed")).toMatchObject([{ count: 3 }]);
    expect(setup.client.send("4")).toBe("sent");
  });

  test("kept bytes are those at the time of sending", () => {
    const setup = new Setup(preset("guide"));
    const bytes = new Uint8Array([1]);
    setup.client.send(bytes);
    bytes[0] = 9;
    setup.open();
    expect(setup.world.socket.sent).toEqual([new Uint8Array([1])]);
  });

  test("reconnecting 22: nothing is sent twice over several losses", () => {
    const setup = new Setup(preset("guide")).open();
    setup.client.send("a");
    setup.world.socket.serverFails();
    setup.client.send("b");
    setup.pass(1000).world.socket.serverOpens();
    setup.world.socket.serverFails();
    setup.client.send("c");
    setup.pass(1000).world.socket.serverOpens();
    expect(setup.sent()).toEqual([["a"], ["b"], ["c"]]);
  });

  test("reconnecting 22: hundreds of messages, small and large, keep their order over a loss", () => {
    const setup = new Setup(preset("guide")).open();
    const messages = Array.from(
      { length: 500 },
      (_, number) => `${number} ${"x".repeat((number % 7) * 1000)}`,
    );
    for (const [number, message] of messages.entries()) {
      if (number === 200) setup.world.socket.serverFails();
      if (number === 300) setup.pass(1000).world.socket.serverOpens();
      setup.client.send(message);
    }
    expect(setup.sent().flat()).toEqual(messages);
  });

  test("reconnecting 19: what is beyond the limit is dropped, the rest kept", () => {
    const setup = new Setup({ whenClosed: "buffer", bufferLimit: 2 });
    expect(["1", "2", "3"].map((data) => setup.client.send(data))).toEqual([
      "buffered",
      "buffered",
      "dropped",
    ]);
    expect(setup.told("dropped")).toMatchObject([{ why: "the buffer is full", bytes: 1 }]);
    expect(setup.open().sent()).toEqual([["1", "2"]]);
  });

  test("W43: one message can go without the buffer", () => {
    const setup = new Setup(preset("warpkit"));
    expect(setup.client.send("presence", { whenClosed: "drop" })).toBe("dropped");
  });

  test("W42 C17 R-W7: disconnect clears the buffer, and nothing is kept after it until connect", () => {
    const setup = new Setup(preset("warpkit"));
    void setup.client.connect();
    setup.client.send("a");
    setup.client.send("b");
    setup.client.disconnect();
    expect(setup.log().at(-1)).toBe("Dropped 2 messages of 2 bytes: disconnect() clears the buffer");
    expect(setup.client.send("c")).toBe("dropped");
    void setup.client.connect();
    expect(setup.client.send("d")).toBe("buffered");
    setup.world.socket.serverOpens();
    expect(setup.sent()).toEqual([[], ["d"]]);
  });

  test("reconnecting 23: nothing is written to a socket that is gone", () => {
    const setup = new Setup().open();
    setup.world.socket.serverCloses();
    setup.client.send("x");
    expect(setup.sent()).toEqual([[]]);
  });
});

describe("while connected", () => {
  test("P18: trySend says whether it went out, and keeps nothing", () => {
    const setup = new Setup(preset("warpkit"));
    expect(setup.client.trySend("x")).toBe(false);
    expect(setup.client.buffered).toEqual([]);
    expect(setup.open().client.trySend("x")).toBe(true);
  });

  test("K25 G26: texts, bytes and JSON", () => {
    const setup = new Setup().open();
    setup.client.send("text");
    setup.client.send(new Uint8Array([1, 2]));
    setup.client.sendJSON({ a: [1] });
    expect(setup.world.socket.sent).toEqual(["text", new Uint8Array([1, 2]), '{"a":[1]}']);
  });

  test("what the socket throws is an error event, and the message is dropped", () => {
    const setup = new Setup().open();
    setup.world.socket.failure = new Error("too big");
    expect(setup.client.send("x")).toBe("dropped");
    expect(setup.told("error")).toMatchObject([{ kind: "send", message: "too big" }]);
  });

  test("K14 K23: sendAndDrain waits until no more than the high-water mark waits in the socket", async () => {
    const setup = new Setup({ highWaterMark: 100 }).open();
    setup.world.socket.bufferedAmount = 300;
    let drained = false;
    const done = setup.client.sendAndDrain("x").then((sent) => {
      drained = true;
      return sent;
    });
    setup.pass(1000);
    await Promise.resolve();
    expect(drained).toBe(false);
    setup.world.socket.bufferedAmount = 100;
    setup.pass(10);
    expect(await done).toBe("sent");
  });

  test("K23: it rejects when the connection is lost before, and leaves no timer", async () => {
    const setup = new Setup({ highWaterMark: 0 }).open();
    setup.world.socket.bufferedAmount = 1;
    const done = setup.client.sendAndDrain("x");
    setup.client.disconnect();
    await expect(done).rejects.toThrow("The connection was lost before everything was sent");
    expect(setup.world.clock.pending).toBe(0);
  });
});

describe("first at open", () => {
  test.each([
    [
      ["auth", "rejoin", "flush"],
      ["login", '{"type":"join","room":"a"}', "kept"],
    ],
    [
      ["flush", "auth", "rejoin"],
      ["kept", "login", '{"type":"join","room":"a"}'],
    ],
    [["rejoin"], ['{"type":"join","room":"a"}', "login", "kept"]],
  ] as const)("W20 R-W4 C32: in the order %j", (openOrder, sent) => {
    const setup = new Setup({ openOrder, auth: "login", rejoin: true, whenClosed: "buffer" });
    setup.client.join("a");
    setup.client.send("kept");
    setup.client.on("rejoined", () => setup.client.send("from a listener"));
    expect(setup.open().sent()).toEqual([[...sent, "from a listener"]]);
  });

  test("K39 C32: the auth text goes out at each open", () => {
    const setup = new Setup({ auth: '{"action":"authenticate"}' }).open();
    setup.world.socket.serverFails();
    setup.pass(1000).world.socket.serverOpens();
    expect(setup.sent()).toEqual([['{"action":"authenticate"}'], ['{"action":"authenticate"}']]);
  });
});
