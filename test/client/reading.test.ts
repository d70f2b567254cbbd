// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ReconnectingClient } from "../../src/client/client";
import { plainOptions } from "../../src/client/options";
import { Setup } from "./support/client";
import { World } from "./support/world";

describe("the iterator", () => {
  test("K21 K49: connects, hands out in order, survives break, and leaves the client open", async () => {
    const setup = new Setup();
    const messages = setup.client[Symbol.asyncIterator]();
    setup.world.socket.serverOpens();
    for (const text of ["1", "STOP", "after"]) setup.world.socket.serverSends(text);
    const heard: unknown[] = [];
    for await (const { data } of messages) {
      heard.push(data);
      if (data === "STOP") break;
    }
    expect(heard).toEqual(["1", "STOP"]);
    expect(setup.client.state).toBe("connected");
    expect(await messages.next()).toEqual({ done: true, value: undefined });
  });

  test("K21: two readers get everything; one who waits gets the next", async () => {
    const setup = new Setup();
    const [first, second] = [setup.client[Symbol.asyncIterator](), setup.client[Symbol.asyncIterator]()];
    setup.world.socket.serverOpens();
    const next = first.next();
    setup.world.socket.serverSends("x");
    expect((await next).value).toMatchObject({ data: "x", binary: false });
    expect((await second.next()).value).toMatchObject({ data: "x" });
    expect(setup.world.sockets).toHaveLength(1);
  });

  test("K46: the first reader gets what came before anybody listened", async () => {
    const world = new World();
    const client = new ReconnectingClient("wss://here/", world, plainOptions);
    void client.connect();
    world.socket.serverOpens();
    world.socket.serverSends("early");
    const next = client[Symbol.asyncIterator]().next();
    expect((await next).value).toMatchObject({ data: "early" });
  });

  test("K22: it goes on over a reconnection, and ends at disconnect after what is left", async () => {
    const setup = new Setup();
    const messages = setup.client[Symbol.asyncIterator]();
    setup.world.socket.serverOpens();
    setup.world.socket.serverFails();
    setup.pass(1000).world.socket.serverOpens();
    setup.world.socket.serverSends("last");
    setup.client.disconnect();
    expect((await messages.next()).value).toMatchObject({ data: "last" });
    expect((await messages.next()).done).toBe(true);
  });

  test("K22: it ends after a clean close that is final, and for who waits", async () => {
    const setup = new Setup({ reconnectAfterClean: false });
    const next = setup.client[Symbol.asyncIterator]().next();
    setup.world.socket.serverOpens();
    setup.world.socket.serverCloses(1000);
    expect((await next).done).toBe(true);
  });

  test("K22: it rejects when the client gives up, once", async () => {
    const setup = new Setup({ fatalCodes: [4401] });
    const messages = setup.client[Symbol.asyncIterator]();
    setup.world.socket.serverOpens();
    setup.world.socket.serverCloses(4401);
    await expect(messages.next()).rejects.toThrow("close code 4401 is fatal");
    expect((await messages.next()).done).toBe(true);
    const waiting = setup.client[Symbol.asyncIterator]().next();
    setup.world.socket.serverCloses(4401);
    await expect(waiting).rejects.toThrow("fatal");
  });
});

describe("streams", () => {
  test("K24 K14: pipeFrom sends each chunk, and waits for the socket to drain", async () => {
    const setup = new Setup({ highWaterMark: 10 }).open();
    const chunks = new ReadableStream<string | Uint8Array>({
      start(controller) {
        controller.enqueue("a");
        controller.enqueue(new Uint8Array([1]));
        controller.close();
      },
    });
    setup.world.socket.bufferedAmount = 11;
    const done = setup.client.pipeFrom(chunks);
    while (setup.world.clock.pending === 0) await Promise.resolve();
    expect(setup.world.socket.sent).toEqual(["a"]);
    setup.world.socket.bufferedAmount = 0;
    setup.pass(10);
    await done;
    expect(setup.world.socket.sent).toEqual(["a", new Uint8Array([1])]);
  });

  test("K24: pipeFrom rejects with what went wrong, and cancels the stream", async () => {
    const setup = new Setup({ ...plainOptions, whenClosed: "throw" });
    let cancelled: unknown;
    const chunks = new ReadableStream<string>({
      start: (controller) => controller.enqueue("a"),
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    await expect(setup.client.pipeFrom(chunks)).rejects.toThrow("Not connected");
    expect(String(cancelled)).toBe("Error: Not connected");
  });

  test("K24 R-K7: pipeTo writes each message and closes the stream at the end", async () => {
    const setup = new Setup();
    const written: unknown[] = [];
    const done = setup.client.pipeTo(
      new WritableStream({
        write: (chunk) => void written.push(chunk),
        close: () => void written.push("end"),
      }),
    );
    setup.world.socket.serverOpens();
    setup.world.socket.serverSends("a");
    setup.world.socket.serverSends(new Uint8Array([1]));
    setup.client.disconnect();
    await done;
    expect(written).toEqual(["a", new Uint8Array([1]), "end"]);
  });

  test("K22 K24: pipeTo aborts the stream when the client gives up", async () => {
    const setup = new Setup({ reconnect: false });
    let aborted = "";
    const done = setup.client.pipeTo(
      new WritableStream({
        abort: (reason) => {
          aborted = String(reason);
        },
      }),
    );
    setup.world.socket.serverFails();
    await expect(done).rejects.toThrow("reconnect is off");
    expect(aborted).toContain("reconnect is off");
  });
});
